import { matchCell, passedOver, type Agreement, type Crossing, type TicketFacts } from '../../agreement';
import { conditionFields } from './conditionFields';
import { field, text, type Field } from './field';
import { withFieldText, type Names } from './fieldText';

/** What is asked of a ticket to find its cell. */
export const factFields: readonly Field[] = [
  ...conditionFields
    .filter(({ path }) => path !== 'keywords' && path !== 'bounces')
    .map(({ path, label }) => (path === 'priority' ? field(path, label, { kind: 'count' }) : text(path, label))),
  text('title', 'Title'),
  field('bounces', 'Crossings so far', { kind: 'count' }),
];

/** Facts as they are typed, by the path of their field. */
export type TypedFacts = Readonly<Record<string, string>>;

const noNames: Names = {
  teams: new Map(),
  people: new Map(),
  calendars: new Map(),
  vendors: new Map(),
  actors: new Map(),
};

/** A ticket's facts from what was typed; numbers where a number is meant. */
export const factsFrom = (typed: TypedFacts): TicketFacts =>
  factFields.reduce<object>(
    (facts, each) => withFieldText(facts, each, typed[each.path] ?? '', noNames),
    {},
  ) as TicketFacts;

/** What was typed, from a ticket's facts. */
export const typedFrom = (facts: TicketFacts): TypedFacts =>
  Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, String(value)]));

/** One row and why it does or does not decide. */
export interface Reason {
  readonly row: number;
  readonly name: string;
  readonly why: string;
}

/** The cell that decides about a ticket, and the rows above it that do not. */
export interface Answered {
  readonly decides?: Reason;
  /** All rows where none decides. */
  readonly before: readonly Reason[];
}

/** Which cell a ticket comes to, with the reasons of each row above it. */
export function whichCell(agreement: Agreement, facts: TicketFacts, crossing?: Crossing): Answered {
  const found = matchCell(agreement, facts, crossing);
  const before = passedOver(agreement, facts, crossing).map(({ row, overlay, why }) => {
    const { name = '' } = agreement.matrix[row] ?? {};
    const by = agreement.overlays.find(({ id }) => id === overlay);
    return { row, name: by ? `${name} (${by.name})` : name, why };
  });
  if (found === undefined) return { before };
  const { cell, row, why } = found;
  return { decides: { row, name: cell.name, why: why.join('; ') }, before };
}
