import type { TicketEvent } from '../ticket';
import type { Context } from './decision';
import type { Open } from './state';

/** What travels with a move inside a party: nothing, the reason and the next action, or a whole packet. */
export type PassAsks = 'none' | 'short' | 'full';

/** Lowest first. */
const tiers = ['L1', 'L2', 'L3', 'vendor'];

const tierOf = ({ directory }: Pick<Context, 'directory'>, team: string): number =>
  tiers.indexOf(directory.teams[team]?.tier ?? '');

/** What the agreement asks of a move to another team of the holding party (rules §2); people of one team pass freely. */
export function passAsks(
  context: Pick<Context, 'directory'>,
  { terms }: Open,
  from: string | undefined,
  to: string | undefined,
): PassAsks {
  if (from === undefined || to === undefined || from === to) return 'none';
  return terms.pass ?? (tierOf(context, to) > tierOf(context, from) ? 'short' : 'none');
}

/** The packet binds a person who has had the ticket in hand or worked on it; no rule, and no dispatcher. */
export const isBound = ({ worked, custody }: Open, { actor: { person } }: TicketEvent): boolean =>
  person !== undefined && (worked.includes(person) || custody.some(({ to }) => to.person === person));
