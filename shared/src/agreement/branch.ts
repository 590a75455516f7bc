import { comparable, type ListedFact } from './condition';
import type { TicketFacts } from './schema';

/**
 * How a matrix too large for one record is found again: forks by ticket facts down to leaves, which together hold
 * every cell the ticket can match.
 */
export type Branch<Leaf> = Fork<Leaf> | { readonly each: readonly Branch<Leaf>[] } | { readonly leaf: Leaf };

/** Values from `from[n]` (inclusive, in comparable form) up to `from[n + 1]` are found under `to[n]`. */
export interface Fork<Leaf> {
  readonly by: ListedFact;
  readonly from: readonly string[];
  readonly to: readonly Branch<Leaf>[];
}

/** The same branches with other leaves. */
export function mapLeaves<From, To>(branch: Branch<From>, change: (leaf: From) => To): Branch<To> {
  if ('leaf' in branch) return { leaf: change(branch.leaf) };
  if ('each' in branch) return { each: branch.each.map(under => mapLeaves(under, change)) };
  return { by: branch.by, from: branch.from, to: branch.to.map(under => mapLeaves(under, change)) };
}

const taken = <Leaf>({ by, from, to }: Fork<Leaf>, facts: TicketFacts): readonly Branch<Leaf>[] => {
  const value = comparable(facts[by]);
  const above = from.findIndex(first => first > value);
  const range = (above === -1 ? from.length : above) - 1;
  return to.slice(range, range + 1);
};

/** The leaves to look into for a ticket. */
export function leavesFor<Leaf>(branch: Branch<Leaf>, facts: TicketFacts): readonly Leaf[] {
  if ('leaf' in branch) return [branch.leaf];
  const under = 'each' in branch ? branch.each : taken(branch, facts);
  return under.flatMap(each => leavesFor(each, facts));
}
