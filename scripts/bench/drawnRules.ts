import type { TicketFacts } from '@baton/shared';
import { drawing } from './drawing';

/** One rule of a drawn matrix: allowed values per fact, of which at most six are limited. */
export interface DrawnRule {
  readonly id: string;
  readonly when: Readonly<Record<string, readonly string[]>>;
}

const facts = ['impact', 'urgency', 'service', 'client', 'unit', 'geography'] as const;
const valuesOf = (fact: string): readonly string[] => Array.from({ length: 12 }, (_, n) => `${fact} ${n}`);

/** So many rules over six facts: each limits most facts to one to three of twelve values, the last one holds for all. */
export function drawnRules(count: number): readonly DrawnRule[] {
  const draw = drawing(6);
  const rules = Array.from({ length: count - 1 }, (_, n): DrawnRule => {
    const limited = facts.filter(() => draw(4) > 0);
    const when = limited.map(fact => [fact, valuesOf(fact).filter(() => draw(6) === 0)] as const);
    return { id: `rule-${n}`, when: Object.fromEntries(when.filter(([, values]) => values.length > 0)) };
  });
  return [...rules, { id: 'rest', when: {} }];
}

/** Tickets to look up, some with a fact that is not known. */
export function drawnTickets(count: number): readonly TicketFacts[] {
  const draw = drawing(7);
  return Array.from({ length: count }, () => {
    const known = facts.filter(() => draw(12) > 0).map(fact => [fact, valuesOf(fact)[draw(12)]] as const);
    return { workType: 'incident', priority: 3, ...Object.fromEntries(known) };
  });
}
