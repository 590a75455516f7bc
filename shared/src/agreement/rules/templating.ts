import type { Agreement } from '../schema';
import { forAll, insideOnly, variablesIn } from '../template';
import { places, repetitions, rule, type Place, type Rule } from './rule';

/** A variable of a template, and for whom that is. */
interface Named {
  readonly name: string;
  readonly audience: Agreement['templates'][number]['audience'];
}

const variables = ({ templates }: Agreement): readonly Place<Named>[] =>
  places('templates', templates).flatMap(({ path, value: { audience, subject = '', body } }) =>
    Object.entries({ subject, body }).flatMap(([part, text]) =>
      variablesIn(text).map(name => ({ path: `${path}.${part}`, value: { name, audience } })),
    ),
  );

const all: readonly string[] = [...forAll, ...insideOnly];

const isInside = (name: string): boolean => (insideOnly as readonly string[]).includes(name);

const braced = (names: readonly string[]): string => names.map(name => `{${name}}`).join(', ');

/** Texts for each stage and audience name what exists and what their readers may know. */
export const templating: readonly Rule[] = [
  rule({
    code: 'unknown-variable',
    at: variables,
    holds: ({ name }) => all.includes(name),
    message: ({ name, audience }) =>
      `names {${name}}, which does not exist; there are ${braced(audience === 'customer' ? forAll : all)}`,
  }),
  rule({
    code: 'internal-variable',
    at: variables,
    holds: ({ name, audience }) => audience !== 'customer' || !isInside(name),
    message: ({ name }) => `would show the customer {${name}}, which stays between the parties; take it out`,
  }),
  rule({
    code: 'duplicate-template',
    at: ({ templates }) =>
      repetitions(
        places('templates', templates).map(({ path, value: { stage, audience } }) => ({
          path,
          value: `${stage} for ${audience}`,
        })),
      ),
    holds: () => false,
    message: ({ value, first }) => `is “${value}”, as ${first} is; there is one text for each`,
  }),
  rule({
    code: 'unused-template',
    advice: true,
    at: ({ templates }) => places('templates', templates),
    holds: ({ stage, audience }) => audience === 'customer' || stage === 'resolved' || stage === 'closed',
    message: ({ stage }) =>
      `is said to nobody: to the parties Baton says “${stage}” in its own words, with its clocks; agreed texts close a ticket`,
  }),
];
