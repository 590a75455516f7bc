import type { Placement } from '../agreement';
import { custodyAt } from './custody';
import type { FactOf } from './events';
import { confirming, namedIn } from './evolveClaim';
import { lies, movedTo } from './evolveCustody';
import type { Open } from './state';
import type { Transfer, TransferEnd } from './transfer';
import { isInside, moverOf, openTransfer } from './openTransfer';

const changed = (state: Open, id: string, change: (transfer: Transfer) => Transfer): Open => ({
  ...state,
  transfers: state.transfers.map(one => (one.id === id ? change(one) : one)),
});

const ended =
  (until: number, end: TransferEnd, more: Partial<Transfer> = {}) =>
  (transfer: Transfer): Transfer => ({
    ...transfer,
    ...more,
    until: transfer.until ?? Math.max(transfer.at, until),
    ended: end,
  });

/** When something else had settled a move that is learned late: the party took it over, or it had gone back. */
function settledBefore(state: Open, { at, data: { to } }: FactOf<'UnbatonedTransfer'>) {
  const { custody, offers, native, nativeAt, major } = state;
  const isInParty = custodyAt(state, at).to.party === to.party;
  const isThere = (place: Placement) => place.party === to.party && (!isInParty || place.team === to.team);
  const taken = custody.find(entry => entry.at > at && isThere(entry.to))?.at;
  const offered = offers.find(({ from }) => from > at)?.from;
  const gone = nativeAt > at && !isThere(native) ? nativeAt : undefined;
  const instants = [taken, offered, gone, major?.declaredAt]
    .filter(instant => instant !== undefined)
    .filter(one => one > at);
  return instants.length === 0 ? {} : ({ until: Math.min(...instants), ended: 'overtaken' } as const);
}

/** The desk's fields crossed the boundary, custody did not. */
export function transferred(state: Open, fact: FactOf<'UnbatonedTransfer'>): Open {
  const { at, data, by } = fact;
  const to = data.to as Placement;
  const mover = moverOf(by);
  const transfer: Transfer = {
    id: data.transfer,
    at,
    to,
    accountable: data.accountable,
    ...(mover === undefined ? {} : { mover }),
    ...settledBefore(state, fact),
  };
  const before = state.transfers.map(one =>
    one.until === undefined && one.at <= at ? ended(at, 'overtaken')(one) : one,
  );
  const transfers = [...before, transfer].sort((one, other) => one.at - other.at);
  return lies({ ...state, transfers }, at, to);
}

/** It counts nowhere. */
export const corrected = (state: Open, { at, data }: FactOf<'TransferCorrected'>): Open =>
  lies(changed(state, data.transfer, ended(at, 'corrected')), at, data.to);

/** The same transfer, further on inside the party it went to. */
export function followed(state: Open, fact: FactOf<'TransferFollowed'>): Open {
  const { at, data } = fact;
  const moved = (transfer: Transfer): Transfer => ({ ...transfer, ...namedIn(fact), to: data.to });
  return lies(changed(state, data.transfer, moved), at, data.to);
}

/** The desk's fields are back. */
export const undone = (state: Open, { at, data }: FactOf<'TransferUndone'>): Open =>
  lies(changed(state, data.transfer, ended(at, 'moved back')), at, data.to);

/** The new party works on it: custody followed, deemed. */
export const custodyFollowed = (state: Open, { at, data }: FactOf<'CustodyFollowed'>): Open =>
  movedTo(changed(state, data.transfer, ended(at, 'first work')), at, data.to as Placement, 'deemed');

/** The receiver took it without a packet, possibly a moment after their claim had already counted as first work. */
export function acceptedAsItIs(state: Open, fact: FactOf<'AcceptedAsItIs'>): Open {
  const { at, data } = fact;
  const transfer = changed(state, data.transfer, ended(at, 'accepted as it is'));
  const named = state.transfers.find(({ id }) => id === data.transfer)?.named;
  return confirming(movedTo(transfer, at, data.to as Placement, 'as it is'), fact, named);
}

/** The giver has it back. */
export const takenBack = (state: Open, { at, data }: FactOf<'TransferTakenBack'>): Open =>
  changed(state, data.transfer, ended(at, 'taken back'));

/** It went back to the giver. */
export const givenBack = (state: Open, { at, data }: FactOf<'TransferReturned'>): Open =>
  changed(state, data.transfer, ended(at, 'returned', data.how === 'automatic' ? { isAutomatic: true } : {}));

/** It was looked at and stays. */
export const owed = (state: Open, { data }: FactOf<'PacketOwed'>): Open =>
  changed(state, data.transfer, transfer => ({ ...transfer, isSettled: true }));

/** The offer or pass that makes it good is there; one to another party leaves a move inside this one behind. */
export function completed(state: Open, { at, data }: FactOf<'HandoffOffered' | 'Passed'>): Open {
  const open = openTransfer(state);
  if (data.completes !== undefined) return changed(state, data.completes, ended(at, 'completed'));
  return open ? changed(state, open.id, ended(at, 'overtaken')) : state;
}

/** Resolved: nothing is left to put right. */
export const closed = (state: Open, at: number): Open => ({
  ...state,
  transfers: state.transfers.map(one => (one.until === undefined && one.at <= at ? ended(at, 'resolved')(one) : one)),
});

/** Somebody worked on it; where they are of the party it went to, that is remembered of the transfer. */
export function worked(state: Open, { data: { person }, by }: FactOf<'WorkStarted'>): Open {
  const known = state.worked.includes(person) ? state.worked : [...state.worked, person];
  const isByReceiver = (one: Transfer) => one.to.party === by.party && (!isInside(state, one) || one.mover !== person);
  const touched = (one: Transfer): Transfer =>
    one.until === undefined && isByReceiver(one) ? { ...one, isTouched: true } : one;
  return { ...state, worked: known, transfers: state.transfers.map(touched) };
}
