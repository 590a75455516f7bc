import type { AgreementDocument } from '../../agreement';
import { list, names, type Field } from './field';
import { withCell } from './rowEdits';
import { withValueAt } from './documentPath';

type Frozen = NonNullable<NonNullable<AgreementDocument['pilot']>['frozen']>[number];

/** Which tickets a pilot is about, beside its cells. */
export const pilotFields: readonly Field[] = [
  list('pilot.clients', 'Clients', 'With commas between; every client if nothing is said.'),
  names('pilot.teams', 'Receiving teams', 'teams', 'Names with commas between; every team if nothing is said.'),
];

/** What can be frozen, and how it is called. */
export const freezable: readonly (readonly [what: Frozen, label: string])[] = [
  ['scope', 'Freeze which tickets are in it and how strictly'],
  ['owners', 'Freeze who answers: leads, receivers, steps, approvers'],
];

const withItem = <Item>(items: readonly Item[], item: Item, isIn: boolean): readonly Item[] =>
  isIn ? [...items.filter(each => each !== item), item] : items.filter(each => each !== item);

const withList = (document: AgreementDocument, name: 'cells' | 'frozen', items: readonly string[]): AgreementDocument =>
  withValueAt(document, `pilot.${name}`, items.length === 0 ? undefined : items);

/** With a cell in the pilot, piloted from then on, or out of it, with its mode as it is. */
export function withPiloted(document: AgreementDocument, id: string, isIn: boolean): AgreementDocument {
  const cells = withItem(document.pilot?.cells ?? [], id, isIn);
  const row = document.matrix.findIndex(cell => cell.id === id);
  const cell = document.matrix[row];
  const mode = isIn && cell ? { matrix: [...withCell(document.matrix, row, { ...cell, mode: 'pilot' })] } : {};
  return withList({ ...document, ...mode }, 'cells', cells);
}

/** With something frozen, or not. */
export const withFrozen = (document: AgreementDocument, what: Frozen, isFrozen: boolean): AgreementDocument =>
  withList(document, 'frozen', withItem(document.pilot?.frozen ?? [], what, isFrozen));
