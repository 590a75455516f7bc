import { massQuestion, tellingText, type Directory, type Notice } from '@baton/shared';
import { asApp, route } from '@forge/api';
import { restAnswer } from './platformErrors';
import { OWN_TRACE } from './translateJiraEvent';

/** By which the app knows its own changes again. */
export const TRACE = { 'X-Atlassian-Webhook-Trace': OWN_TRACE };

/** What is said on a work item. */
type Saying = Extract<Notice, { is: 'ask leads' | 'tell' }>;

/** By what a comment is found again. */
export const markOf = ({ seq }: Saying): string => `Ledger entry ${seq}.`;

const wordsOf = (directory: Directory, saying: Saying): string =>
  saying.is === 'tell' ? `Baton: ${tellingText('jira', directory, saying)}` : massQuestion('jira', saying.moves);

const peopleOf = ({ parties }: Directory, saying: Saying): readonly string[] =>
  saying.is === 'tell' ? saying.people : [parties.msp.lead, parties.client.lead];

/** An internal comment, which no customer sees; Jira itself tells whoever it mentions. @throws DeskError */
export async function say(id: string, directory: Directory, saying: Saying): Promise<void> {
  const accounts = peopleOf(directory, saying).flatMap(person => directory.people[person]?.jira ?? []);
  const mentions = accounts.flatMap(account => [
    { type: 'mention', attrs: { id: account } },
    { type: 'text', text: ' ' },
  ]);
  const text = { type: 'text', text: `${wordsOf(directory, saying)} ${markOf(saying)}` };
  const body = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [...mentions, text] }] };
  const properties = [{ key: 'sd.public.comment', value: { internal: true } }];
  const headers = { 'Content-Type': 'application/json', ...TRACE };
  const sent = { method: 'POST', headers, body: JSON.stringify({ body, properties }) };
  await restAnswer(asApp().requestJira(route`/rest/api/3/issue/${id}/comment`, sent), 'telling people');
}

/** The newest comments of a work item as Jira keeps them. @throws DeskError */
export function readComments(id: string): Promise<unknown> {
  const call = asApp().requestJira(route`/rest/api/3/issue/${id}/comment?orderBy=-created&maxResults=100`);
  return restAnswer(call, 'reading comments');
}
