import type { Actor } from '../ticket';
import { custodian } from './custody';
import type { Open, State } from './state';
import type { Transfer } from './transfer';

/** How long (ms) whoever moved it may take it back as if nothing had been; questions and returns wait for that. */
export const CORRECTED_WITHIN = 120_000;

/** The un-batoned transfer that is not put right yet. */
export const openTransfer = (state: Open): Transfer | undefined =>
  [...state.transfers].reverse().find(transfer => transfer.until === undefined);

/** Whether a transfer that is not put right yet went to another team of the party that has custody. */
export const isInside = (state: Open, { to }: Pick<Transfer, 'to'>): boolean => to.party === custodian(state).party;

/** The un-batoned transfers that count: those that were not taken back at once. */
export const counting = ({ transfers }: Open): readonly Transfer[] =>
  transfers.filter(({ ended }) => ended !== 'corrected');

/** The un-batoned transfer that was not put right yet at `at` (epoch ms). */
export const transferAt = (state: Open, at: number): Transfer | undefined =>
  [...counting(state)].reverse().find(transfer => transfer.at <= at && at < (transfer.until ?? Infinity));

/** When a transfer has to be looked at (epoch ms): once the time for corrections is over, and once only. */
export function settleAt(state: State): number | undefined {
  if (state.status === 'unopened' || state.status === 'resolved' || state.status === 'gone') return undefined;
  const transfer = openTransfer(state);
  return transfer && !transfer.isSettled ? transfer.at + CORRECTED_WITHIN : undefined;
}

/** Names whoever moved a ticket: agreement id, else native id, else a rule's name. */
export const moverOf = ({ person, native, rule }: Actor): string | undefined => person ?? native ?? rule;
