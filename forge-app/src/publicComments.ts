import { hasSaid, type CustomerReply, type Directory } from '@baton/shared';
import { asApp, asUser, route } from '@forge/api';
import { z } from 'zod';
import { readComments, TRACE } from './internalComments';
import { restAnswer } from './platformErrors';
import { commentSchema } from './translateJira';

/** In whose name a comment is made: of whoever presses Send, or of the app where nobody is there any more. */
export type Speaks = 'the person' | 'the app';

const commentsSchema = z.looseObject({ comments: z.array(commentSchema.extend({ body: z.unknown() })) });

/** The text of a document of Jira's, whatever it consists of. */
function textIn(node: unknown): string {
  const { text, content } = (node ?? {}) as { text?: unknown; content?: unknown };
  if (typeof text === 'string') return text;
  return Array.isArray(content) ? content.map(textIn).join(' ') : '';
}

async function isThere(id: string, { text, since }: CustomerReply): Promise<boolean> {
  const { comments } = commentsSchema.parse(await readComments(id));
  return comments.some(
    ({ jsdPublic, created = '', body }) =>
      jsdPublic === true && Date.parse(created) >= since && hasSaid(textIn(body), text),
  );
}

const paragraph = (line: string) => ({ type: 'paragraph', content: line === '' ? [] : [{ type: 'text', text: line }] });

/** A public comment, which the customer reads; one that is there already is not made again. @throws DeskError */
export async function replyTo(id: string, directory: Directory, said: CustomerReply, speaks: Speaks): Promise<void> {
  if (said.mayBeThere && (await isThere(id, said))) return;
  const writer = directory.people[said.person]?.name;
  const isSigned = speaks === 'the app' && writer !== undefined;
  const lines = [...said.text.split('\n'), ...(isSigned ? ['', writer] : [])];
  const body = { type: 'doc', version: 1, content: lines.map(paragraph) };
  const properties = [{ key: 'sd.public.comment', value: { internal: false } }];
  const headers = { 'Content-Type': 'application/json', ...TRACE };
  const sent = { method: 'POST', headers, body: JSON.stringify({ body, properties }) };
  const who = speaks === 'the person' ? asUser() : asApp();
  await restAnswer(who.requestJira(route`/rest/api/3/issue/${id}/comment`, sent), 'answering the customer');
}
