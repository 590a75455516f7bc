import { matchCell, passedOver, type Agreement, type TicketFacts } from '@baton/shared';
import { ZenEngine } from '@gorules/zen-engine';
import { Engine, type RuleProperties } from 'json-rules-engine';
import type { DrawnRule } from './drawnRules';

/** Something that finds the first rule for a ticket; `undefined` where none holds. */
export interface Matcher {
  readonly name: string;
  readonly first: (ticket: TicketFacts) => string | undefined | Promise<string | undefined>;
}

const factOf = (ticket: TicketFacts, fact: string): string | undefined =>
  (ticket as unknown as Readonly<Record<string, string | undefined>>)[fact];

/** Rule by rule from the top, as anybody would write it first. */
export const plainLoop = (rules: readonly DrawnRule[]): Matcher => {
  const lines = rules.map(({ id, when }) => ({ id, when: Object.entries(when) }));
  return {
    name: 'a plain loop',
    first: ticket =>
      lines.find(({ when }) => when.every(([fact, values]) => values.includes(factOf(ticket, fact) ?? '')))?.id,
  };
};

export const baton = (agreement: Agreement): Matcher => ({
  name: 'Baton, the cell and why it',
  first: ticket => matchCell(agreement, ticket)?.cell.id,
});

/** With the reason against every rule above. */
export const batonExplained = (agreement: Agreement): Matcher => ({
  name: 'Baton, and why none above',
  first: ticket => {
    const above = passedOver(agreement, ticket);
    const match = matchCell(agreement, ticket);
    return above.every(({ why }) => why !== '') ? match?.cell.id : undefined;
  },
});

const ruleOf = ({ id, when }: DrawnRule, row: number, all: readonly DrawnRule[]): RuleProperties => ({
  conditions: { all: Object.entries(when).map(([fact, value]) => ({ fact, operator: 'in', value })) },
  event: { type: id },
  priority: all.length - row,
});

/** The first rule by priority stops the run, which is how this engine gives a first match. */
export const jsonRulesEngine = (rules: readonly DrawnRule[]): Matcher => {
  const engine = new Engine(rules.map(ruleOf), { allowUndefinedFacts: true });
  engine.on('success', () => engine.stop());
  return {
    name: 'json-rules-engine',
    first: async ticket => (await engine.run({ ...ticket })).events[0]?.type,
  };
};

const tableOf = (rules: readonly DrawnRule[]): object => {
  const names = [...new Set(rules.flatMap(({ when }) => Object.keys(when)))];
  const cells = ({ when }: DrawnRule) =>
    names.map(name => [name, (when[name] ?? []).map(value => `"${value}"`).join(', ')] as const);
  return {
    hitPolicy: 'first',
    inputs: names.map(name => ({ id: name, name, field: name })),
    outputs: [{ id: 'cell', name: 'cell', field: 'cell' }],
    rules: rules.map(rule => ({ _id: rule.id, ...Object.fromEntries(cells(rule)), cell: `"${rule.id}"` })),
  };
};

/** A decision table with the hit policy “first”. */
export const zenEngine = (rules: readonly DrawnRule[]): Matcher => {
  const node = (id: string, type: string) => ({ id, type, name: id, position: { x: 0, y: 0 } });
  const nodes = [
    node('in', 'inputNode'),
    { ...node('table', 'decisionTableNode'), content: tableOf(rules) },
    node('out', 'outputNode'),
  ];
  const edge = (sourceId: string, targetId: string) => ({ id: `${sourceId}-${targetId}`, sourceId, targetId });
  const decision = new ZenEngine().createDecision({ nodes, edges: [edge('in', 'table'), edge('table', 'out')] });
  return {
    name: '@gorules/zen-engine',
    first: async ticket => {
      const { result } = await decision.evaluate(ticket);
      return (result as { readonly cell?: string }).cell;
    },
  };
};
