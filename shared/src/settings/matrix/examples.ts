import { exampleFailure, type Agreement, type AgreementDocument } from '../../agreement';
import { crossings } from './handlingFields';
import { choice, name, names, text, time, type Field } from './field';
import { factFields } from './whichCell';

/** An example as the document writes it. */
export type ExampleDocument = NonNullable<AgreementDocument['tests']>[number];

const inTicket = (field: Field): Field => ({ ...field, path: `ticket.${field.path}` });

/** What an example says of its ticket. */
export const exampleTicketFields: readonly Field[] = factFields.map(inTicket);

/** Everything else an example says. */
export const exampleFields: readonly Field[] = [
  text('name', 'What must stay true'),
  choice('crossing', 'Offered', crossings.slice(1)),
  text('at', 'At', 'Such as 2026-03-02T09:00:00Z; when the receiver’s week begins if not said.'),
  names('out', 'Who is out then', 'people', 'Names with commas between.'),
  text('expect.cell', 'Decided by cell', 'Its short name.'),
  name('expect.team', 'Reaches team', 'teams'),
  name('expect.person', 'Reaches person', 'people'),
  time('expect.within', 'Within', 'Time of the receiver, such as 2m; at once if not said.'),
];

/** An example whose expectation can be typed into: the word none is one that expects nothing. */
export const expecting = ({ expect, ...test }: ExampleDocument): object =>
  expect === 'none' || expect === undefined ? test : { ...test, expect };

/** An example as it is kept, from one {@link expecting}. */
export const kept = (test: object): ExampleDocument => ({ expect: 'none', ...test }) as ExampleDocument;

/** A new example about the most common ticket. */
export const blankExample: ExampleDocument = {
  name: 'A new example',
  ticket: { workType: 'incident', priority: 3 },
  expect: 'none',
};

/** What each example expects and does not get; undefined where it holds. */
export const resultsOf = (agreement: Agreement): readonly (string | undefined)[] =>
  agreement.tests.map(test => exampleFailure(agreement, test));
