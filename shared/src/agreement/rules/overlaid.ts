import { decidingCells } from '../overlays';
import type { Agreement } from '../schema';
import type { Rule, RuleViolation } from './rule';

interface Overlaid {
  readonly agreement: Agreement;
  /** Where each of its rows is written, and the row it changes. */
  readonly written: readonly { readonly path: string; readonly changes: string }[];
}

const known = new WeakMap<Agreement, Overlaid>();

/** An agreement of nothing but what overlays make of its cells. */
function overlaid(agreement: Agreement): Overlaid {
  const before = known.get(agreement);
  if (before !== undefined) return before;
  const { matrix, overlays: all } = agreement;
  const cells = decidingCells(agreement).filter(({ overlay }) => overlay !== undefined);
  const written = cells.map(({ id, overlay }) => ({
    path: `overlays.${all.findIndex(each => each.id === overlay)}.cells.${id}`,
    changes: `matrix.${matrix.findIndex(cell => cell.id === id)}`,
  }));
  // Two overlays may change one cell, which is no cell said twice.
  const named = cells.map((cell, place) => ({ ...cell, id: `${cell.id}.${place}` }));
  const made = { agreement: { ...agreement, matrix: named, overlays: [], tests: [] }, written };
  known.set(agreement, made);
  return made;
}

const inMatrix = /^matrix\.(\d+)(?=\.|$)/;

/** A violation where it is written; undefined where it is none of an overlay's, or told already. */
function ofOverlay(
  violation: RuleViolation,
  { written }: Overlaid,
  told: ReadonlySet<string>,
): RuleViolation | undefined {
  const place = written[Number(inMatrix.exec(violation.path)?.[1])];
  if (place === undefined) return undefined;
  const rest = violation.path.replace(inMatrix, '');
  if (told.has(place.changes + rest + violation.message)) return undefined;
  // Whom it serves is the cell's alone to say.
  const at = rest === '.boundary' ? place.changes : place.path;
  return { ...violation, path: at + rest };
}

/** The rule, kept by what overlays make of cells too; what a cell is told already is not told again of its overlays. */
export function withOverlays(stated: Rule): Rule {
  function* judged(agreement: Agreement): Generator<RuleViolation | undefined> {
    const told = new Set<string>();
    for (const violation of stated.judged(agreement)) {
      if (violation !== undefined) told.add(violation.path + violation.message);
      yield violation;
    }
    if (agreement.overlays.length === 0) return;
    const made = overlaid(agreement);
    for (const violation of stated.judged(made.agreement)) yield violation && ofOverlay(violation, made, told);
  }
  return { ...stated, judged, violations: agreement => [...judged(agreement)].filter(each => each !== undefined) };
}
