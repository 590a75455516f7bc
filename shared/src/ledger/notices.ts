import { custodian, isSamePlacement, type Open, type State } from '../escalation';
import type { LedgerFact } from './chain';
import type { Notice } from './ports';

const moving = new Set(['HandoffAccepted', 'StalemateReached', 'StalemateDecided', 'IdentityDisputed']);

/**
 * What new facts ask of the desk: its own assignment follows custody, and each change of custody leaves the chain's
 * head in a note, so that a cut tail shows (rules §3.2, law 8). Nothing where the desk's fields already lie right.
 */
export function noticesOf(state: State, facts: readonly LedgerFact[]): readonly Notice[] {
  const last = facts.filter(fact => moving.has(fact.type)).pop();
  const head = facts[facts.length - 1];
  if (!last || !head || state.status === 'unopened') return [];
  const to = custodian(state);
  const note: Notice = { is: 'note', key: `${head.id}/note`, head: head.hash, seq: head.seq, to };
  return isThere(state, last) ? [note] : [{ is: 'assign', key: `${last.id}/assign`, to }, note];
}

function isThere(state: Open, last: LedgerFact): boolean {
  if (last.type === 'HandoffAccepted') return last.data.how === 'claimed natively';
  return isSamePlacement(state.native, custodian(state));
}
