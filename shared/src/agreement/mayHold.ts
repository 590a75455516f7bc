import { comparable, listedFacts, type ListedFact } from './condition';
import type { Condition, TicketFacts } from './schema';

/** What is kept of an open ticket's facts; one that is left out the ticket does not have. */
export type KeptFacts = Pick<TicketFacts, 'workType' | 'priority' | 'impact'>;

/** Undefined where something decides that is not kept. */
type Verdict = boolean | undefined;

const kept: ReadonlySet<ListedFact> = new Set(['workType', 'priority', 'impact'] as const);

const all = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true;

const any = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes(true) ? true : verdicts.includes(undefined) ? undefined : false;

function lines(when: Condition, facts: KeptFacts): readonly Verdict[] {
  return listedFacts.flatMap((fact): readonly Verdict[] => {
    const allowed = when[fact];
    if (allowed === undefined) return [];
    if (!kept.has(fact)) return [undefined];
    const actual = comparable(facts[fact as keyof KeptFacts]);
    return [allowed.some(value => comparable(value) === actual)];
  });
}

/** Whether a condition holds for a ticket of which not all is kept; undefined where the rest decides. */
export function mayHold(when: Condition, facts: KeptFacts): Verdict {
  const isOfText = when.keywords !== undefined || when.bounces !== undefined;
  return all([
    ...lines(when, facts),
    ...(isOfText ? [undefined] : []),
    ...(when.all ?? []).map(each => mayHold(each, facts)),
    ...(when.any === undefined ? [] : [any(when.any.map(each => mayHold(each, facts)))]),
  ]);
}
