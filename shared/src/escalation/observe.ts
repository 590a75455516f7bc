import { clockOf } from '../clock';
import type { DeskTicket, PastPlacement, TicketEvent } from '../ticket';
import { isDueNews } from './decideStatus';
import { custodian, isSamePlacement } from './custody';
import { isFlagged } from './command';
import type { Open, State } from './state';
import { deskClass, isSameClass } from './triage';

type Circumstances = Pick<TicketEvent, 'deliveryId' | 'at' | 'learned' | 'actor' | 'channel' | 'assurance'>;
/** `notBefore`: nothing told it, so it happened at some instant between then and `at`, by somebody unknown. */
type Seen = Circumstances & { readonly notBefore?: number };
type Saw = { [T in TicketEvent as T['type']]: Omit<T, keyof Circumstances> }[TicketEvent['type']];

function moved(state: Open, { placement }: DeskTicket): Saw[] {
  const isWhereExpected = isSamePlacement(state.native, placement) && isSamePlacement(custodian(state), placement);
  // A claim that waits for its confirmation wants the event even though nothing differs.
  return isWhereExpected && !state.confirming ? [] : [{ type: 'TicketMoved', to: placement }];
}

function waiting(state: Open, { status }: DeskTicket): Saw[] {
  const clock = clockOf(state.marks);
  const known = clock.status === 'paused' ? clock.whom : state.uncounted;
  if (status.is === 'waiting') return status.whom === known ? [] : [{ type: 'WaitingStarted', whom: status.whom }];
  return known === undefined ? [] : [{ type: 'WaitingEnded' }];
}

function finished(state: Open, { status }: DeskTicket): Saw[] {
  const isOver = state.status === 'resolved' || (state.status === 'gone' && state.how === 'merged');
  if (status.is === 'resolved') return isOver ? [] : [{ type: 'TicketResolved' }];
  return isOver ? [{ type: 'TicketReopened' }] : [];
}

/** The desk's own due times, where it tells another than is known. */
const due = (state: Open, { due: told = {} }: DeskTicket): Saw[] =>
  isDueNews(state, told) ? [{ type: 'DueTimesRead', ...told }] : [];

function reprioritised(state: Open, { facts }: DeskTicket): Saw[] {
  return isSameClass(deskClass(state), facts) ? [] : [{ type: 'TicketReprioritised' }];
}

/** Whatever is seen on it now: it is there again. */
const restored = (state: Open): Saw[] =>
  state.status === 'gone' && state.how !== 'merged' ? [{ type: 'TicketRestored' }] : [];

/** The desk's own word for a major incident. */
function flagged(state: Open, { isMajor }: DeskTicket): Saw[] {
  if (isMajor === undefined || isMajor === isFlagged(state)) return [];
  return [{ type: isMajor ? 'MajorFlagged' : 'MajorUnflagged' }];
}

/** The desk's own due times as Baton meets them with the ticket. */
function dueAtFirst({ due: told = {} }: DeskTicket, circumstances: Circumstances): TicketEvent[] {
  const { deliveryId, learned } = circumstances;
  const read = { ...circumstances, deliveryId: `${deliveryId}/due`, at: learned };
  return Object.keys(told).length === 0 ? [] : [{ ...read, type: 'DueTimesRead', ...told }];
}

/**
 * What must have happened, given a ticket as its desk shows it now and what the ledger believes: the events that
 * explain every difference Baton follows, none where there is none. Where a desk does not say what changed, this is
 * how Baton finds out; the ids of the events are the delivery's with a number behind it.
 */
export function observe(state: State, ticket: DeskTicket, seen: Seen): readonly TicketEvent[] {
  const { notBefore, ...circumstances } = seen;
  if (state.status === 'unopened') {
    const opened: TicketEvent = { ...circumstances, type: 'TicketOpened', at: ticket.createdAt, to: ticket.placement };
    return [opened, ...dueAtFirst(ticket, circumstances)];
  }
  const isResolved = ticket.status.is === 'resolved';
  const differences = [
    ...restored(state),
    ...reprioritised(state, ticket),
    ...(isResolved ? [] : finished(state, ticket)),
    ...moved(state, ticket).map(saw => (notBefore === undefined ? saw : { ...saw, notBefore })),
    ...waiting(state, ticket),
    ...flagged(state, ticket),
    ...due(state, ticket),
    ...(isResolved ? finished(state, ticket) : []),
  ];
  return differences.map((saw, index) => ({
    ...circumstances,
    deliveryId: index === 0 ? circumstances.deliveryId : `${circumstances.deliveryId}/${index}`,
    ...saw,
  })) as readonly TicketEvent[];
}

/**
 * The events of a ticket that Baton meets for the first time: its opening and, oldest first, the moves its desk
 * remembers, all as history (rules §1.5). `past` is where it lay since when, the first entry from its creation.
 */
export function remember(
  ticket: DeskTicket,
  past: readonly PastPlacement[],
  circumstances: Circumstances,
): readonly TicketEvent[] {
  const told = { ...circumstances, assurance: 'history' as const };
  const [first = { at: ticket.createdAt, to: ticket.placement }, ...moves] = past;
  return [
    { ...told, type: 'TicketOpened', at: Math.min(ticket.createdAt, first.at), to: first.to },
    ...moves.map(({ at, to }, index) => ({
      ...told,
      type: 'TicketMoved' as const,
      deliveryId: `${told.deliveryId}/${index + 1}`,
      at,
      to,
    })),
    ...dueAtFirst(ticket, circumstances),
  ];
}
