import { partyOf, type HoldingParty, type Party } from '../agreement';
import type { TicketEvent } from '../ticket';
import { refuse, type Context, type Decision } from './decision';

/** Whether the directory knows somebody as one who works now. */
export const isActive = ({ directory }: Pick<Context, 'directory'>, person: string): boolean =>
  partyOf(directory, person) !== undefined && directory.people[person]?.active === true;

/** Whose person acted: what the directory says of them counts, not what the event says. */
export const partyOfActor = ({ directory }: Context, { actor }: TicketEvent): Party | undefined =>
  (actor.person === undefined ? undefined : partyOf(directory, actor.person)) ?? actor.party;

/** Only people whom the agreement names act for a party (law 4): the person, or why not. */
export function actingFor(context: Context, event: TicketEvent, party: HoldingParty): string | Decision {
  const { person } = event.actor;
  if (person !== undefined && isActive(context, person) && partyOfActor(context, event) === party) return person;
  const { name } = context.directory.parties[party];
  return refuse(
    'not-a-participant',
    `The agreement names nobody of ${name} like you.`,
    'Ask a service lead to add you.',
  );
}
