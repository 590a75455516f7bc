import { clockOf } from '../clock';
import type { TicketEvent, TicketEventOf } from '../ticket';
import { DAY } from '../time';
import { fact } from './decision';
import type { FactOf, NewFact } from './events';
import type { Open, State } from './state';

/** How often the ticket was worked on, 1 being the first time: one more each time it was not fixed (rules §5.7). */
export const levelOf = ({ marks }: Open): number => 1 + clockOf(marks).gaps.length;

/** When (epoch ms) silence confirms the resolution; undefined where nobody's word is awaited or old promises say nothing of it. */
export function confirmsAt(state: State): number | undefined {
  if (state.status !== 'resolved' || state.confirmedAt !== undefined) return undefined;
  const { confirmationDays } = state.terms;
  if (confirmationDays === undefined) return undefined;
  const since = Math.max(state.resolvedAt, state.wroteAt ?? 0);
  return Math.max(since + confirmationDays * DAY, state.termsSince);
}

/** Nobody said that it is not fixed. */
export const silenceConfirms = (event: TicketEventOf<'TimePassed'>, at: number): NewFact[] => [
  fact(event, 'ResolutionConfirmed', {}, { at, deemed: true }),
];

/** The requester's word on a resolution: whoever writes is not silent, and only a reopening says that it is not fixed. */
export function requesterWrote(state: State, event: TicketEvent): NewFact[] {
  if (state.status !== 'resolved' || confirmsAt(state) === undefined) return [];
  return event.at > Math.max(state.resolvedAt, state.wroteAt ?? 0) ? [fact(event, 'RequesterWrote', {})] : [];
}

/** The requester's silence begins anew. */
export const wrote = (state: Open, { at }: FactOf<'RequesterWrote'>): Open =>
  state.status === 'resolved' ? { ...state, wroteAt: at } : state;

/** Silence has confirmed it. */
export const confirmed = (state: Open, { at }: FactOf<'ResolutionConfirmed'>): Open =>
  state.status === 'resolved' ? { ...state, confirmedAt: at } : state;
