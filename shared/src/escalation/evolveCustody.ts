import type { Placement } from '../agreement';
import { custodian, heldSince, isSamePlacement, withCustody } from './custody';
import type { FactOf } from './events';
import type { CustodyHow, Held, Open } from './state';
import type { Transfer } from './transfer';

const optional = [
  'firstReplyAt',
  'reclassified',
  'rungs',
  'alert',
  'overrides',
  'verdicts',
  'nativeDue',
  'uncounted',
  'uncountedSince',
  'unclear',
  'promised',
  'withdrawn',
  'confirming',
  'workedAt',
  'updates',
  'major',
  'outbox',
  'silentSince',
  'paged',
  'pageSeen',
  'deletions',
  'merges',
  'earlier',
  'parent',
  'shift',
] as const;

/** The state as one that is simply held: what belongs to an offer, a stalemate or a resolution is left behind. */
export function held(state: Open): Held {
  if (state.status === 'held') return state;
  const { id, openedAt, terms, termsSince, custody, marks, stops, holds, offers, transfers, asks } = state;
  const { knownSince, said, refusals, worked, native, nativeAt, causes } = state;
  return {
    status: 'held',
    ...{ id, openedAt, terms, termsSince, custody, marks, stops, holds, offers, transfers, asks },
    ...{ knownSince, said, refusals, worked, native, nativeAt, causes },
    ...Object.fromEntries(optional.flatMap(key => (state[key] === undefined ? [] : [[key, state[key]]]))),
  };
}

/** The state without a field that no longer means anything. */
export function without<T extends Open>(state: T, key: (typeof optional)[number]): T {
  if (!(key in state)) return state;
  const rest: Record<string, unknown> = {};
  for (const name of Object.keys(state) as (keyof T & string)[]) if (name !== key) rest[name] = state[name];
  return rest as T;
}

/** Custody moves at `at`: a claim of the last holder needs no confirming, and their promise ends with their party. */
export function movedTo<T extends Open>(state: T, at: number, to: Placement, how: CustodyHow): T {
  const next: T = { ...state, custody: withCustody(state.custody, { at, to, how }) };
  return settled(state, next);
}

/** What ends when custody lies elsewhere in `next` than it did in `state`. */
export function settled<T extends Open>(state: Open, next: T): T {
  const [before, after] = [custodian(state), custodian(next)];
  if (isSamePlacement(before, after)) return next;
  const claimed = without(without(next, 'confirming'), 'shift');
  if (before.party === after.party) return claimed;
  return overtaken(without(without(claimed, 'promised'), 'withdrawn'), heldSince(next));
}

/** A transfer is none any more once the party it went to has custody, or the one it was made in has not. */
export function overtaken<T extends Open>(state: T, since: number): T {
  const end = (transfer: Transfer): Transfer => ({
    ...transfer,
    until: Math.max(transfer.at, since),
    ended: 'overtaken',
  });
  return { ...state, transfers: state.transfers.map(one => (one.until === undefined ? end(one) : one)) };
}

/** The desk's own fields lie at `to` since `at`, unless something later is known. */
export const lies = <T extends Open>(state: T, at: number, to: Placement): T =>
  at < state.nativeAt ? state : { ...state, native: to, nativeAt: at };

/** The desk moved the ticket and custody with it. */
export const moved =
  (how: CustodyHow) =>
  (state: Open, fact: FactOf<'Claimed' | 'Passed' | 'Routed' | 'MovedInHistory'>): Open =>
    lies(movedTo(state, fact.at, fact.data.to as Placement, how), fact.at, fact.data.to as Placement);

/** It was passed on in the panel, with what must be done next and by when; the desk's fields follow. */
export function passed(state: Open, { at, seq, data, texts = {} }: FactOf<'Passed'>): Open {
  const { handoff = `p${seq}`, deadline: known = at, texts: carried = {} } = state.promised ?? {};
  const promised = { handoff, deadline: data.deadline ?? known, texts: { ...carried, ...texts } };
  return { ...movedTo(state, at, data.to as Placement, 'passed'), promised };
}

/** The desk moved the ticket, custody stayed. */
export const lying = (
  state: Open,
  fact: FactOf<'MoveFollowedOffer' | 'MoveUnexplained' | 'MoveUndone' | 'MovedUnderCommand'>,
): Open => lies(state, fact.at, fact.data.to);
