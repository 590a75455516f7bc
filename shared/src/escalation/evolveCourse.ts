import { clockOf } from '../clock';
import type { FactOf } from './events';
import { held, without } from './evolveCustody';
import { goesOn } from './evolveGone';
import { closed } from './evolveTransfer';
import { marked } from './evolveWaiting';
import type { Open } from './state';
import { pinned } from './targets';
import { agreedStops } from './waiting';

/** Resolved, unless it is already known that it was reopened later. */
export function resolved(state: Open, { at }: FactOf<'Resolved'>): Open {
  const next = marked(state, { at, is: 'stop' });
  if (clockOf(next.marks).status !== 'stopped') return next;
  return { resolvedAt: at, ...held(without(without(closed(next, at), 'uncounted'), 'shift')), status: 'resolved' };
}

/** Not fixed: the clock goes on. */
export function reopened(state: Open, { at }: FactOf<'Reopened'>): Open {
  const next = marked(state, { at, is: 'restart' });
  return goesOn(next) ? held(next) : next;
}

/** Other promises from now on. What the old ones have stopped or judged stays as it was. */
export function promising(state: Open, { at, data }: FactOf<'TermsReplaced' | 'Reclassified'>): Open {
  const kept = { ...pinned(state), stops: agreedStops(state, at) };
  return { ...kept, terms: data.terms, termsSince: Math.max(at, state.termsSince) };
}

/** The desk says something new of a ticket, or the agreement does: only the desk's word ends what a coordinator said. */
export function termsReplaced(state: Open, fact: FactOf<'TermsReplaced'>): Open {
  const next = promising(state, fact);
  return fact.data.because === 'priority' ? without(next, 'reclassified') : next;
}

/** The desk's own due times as just read. */
export function dueRead(state: Open, { learned: readAt, data }: FactOf<'NativeDueRead'>): Open {
  const read = Object.entries(data).map(([target, dueAt]) => [target, { dueAt, readAt }] as const);
  return { ...state, nativeDue: { ...state.nativeDue, ...Object.fromEntries(read) } };
}
