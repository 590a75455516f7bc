import type { AgreementDocument } from '../../agreement';
import { cellGroups } from './cellFields';
import { valueAt, withValueAt } from './documentPath';
import type { CellDocument, Field, FieldGroup } from './field';
import { fieldText, type Names } from './fieldText';
import { labelOf } from './fieldLabel';

/** An overlay as the document writes it. */
export type OverlayDocument = NonNullable<AgreementDocument['overlays']>[number];
type Change = NonNullable<OverlayDocument['cells']>[string];

/** A cell as it is for the tickets of an overlay, and as it would be without what the overlay says itself. */
export interface OverlaidCell {
  readonly inherited: CellDocument;
  readonly own: CellDocument;
  /** What the overlay says itself: each is inherited or changed as a whole. */
  readonly changed: readonly string[];
}

/** What an overlay changes as a whole: each target by itself, everything else by its first name. */
const unitOf = (path: string): string => path.split('.', path.startsWith('targets.') ? 2 : 1).join('.');

const unitsIn = ({ targets = {}, ...others }: { readonly targets?: object }): readonly string[] => [
  ...Object.keys(targets).map(name => `targets.${name}`),
  ...Object.keys(others),
];

const merged = (cell: CellDocument, { targets, ...others }: Change): CellDocument => ({
  ...cell,
  ...others,
  targets: { ...cell.targets, ...targets },
});

/** An overlay and whom it inherits from, itself first; where they lead in a circle, each once. */
function lineage(overlays: readonly OverlayDocument[], overlay: OverlayDocument): readonly OverlayDocument[] {
  const line = [overlay];
  for (;;) {
    const above = overlays.find(each => each.id === line.at(-1)?.inherits && !line.includes(each));
    if (above === undefined) return line;
    line.push(above);
  }
}

const changeOf = ({ cells = {} }: OverlayDocument, cell: string): Change => cells[cell] ?? {};

/** A cell with what an overlay inherits of it, and with what it says itself; undefined where there is no such cell. */
export function overlaidDocument(
  { matrix, overlays = [] }: AgreementDocument,
  overlay: OverlayDocument,
  id: string,
): OverlaidCell | undefined {
  const cell = matrix.find(each => each.id === id);
  if (cell === undefined) return undefined;
  const above = lineage(overlays, overlay).slice(1).reverse();
  const inherited = above.reduce((made, each) => merged(made, changeOf(each, id)), cell);
  const change = changeOf(overlay, id);
  return { inherited, own: merged(inherited, change), changed: unitsIn(change) };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * The overlay after its cell was edited into another one. What is edited is changed here from now on, what is edited
 * back or taken away is inherited again; what was not edited stays as it was.
 */
export function withOverlaidCell(
  overlay: OverlayDocument,
  { inherited, own }: OverlaidCell,
  edited: CellDocument,
): OverlayDocument {
  const units = new Set([...unitsIn(own), ...unitsIn(edited)]);
  const changes = [...units].filter(unit => !isSame(valueAt(own, unit), valueAt(edited, unit)));
  const change = changes.reduce(
    (made, unit) => {
      const value = valueAt(edited, unit);
      return withValueAt(made, unit, isSame(value, valueAt(inherited, unit)) ? undefined : value);
    },
    changeOf(overlay, inherited.id),
  );
  return { ...overlay, cells: { ...overlay.cells, [inherited.id]: change } };
}

/** The overlay with one change of a cell given up. */
export const withoutChange = (overlay: OverlayDocument, cell: string, unit: string): OverlayDocument => ({
  ...overlay,
  cells: { ...overlay.cells, [cell]: withValueAt(changeOf(overlay, cell), unit, undefined) ?? {} },
});

/** The overlay saying nothing of a cell any more. */
export function withoutCell(overlay: OverlayDocument, cell: string): OverlayDocument {
  const cells = Object.entries(overlay.cells ?? {}).filter(([id]) => id !== cell);
  return { ...overlay, cells: Object.fromEntries(cells) };
}

const ofTheCellAlone = new Set(['name', 'id']);

const isIn = (unit: string, path: string): boolean => path === unit || path.startsWith(`${unit}.`);

/** What a whole unit says, in the words of its fields. */
function unitText(cell: CellDocument, unit: string, names: Names): string {
  const said = fieldsOf(cellGroups)
    .filter(({ path }) => isIn(unit, path))
    .map(field => [field.label, fieldText(cell, field, names)] as const)
    .filter(([, text]) => text !== '');
  if (said.length === 1) return said[0]![1];
  if (said.length > 1) return said.map(([label, text]) => `${label}: ${text}`).join('; ');
  const list = valueAt(cell, unit);
  return Array.isArray(list) && list.length > 0 ? `a list of ${list.length}` : '';
}

const fieldsOf = (groups: readonly FieldGroup[]): readonly Field[] => groups.flatMap(({ fields }) => fields);

/** Said of a value that nobody gave. */
const NOTHING = 'nothing said, as its direction says';

/** What an overlay changes of a cell, in words. */
export interface OverlayChange {
  readonly unit: string;
  readonly label: string;
  readonly here: string;
  readonly inherited: string;
}

/** Everything an overlay changes of a cell, with what it would inherit. */
export const changesOf = ({ inherited, own, changed }: OverlaidCell, names: Names): readonly OverlayChange[] =>
  changed.map(unit => ({
    unit,
    label: labelOf(unit) ?? unit,
    here: unitText(own, unit, names) || 'changed',
    inherited: unitText(inherited, unit, names) || NOTHING,
  }));

const joined = (hint: string | undefined, state: string): string => (hint === undefined ? state : `${hint} ${state}`);

/** The groups of a cell's form, each field saying whether it is inherited or changed here. */
export function overlaidGroups({ inherited, changed }: OverlaidCell, names: Names): readonly FieldGroup[] {
  const isChanged = (path: string): boolean => changed.includes(unitOf(path));
  const told = (field: Field): Field => {
    const before = fieldText(inherited, field, names) || NOTHING;
    return {
      ...field,
      hint: joined(field.hint, isChanged(field.path) ? `Changed here; inherited: ${before}.` : 'Inherited.'),
    };
  };
  return cellGroups.map(group => ({
    ...group,
    fields: group.fields.filter(({ path }) => !ofTheCellAlone.has(path)).map(told),
    ...(group.lines === undefined
      ? {}
      : {
          lines: group.lines.map(lines => ({
            ...lines,
            hint: joined(lines.hint, isChanged(lines.path) ? 'Changed here.' : 'Inherited.'),
          })),
        }),
  }));
}
