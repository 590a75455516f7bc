import { crossingTo, guardedStatus, type Directory, type HoldingParty } from '../agreement';
import type { TicketEventOf } from '../ticket';
import { custodian } from './custody';
import { decide } from './decider';
import type { Context } from './decision';
import { isCommanded } from './command';
import type { Held, State } from './state';
import { openTransfer } from './openTransfer';
import { isOverridden } from './openOverrides';

const HAND_OFF_FIRST = 'Hand it off in the Baton panel first: what is next, and by when.';
const PACKET_FIRST = 'It changed hands without a handoff. Resolve it, or complete the handoff in the Baton panel.';

const isEnforced = ({ terms }: Held, to: HoldingParty): boolean => terms.boundaries[crossingTo(to)].mode === 'enforce';

/** Sorting what nobody has claimed yet is routing, and asks no packet (rules §2). */
const isClaimed = ({ custody }: Held): boolean => custody.some(({ to }) => to.person !== undefined);

const mustHandOff = (state: Held, to: HoldingParty): boolean =>
  !isCommanded(state) && custodian(state).party !== to && isClaimed(state) && isEnforced(state, to);

/** Unless a lead lets it be moved meanwhile. */
const isHeldUp = (state: Held, to: HoldingParty, at: number): boolean =>
  mustHandOff(state, to) && !isOverridden(state, at);

/**
 * Why a transition of the desk's workflow has to wait, in one sentence; undefined where it may pass. Only what the
 * agreement names waits, only while one party holds the ticket and nothing is offered, and only across a boundary that
 * is enforced: resolving always passes (rules §4.1), and so does everything under a commander.
 *
 * @param status - where the transition leads: native names or ids, whichever are known
 * @param at - epoch ms of now: a lead may let it be moved without a handoff for a while
 */
export function guardTransition(
  directory: Directory,
  state: State,
  status: readonly string[],
  at: number,
): string | undefined {
  const guarded = guardedStatus(directory, status);
  if (guarded === undefined || state.status !== 'held') return undefined;
  if (guarded.is === 'transfer') return isHeldUp(state, guarded.to, at) ? HAND_OFF_FIRST : undefined;
  const transfer = openTransfer(state);
  return transfer && isEnforced(state, transfer.to.party) ? PACKET_FIRST : undefined;
}

/**
 * Why a move on the desk that has not been saved yet has to wait, in one sentence; undefined where it may pass. It
 * waits exactly where it would be recorded as a transfer that no handoff explains.
 */
export function guardMove(context: Context, state: State, move: TicketEventOf<'TicketMoved'>): string | undefined {
  if (state.status !== 'held' || !mustHandOff(state, move.to.party)) return undefined;
  const decision = decide(context, state, move);
  const isExplained = !('facts' in decision) || decision.facts.every(({ type }) => type !== 'UnbatonedTransfer');
  if (isExplained) return undefined;
  const { party } = custodian(state);
  if (move.actor.party === party) return HAND_OFF_FIRST;
  return `${context.directory.parties[party].name} holds it. Ask them to hand it off in the Baton panel.`;
}
