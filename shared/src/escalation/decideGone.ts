import type { TicketEvent, TicketEventOf } from '../ticket';
import { noOffer } from './answering';
import { custodyAt } from './custody';
import { fact, facts, nothing, type Context, type Decision } from './decision';
import type { NewFact } from './events';
import { evolve } from './evolve';
import { broughtBefore, type Brought } from './merge';
import { partyOfActor } from './participants';
import { resolveHours } from './hours';
import { resolveReading } from './promise';
import { elapsedWithin } from '../time';
import type { Open, State } from './state';
import { windUp } from './windUp';

const isOver = (state: State): boolean =>
  state.status === 'unopened' || state.status === 'resolved' || state.status === 'gone';

/** Deleted or taken for spam: nothing is owed on it until it comes back. One that is resolved is none of that. */
export function decideDeleted(context: Context, state: State, event: TicketEventOf<'TicketDeleted'>): Decision {
  if (isOver(state) || state.status === 'unopened') return nothing;
  const party = partyOfActor(context, event);
  const accountable = party === 'msp' || party === 'client' ? party : custodyAt(state, event.at).to.party;
  return facts(...windUp(state, event, 'deleted'), fact(event, 'TicketDeleted', { how: event.how, accountable }));
}

/** It is back: everything goes on where it was, and the time it was away shows. */
export function decideRestored(_: Context, state: State, event: TicketEventOf<'TicketRestored'>): Decision {
  if (state.status !== 'gone' || state.how === 'merged' || event.at < state.since) return nothing;
  return facts(fact(event, 'TicketRestored', {}));
}

/** It goes on in another ticket: here it is closed, whatever was offered or asked (rules §6). */
export function decideMerged(_: Context, state: State, event: TicketEventOf<'TicketMerged'>): Decision {
  if (state.status === 'unopened' || (state.status === 'gone' && state.how === 'merged')) return nothing;
  const isClosed = state.status === 'resolved' || state.status === 'gone';
  return facts(...(isClosed ? [] : windUp(state, event, 'merged')), fact(event, 'MergedInto', { into: event.into }));
}

/** The merge with what it bought: by how much later this ticket is due than the one that is no more was. */
function joined(state: Open, event: TicketEvent, merged: Extract<NewFact, { type: 'MergedFrom' }>, dueAt: number) {
  const after = evolve(state, { ...merged, seq: 1 } as Parameters<typeof evolve>[1]) as Open;
  const calendar = resolveHours(state.terms);
  const bought = elapsedWithin(calendar, dueAt, Math.max(dueAt, resolveReading(after, event.at).dueAt));
  return bought > 0 ? fact(event, 'MergedFrom', { ...merged.data, bought }) : merged;
}

/** Another ticket goes on in this one, once; the earlier opening counts unless the agreement says `primary`. */
export function decideJoined(_: Context, state: State, event: TicketEventOf<'TicketJoined'>): Decision {
  if (state.status === 'unopened' || state.merges?.some(({ ticket }) => ticket === event.from)) return nothing;
  const brought = event.brought as Brought;
  const past = state.terms.merge === 'primary' ? {} : broughtBefore(state, brought);
  const merged = fact(event, 'MergedFrom', { ticket: event.from, ...past });
  return facts(joined(state, event, merged as Extract<NewFact, { type: 'MergedFrom' }>, brought.dueAt));
}

/** What brings a ticket back that was gone, or is of no matter to it. */
const heard: ReadonlySet<TicketEvent['type']> = new Set([
  'TicketRestored',
  'TicketReopened',
  'TicketMerged',
  'TicketJoined',
  'TimePassed',
  'EraseText',
] as const);

/** Nobody acts on a ticket that is gone, and what is seen on it means nothing; what was before it went is heard. */
export function whileGone(context: Context, state: State, event: TicketEvent, isAct: boolean): Decision | undefined {
  if (state.status !== 'gone' || heard.has(event.type)) return undefined;
  if (isAct) return noOffer(context, state);
  return event.at >= state.since ? nothing : undefined;
}
