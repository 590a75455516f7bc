import type { Ask, AskEnd } from './ask';
import type { FactOf } from './events';
import { openAsks } from './openAsks';
import type { Open } from './state';

const changed = (state: Open, id: string, change: (ask: Ask) => Ask): Open => ({
  ...state,
  asks: state.asks.map(ask => (ask.id === id ? change(ask) : ask)),
});

const ended = (state: Open, id: string, at: number, end: AskEnd): Open =>
  changed(state, id, ask => ({ ...ask, until: Math.max(ask.at, at), ended: end }));

/** Somebody owes an answer from now on. */
export function asked(state: Open, { at, data, texts = {} }: FactOf<'Asked'>): Open {
  const { ask: id, ...rest } = data;
  const ask: Ask = { id, at, chased: 0, texts, ...rest };
  return { ...state, asks: [...state.asks, ask] };
}

/** The answer stands with the question. */
export const askAnswered = (state: Open, { at, data, texts = {} }: FactOf<'AskAnswered'>): Open =>
  changed(ended(state, data.ask, at, 'answered'), data.ask, ask => ({ ...ask, texts: { ...ask.texts, ...texts } }));

export const askWithdrawn = (state: Open, { at, data }: FactOf<'AskWithdrawn'>): Open =>
  ended(state, data.ask, at, data.because === 'asker' ? 'withdrawn' : data.because);

export const askChased = (state: Open, { at, data }: FactOf<'AskChased'>): Open =>
  changed(state, data.ask, ask => ({ ...ask, chased: ask.chased + 1, chasedAt: at }));

/** The vendor's number stands with the case. */
export const caseReferred = (state: Open, { data, texts = {} }: FactOf<'CaseReferred'>): Open =>
  changed(state, data.ask, ask => ({ ...ask, texts: { ...ask.texts, ...texts } }));

/** A question about an offer is over with the offer. */
export function withoutOffer(state: Open, at: number): Open {
  const standing = state.status === 'offered' ? state.offer.handoff : undefined;
  const idle = openAsks(state).filter(({ handoff }) => handoff !== undefined && handoff !== standing);
  return idle.reduce((next, { id }) => ended(next, id, at, 'overtaken'), state);
}
