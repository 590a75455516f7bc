import { crossingTo, otherParty, partyOfTeam } from '../agreement';
import type { TicketEvent } from '../ticket';
import type { Context } from './decision';
import { packetOwedSince } from './command';
import { custodian } from './custody';
import type { Open } from './state';

/** What travels with a move inside a party: nothing, the reason and the next action, or a whole packet. */
export type PassAsks = 'none' | 'short' | 'full';

/** Lowest first. */
const tiers = ['L1', 'L2', 'L3', 'vendor'];

const tierOf = ({ directory }: Pick<Context, 'directory'>, team: string): number =>
  tiers.indexOf(directory.teams[team]?.tier ?? '');

/** Whether a team stands above the one whose turn it is: the cell's receiver across the boundary, inside the next tier. */
export function skipsTier(context: Pick<Context, 'directory'>, state: Open, team: string): boolean {
  const { party, team: holder } = custodian(state);
  const of = partyOfTeam(context.directory, team);
  if (of !== party) return tierOf(context, team) > tierOf(context, receiverIn(state));
  return holder !== undefined && tierOf(context, team) > tierOf(context, holder) + 1;
}

/** The team that is offered first across the boundary. */
const receiverIn = (state: Open): string =>
  state.terms.boundaries[crossingTo(otherParty(custodian(state).party))].receiver;

/** What a cell asks, and where it says nothing the short packet on the way up. */
const usual = ({ terms }: Open, isUp: boolean): PassAsks => terms.pass ?? (isUp ? 'short' : 'none');

/** What was done in haste is owed in words, wherever it goes next. */
const afterMajor = ({ terms }: Open): PassAsks => (terms.pass === 'full' ? 'full' : 'short');

/** What the agreement asks of a move to another team of the holding party (rules §2); people of one team pass freely. */
export function passAsks(
  context: Pick<Context, 'directory'>,
  state: Open,
  from: string | undefined,
  to: string | undefined,
): PassAsks {
  if (from === undefined || to === undefined || from === to) return 'none';
  const isUp = tierOf(context, to) > tierOf(context, from);
  return packetOwedSince(state) === undefined ? usual(state, isUp) : afterMajor(state);
}

/** The packet binds a person who has had the ticket in hand or worked on it; no rule, and no dispatcher. */
export const isBound = ({ worked, custody }: Open, { actor: { person } }: TicketEvent): boolean =>
  person !== undefined && (worked.includes(person) || custody.some(({ to }) => to.person === person));
