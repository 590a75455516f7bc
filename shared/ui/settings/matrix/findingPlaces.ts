import type { AgreementDocument } from '../../../src/agreement';
import { columns, type Finding, type Place } from '../../../src/settings/matrix';
import type { Opened } from './OpenForm';

/** The findings of each cell, by its id. */
export function findingsByCell(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byCell = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.cell === undefined) continue;
    const those = byCell.get(finding.cell) ?? [];
    byCell.set(finding.cell, [...those, finding]);
  }
  return byCell;
}

const isIn = (path: string, part: string): boolean =>
  path === part || path.startsWith(`${part}.`) || part.startsWith(`${path}.`);

const OVERLAY = /^overlays\.(\d+)(?:\.cells\.([^.]+))?\.?(.*)$/;

/** The overlay, the cell that it changes and the place in it. */
function overlayAt(path: string): Opened | undefined {
  const [, index, cell, part] = OVERLAY.exec(path) ?? [];
  if (index === undefined) return undefined;
  return { what: 'overlay', index: Number(index), ...(cell ? { cell } : {}), ...(part ? { part } : {}) };
}

function boundaryAt(path: string): Opened | undefined {
  const [, way] = /^boundaries\.([^.]+)/.exec(path) ?? [];
  return way === 'client>msp' || way === 'msp>client' ? { what: way } : undefined;
}

/** Where a finding can be mended: a place in the table, a form, or both. */
export function placeOf({ cell, path }: Finding, { matrix }: AgreementDocument): { to?: Place; opens?: Opened } {
  const outside = boundaryAt(path) ?? overlayAt(path);
  if (outside) return { opens: outside };
  const row = matrix.findIndex(({ id }) => id === cell);
  if (row === -1) return { to: { row: 0, column: 0 } };
  const column = columns.findIndex(({ field }) => path !== '' && field !== undefined && isIn(path, field.path));
  if (column !== -1 || path === '') return { to: { row, column: Math.max(0, column) } };
  return { to: { row, column: 0 }, opens: { what: 'cell', part: path } };
}
