import { personByNative, type Directory, type TicketAttachment, type TicketNote } from '@baton/shared';
import { z } from 'zod';
import { accountSchema } from './translateJira';

const adfText = z.looseObject({ text: z.string().optional(), content: z.array(z.unknown()).optional() });

/** The plain text of a rich text document: its paragraphs, one per line. */
function plainText(node: unknown): string {
  if (typeof node === 'string') return node;
  const parsed = adfText.safeParse(node);
  if (!parsed.success) return '';
  const inner = (parsed.data.content ?? []).map(plainText);
  const isBlock = (parsed.data['type'] as string | undefined) !== 'paragraph';
  return (parsed.data.text ?? '') + inner.join(isBlock ? '\n' : '');
}

const writtenSchema = z.looseObject({ author: accountSchema.optional(), created: z.string(), body: z.unknown() });
const attachmentSchema = z.looseObject({ filename: z.string(), created: z.string(), content: z.string().optional() });
const workSchema = z.looseObject({
  fields: z.looseObject({
    comment: z.looseObject({ comments: z.array(writtenSchema) }).optional(),
    attachment: z.array(attachmentSchema).optional(),
  }),
});

/** What was done on a work item, from the fields `comment` and `attachment`. */
export function translateWork(
  directory: Directory,
  issue: unknown,
): { notes: readonly TicketNote[]; attachments: readonly TicketAttachment[] } {
  const { fields } = workSchema.parse(issue);
  const notes = (fields.comment?.comments ?? []).map(({ author, created, body }) => {
    const person = author && personByNative(directory, 'jira', author.accountId);
    return {
      at: Date.parse(created),
      kind: 'note' as const,
      text: plainText(body).trim(),
      ...(person ? { person } : {}),
    };
  });
  const attachments = (fields.attachment ?? []).map(({ filename, created, content }) => ({
    at: Date.parse(created),
    name: filename,
    ...(content === undefined ? {} : { url: content }),
  }));
  return { notes, attachments };
}
