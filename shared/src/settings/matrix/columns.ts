import { writtenDuration, type AgreementDocument } from '../../agreement';
import { crossings, modes } from './handlingFields';
import { conditionFields, furtherText } from './conditionFields';
import { valueAt } from './documentPath';
import { choice, name, text, time, type CellDocument, type Field } from './field';
import { fieldText, type Names } from './fieldText';

/** Which half of the table a column is in: when a cell applies, or who does what by when. */
export type Half = 'when' | 'who';

/** A column of the table. One without a field is opened, not typed in. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly half: Half;
  readonly field?: Field;
  /** The group of the cell's form that it opens. */
  readonly opens?: string;
}

/** What stands in a place of the table. */
export interface Shown {
  readonly text: string;
  /** The cell says nothing here: it is as its boundary says. */
  readonly isInherited: boolean;
}

const inCondition = (path: string): Field[] =>
  conditionFields.filter(line => line.path === path).map(line => ({ ...line, path: `when.${path}` }));

const conditionColumn = (path: string): Column[] =>
  inCondition(path).map(line => ({ key: path, label: line.label, half: 'when', field: line }));

const typed = (key: string, half: Half, field: Field): Column => ({ key, label: field.label, half, field });

/** The columns from left to right; the first names the row. */
export const columns: readonly Column[] = [
  typed('name', 'when', text('name', 'Cell')),
  ...['workType', 'priority', 'impact'].flatMap(conditionColumn),
  typed('boundary', 'when', choice('boundary', 'Direction', crossings)),
  { key: 'further', label: 'And', half: 'when', opens: 'when' },
  typed('receiver', 'who', name('receiver', 'Receiver', 'teams')),
  typed('backup', 'who', name('backup', 'Stand-in', 'teams')),
  typed('acknowledge', 'who', time('targets.acknowledge', 'Accept in')),
  typed('respond', 'who', time('targets.respond.within', 'Respond in')),
  typed('resolve', 'who', time('targets.resolve.within', 'Resolve in')),
  { key: 'ladder', label: 'Then ask', half: 'who', opens: 'ladder' },
  typed('mode', 'who', choice('mode', 'Mode', modes)),
];

type Boundaries = AgreementDocument['boundaries'];
type Way = keyof Boundaries;

const ways = ({ boundary = 'any' }: CellDocument): readonly Way[] =>
  boundary === 'any' ? ['client>msp', 'msp>client'] : [boundary];

const said = (values: readonly string[]): string => [...new Set(values)].filter(value => value !== '').join(' / ');

/** What holds where neither cell nor boundary says anything. */
const usual: Readonly<Record<string, string>> = {
  acknowledge: writtenDuration(30 * 60_000),
  mode: 'observe',
  boundary: 'any',
};

function inherited(cell: CellDocument, { key, field }: Column, boundaries: Boundaries, names: Names): string {
  if (field === undefined || valueAt(boundaries['client>msp'], field.path) === undefined) return usual[key] ?? '';
  return said(ways(cell).map(way => fieldText(boundaries[way], field, names)));
}

const labelled = (value: string, field: Field, names: Names): string => {
  if (field.kind === 'name') return names[field.of].get(value) ?? value;
  return (field.kind === 'choice' && field.of.find(([each]) => each === value)?.[1]) || value;
};

const calledIn = (text: string, field: Field, names: Names): string =>
  text
    .split(' / ')
    .map(value => labelled(value, field, names))
    .join(' / ');

const steps: Readonly<Record<string, string>> = { team: '', backup: 'backup of ', lead: 'lead of ' };

const ladderText = (ladder: NonNullable<CellDocument['ladder']>, { teams }: Names): string =>
  ladder.map(({ team, who = 'team' }) => `${steps[who]}${teams.get(team) ?? team}`).join(', then ');

function opened(cell: CellDocument, { key }: Column, boundaries: Boundaries, names: Names): Shown {
  if (key === 'further') return { text: furtherText(cell.when ?? {}, names), isInherited: false };
  if (cell.ladder) return { text: ladderText(cell.ladder, names), isInherited: false };
  const ladders = ways(cell).map(way => ladderText(boundaries[way].ladder ?? [], names));
  return { text: said(ladders) || 'the backup, then the lead', isInherited: true };
}

/** What the table shows of a cell in a column: its own words, else what it inherits. */
export function shownIn(cell: CellDocument, column: Column, boundaries: Boundaries, names: Names): Shown {
  const { field } = column;
  if (field === undefined) return opened(cell, column, boundaries, names);
  const own = fieldText(cell, field, names);
  const isInherited = own === '';
  const text = isInherited ? inherited(cell, column, boundaries, names) : own;
  return { text: calledIn(text, field, names), isInherited: isInherited && text !== '' };
}
