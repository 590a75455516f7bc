import { withLeft, type Directory } from '@baton/shared';
import { changePresence } from './directoryStore';
import { activeAccounts } from './jiraDesk';
import { ticketsOf } from './rowQueries';

type People = Directory['people'];

const withAccount = (people: People): readonly (readonly [person: string, account: string])[] =>
  Object.entries(people).flatMap(([id, { jira }]) => (jira === undefined ? [] : [[id, jira] as const]));

/**
 * Who of the agreement has no active account any more; stores it where that is news. Nobody, should Jira know no account
 * at all: then it is Baton that may not see them.
 *
 * @returns the work items held by who left since the last look
 */
export async function ticketsLeftBehind({ people }: Directory, now: number): Promise<readonly string[]> {
  const known = withAccount(people);
  const active = await activeAccounts(known.map(([, account]) => account));
  const gone = known.flatMap(([person, account]) => (active.has(account) ? [] : [person]));
  const left = known.flatMap(([person]) => (people[person]?.leftAt === undefined ? [] : [person]));
  if (active.size === 0 || [...gone].sort().join() === [...left].sort().join()) return [];
  const news = gone.filter(person => !left.includes(person));
  const held = await ticketsOf(news.map(person => ({ person, party: people[person]?.party ?? 'customer' })));
  await changePresence(presence => withLeft(presence, gone, now, held), now);
  return held.map(({ ticket }) => ticket);
}
