import { personByNative, type Directory, type PublicMessage } from '@baton/shared';
import { z } from 'zod';
import { commentSchema } from './translateJira';

const conversationSchema = z.looseObject({
  fields: z.looseObject({ comment: z.looseObject({ comments: z.array(commentSchema) }).optional() }),
});

/** The public comments of a work item: an agent's are who the agreement knows, the customer's all others. */
export const translateSaid = (directory: Directory, issue: unknown): readonly PublicMessage[] =>
  (conversationSchema.parse(issue).fields.comment?.comments ?? []).flatMap(({ jsdPublic, created, author }) => {
    if (jsdPublic !== true || created === undefined) return [];
    const isAgent = author !== undefined && personByNative(directory, 'jira', author.accountId) !== undefined;
    return [{ at: Date.parse(created), by: isAgent ? ('agent' as const) : ('customer' as const) }];
  });
