import {
  DeskError,
  LedgerError,
  type Append,
  type Erasure,
  type Hashing,
  type LedgerPort,
  type ListRow,
  type LoadedLedger,
} from '@baton/shared';

/** What the ledgers behind the doors seal with: the key of the contract suite. */
export const LEDGER_KEY = 'a secret of the installation';

/** A call of a ledger port as it travels to the host that runs it. */
export type LedgerCall =
  | { readonly type: 'load'; readonly ticket: string }
  | { readonly type: 'loadVersion'; readonly ticket: string; readonly version: number }
  | { readonly type: 'append'; readonly ticket: string; readonly append: Append; readonly last: LoadedLedger | null }
  | { readonly type: 'relist'; readonly ticket: string; readonly ledger: LoadedLedger; readonly row: ListRow }
  | { readonly type: 'erase'; readonly ticket: string; readonly ledger: LoadedLedger; readonly erasure: Erasure }
  | { readonly type: 'limit' };

/** What comes back: errors travel as values, so that the test meets them as the app does. */
export type LedgerAnswer =
  | { readonly value: unknown }
  | { readonly error: { readonly name: string; readonly code: string; readonly message: string } };

type Calls = {
  readonly [T in LedgerCall['type']]: (port: LedgerPort, call: Extract<LedgerCall, { type: T }>) => unknown;
};

const calls: Calls = {
  load: (port, { ticket }) => port.load(ticket),
  loadVersion: (port, { ticket, version }) => port.loadVersion(ticket, version),
  append: (port, { ticket, append, last }) => port.append(ticket, append, last ?? undefined),
  relist: (port, { ticket, ledger, row }) => port.relist(ticket, ledger, row),
  erase: (port, { ticket, ledger, erasure }) => port.erase(ticket, ledger, erasure),
  limit: port => port.pageLimit,
};

const called = async (port: LedgerPort, call: LedgerCall): Promise<unknown> => calls[call.type](port, call as never);

/** Calls the port on the app's side of the door. */
export async function answerLedgerCall(port: LedgerPort, call: LedgerCall): Promise<LedgerAnswer> {
  try {
    return { value: (await called(port, call)) ?? null };
  } catch (error) {
    const { name, code, message } = error as LedgerError;
    return { error: { name, code, message } };
  }
}

function thrown({ name, code, message }: { name: string; code: string; message: string }): Error {
  if (name === 'LedgerError') return new LedgerError(code as LedgerError['code'], message);
  if (name === 'DeskError') return new DeskError(code as DeskError['code'], message);
  return new Error(`${name}: ${message}`);
}

/** The port on the test's side: every call goes through the host to the app's own ledger. */
export async function ledgerBehind(
  hash: Hashing,
  sealed: Hashing,
  call: (call: LedgerCall) => Promise<unknown>,
): Promise<LedgerPort> {
  if (hash('') !== sealed('')) throw new Error('The contract seals with another key than the doors.');
  const ask = async <T>(asked: LedgerCall): Promise<T> => {
    const answer = (await call(asked)) as LedgerAnswer;
    if ('error' in answer) throw thrown(answer.error);
    return answer.value as T;
  };
  return {
    pageLimit: await ask<number>({ type: 'limit' }),
    load: async ticket => (await ask<LoadedLedger | null>({ type: 'load', ticket })) ?? undefined,
    loadVersion: async (ticket, version) =>
      (await ask<LoadedLedger | null>({ type: 'loadVersion', ticket, version })) ?? undefined,
    relist: (ticket, ledger, row) => ask({ type: 'relist', ticket, ledger, row }),
    erase: (ticket, ledger, erasure) => ask({ type: 'erase', ticket, ledger, erasure }),
    append: (ticket, append, last) => ask({ type: 'append', ticket, append, last: last ?? null }),
  };
}
