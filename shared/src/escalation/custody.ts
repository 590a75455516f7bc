import type { Placement } from '../agreement';
import type { CustodyEntry, Open, State } from './state';

/** Puts an entry at its instant, behind those of the same instant. */
export function withCustody(entries: readonly CustodyEntry[], entry: CustodyEntry): readonly CustodyEntry[] {
  const index = entries.findIndex(other => other.at > entry.at);
  return index < 0 ? [...entries, entry] : [...entries.slice(0, index), entry, ...entries.slice(index)];
}

/** The entry in force at `at` (epoch ms, inclusive); before the opening, the first one. */
export function custodyAt(state: Open, at: number): CustodyEntry {
  const entries = state.custody;
  const index = entries.findIndex(entry => entry.at > at);
  const found = index < 0 ? entries[entries.length - 1] : entries[Math.max(0, index - 1)];
  if (!found) throw new RangeError('An open escalation has a custodian at every instant.');
  return found;
}

/**
 * Desks write instants in whole seconds and see a claim before Baton hears of it: an event this much (ms) before an
 * entry may be the one that made it.
 */
export const SAME_MOMENT = 60_000;

/** The entry in force at `at` (epoch ms) and those that follow within a moment. */
export const nearCustody = (state: Open, at: number): readonly CustodyEntry[] => [
  custodyAt(state, at),
  ...state.custody.filter(entry => entry.at > at && entry.at <= at + SAME_MOMENT),
];

/** Who holds the ticket now. */
export const custodian = (state: Open): Placement => custodyAt(state, Infinity).to;

/** Who holds the ticket now in person; undefined where nobody does, or no ledger is open. */
export const holderIn = (state: State): string | undefined =>
  state.status === 'unopened' ? undefined : custodian(state).person;

/** When the present custody began, epoch ms. */
export const heldSince = (state: Open): number => custodyAt(state, Infinity).at;

/** When the present party's custody began, epoch ms: earlier than {@link heldSince} after a claim or pass. */
export function partySince(state: Open): number {
  const party = custodian(state).party;
  const before = state.custody.map(entry => entry.to.party).lastIndexOf(party === 'msp' ? 'client' : 'msp');
  return state.custody[before + 1]?.at ?? state.openedAt;
}

/** Whether two placements name the same party, team and person. */
export const isSamePlacement = (a: Placement, b: Placement): boolean =>
  a.party === b.party && a.team === b.team && a.person === b.person;

/** A placement without absent fields, so that it can be stored. */
export const placement = (party: Placement['party'], team?: string, person?: string): Placement => ({
  party,
  ...(team === undefined ? {} : { team }),
  ...(person === undefined ? {} : { person }),
});
