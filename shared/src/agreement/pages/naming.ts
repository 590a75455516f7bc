import { own } from '../own';
import type { Agreement } from '../schema';

/** What people call a team or person; the id where nobody knows it. */
export const nameOf = ({ people, teams }: Agreement, id: string): string =>
  own(people, id)?.name ?? own(teams, id)?.name ?? id;

/** Several of them in one line. */
export const namesOf = (agreement: Agreement, ids: readonly string[]): string =>
  ids.length === 0 ? 'nobody' : ids.map(id => nameOf(agreement, id)).join(', ');

/** How to reach somebody, first what is tried first. */
export function reachOf({ people }: Agreement, person: string): string {
  const contacts = own(people, person)?.contacts ?? [];
  if (contacts.length === 0) return 'in the ticket';
  return contacts.map(({ channel, address }) => `${channel} ${address}`).join(', ');
}
