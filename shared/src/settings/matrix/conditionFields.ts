import type { AgreementDocument } from '../../agreement';
import { field, type Field } from './field';
import { fieldText, type Names } from './fieldText';

/** When a cell applies, as the document writes it. */
export type ConditionDocument = NonNullable<AgreementDocument['matrix'][number]['when']>;

const words = (path: string, label: string, hint?: string): Field =>
  field(path, label, { kind: 'list', holds: 'words' }, hint);

/** The lines of a condition: each must hold, and within a line any of its values will do. */
export const conditionFields: readonly Field[] = [
  words('workType', 'Work type', 'Such as incident, request; several with commas between.'),
  field('priority', 'Priority', { kind: 'list', holds: 'numbers' }, '1 is the most urgent, 4 the least.'),
  words('impact', 'Impact'),
  words('urgency', 'Urgency'),
  words('service', 'Service'),
  words('client', 'Client'),
  words('unit', 'Business unit'),
  words('geography', 'Geography'),
  words('customerTier', 'Customer tier'),
  words('riskCategory', 'Risk category'),
  words('keywords', 'Words in the title', 'Any of them, as whole words.'),
  field('bounces', 'Crossings so far, at least', { kind: 'count' }),
];

/** Those that have a column of their own in the table. */
const inColumns = new Set(['workType', 'priority', 'impact']);

const lineText = (when: ConditionDocument, line: Field, names: Names): readonly string[] => {
  const said = fieldText(when, line, names);
  return said === '' ? [] : [`${line.label.toLowerCase()} ${said.split(', ').join(' or ')}`];
};

const bracketed = (parts: readonly string[], word: string): string =>
  parts.length > 1 ? `(${parts.join(` ${word} `)})` : parts.join('');

function partsOf(when: ConditionDocument, names: Names, fields: readonly Field[]): readonly string[] {
  const { all = [], any = [] } = when;
  const inside = (each: ConditionDocument): string => bracketed(partsOf(each, names, conditionFields), 'AND');
  return [
    ...fields.flatMap(line => lineText(when, line, names)),
    ...all.map(inside),
    ...(any.length === 0 ? [] : [bracketed(any.map(inside), 'OR')]),
  ].filter(part => part !== '');
}

/**
 * A whole condition in a line; empty where it holds for every ticket.
 *
 * @example
 * conditionText({ workType: 'incident', any: [{ priority: [1, 2] }, { keywords: 'outage' }] }, names)
 * //=> 'work type incident AND (priority 1 or 2 OR words in the title outage)'
 */
export const conditionText = (when: ConditionDocument, names: Names): string =>
  partsOf(when, names, conditionFields).join(' AND ');

/** What a condition says beside its columns in the table. */
export const furtherText = (when: ConditionDocument, names: Names): string =>
  partsOf(
    when,
    names,
    conditionFields.filter(({ path }) => !inColumns.has(path)),
  ).join(' AND ');
