import type { Placement } from '../agreement';
import type { FactOf } from './events';
import { confirming, namedIn } from './evolveClaim';
import { lies, movedTo } from './evolveCustody';
import type { Open } from './state';
import type { Transfer, TransferEnd } from './transfer';
import { moverOf } from './openTransfer';

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
function settledBefore({ custody, offers, native, nativeAt }: Open, { at, data }: FactOf<'UnbatonedTransfer'>) {
  const { party } = data.to;
  const taken = custody.find(entry => entry.at > at && entry.to.party === party)?.at;
  const offered = offers.find(({ from }) => from > at)?.from;
  const gone = nativeAt > at && native.party !== party ? nativeAt : undefined;
  const instants = [taken, offered, gone].filter(instant => instant !== undefined);
  return instants.length === 0 ? {} : ({ until: Math.min(...instants), ended: 'overtaken' } as const);
}

/** The desk's fields crossed the boundary, custody did not. */
export function transferred(state: Open, fact: FactOf<'UnbatonedTransfer'>): Open {
  const { at, data, by } = fact;
  const to = data.to as Placement;
  const mover = moverOf(by);
  const transfer: Transfer = {
    ...{ id: data.transfer, at, to, accountable: data.accountable },
    ...(mover === undefined ? {} : { mover }),
    ...settledBefore(state, fact),
  };
  const transfers = [...state.transfers, transfer].sort((one, other) => one.at - other.at);
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

/** The offer that makes it good stands now. */
export const completed = (state: Open, { at, data }: FactOf<'HandoffOffered'>): Open =>
  data.completes === undefined ? state : changed(state, data.completes, ended(at, 'completed'));

/** Resolved: nothing is left to put right. */
export const closed = (state: Open, at: number): Open => ({
  ...state,
  transfers: state.transfers.map(one => (one.until === undefined && one.at <= at ? ended(at, 'resolved')(one) : one)),
});

/** Somebody worked on it; where they are of the party it went to, that is remembered of the transfer. */
export function worked(state: Open, { data: { person }, by }: FactOf<'WorkStarted'>): Open {
  const known = state.worked.includes(person) ? state.worked : [...state.worked, person];
  const touched = (one: Transfer): Transfer =>
    one.until === undefined && one.to.party === by.party ? { ...one, isTouched: true } : one;
  return { ...state, worked: known, transfers: state.transfers.map(touched) };
}
