import { comparable } from './condition';
import type { Agreement, Cell, Overlay } from './schema';

type Whose = Overlay['when'];

const facts = ['client', 'unit', 'geography', 'customerTier'] as const satisfies readonly (keyof Whose)[];

/** An overlay and whom it inherits from, itself first; where they lead in a circle, each once. */
export function lineage(
  overlays: readonly Overlay[],
  overlay: Overlay,
  heirs: readonly Overlay[] = [],
): readonly Overlay[] {
  const line = [...heirs, overlay];
  const above = overlays.find(other => other.id === overlay.inherits && !line.includes(other));
  return above === undefined ? line : lineage(overlays, above, line);
}

/** Whether an overlay inherits, at last, from itself. */
export const isCircular = (overlays: readonly Overlay[], overlay: Overlay): boolean =>
  lineage(overlays, overlay).at(-1)?.inherits === overlay.id;

const common = (one: readonly string[] | undefined, other: readonly string[] | undefined) => {
  if (one === undefined || other === undefined) return one ?? other;
  const allowed = other.map(comparable);
  return one.filter(value => allowed.includes(comparable(value)));
};

/** The tickets of which both hold; undefined where there is none. */
function narrowed<When extends Cell['when']>(when: When, { ...lines }: Whose): When | undefined {
  const both = facts.map(fact => [fact, common(lines[fact], when[fact])] as const);
  if (both.some(([, values]) => values?.length === 0)) return undefined;
  return { ...when, ...Object.fromEntries(both.filter(([, values]) => values !== undefined)) };
}

/** The tickets an overlay is for, those of whom it inherits from being no fewer; undefined where there are none. */
export const whoseTickets = (overlays: readonly Overlay[], overlay: Overlay): Whose | undefined =>
  lineage(overlays, overlay).reduce<Whose | undefined>(
    (when, { when: outer }) => (when === undefined ? undefined : narrowed(when, outer)),
    overlay.when,
  );

const changed = (cell: Cell, { targets, ...others }: Overlay['cells'][string]): Cell => ({
  ...cell,
  ...others,
  targets: { ...cell.targets, ...targets },
});

/** A cell as it is for the tickets of an overlay; undefined where it changes nothing of it or has no ticket with it. */
export function overlaidCell(overlays: readonly Overlay[], overlay: Overlay, cell: Cell): Cell | undefined {
  const whose = whoseTickets(overlays, overlay);
  const when = whose && narrowed(cell.when, whose);
  if (when === undefined || !Object.hasOwn(overlay.cells, cell.id)) return undefined;
  const changes = [...lineage(overlays, overlay)].reverse().flatMap(({ cells }) => {
    const change = Object.hasOwn(cells, cell.id) ? cells[cell.id] : undefined;
    return change === undefined ? [] : [change];
  });
  const name = `${cell.name} (${overlay.name})`;
  return { ...changes.reduce(changed, cell), name, when, overlay: overlay.id };
}

/** Overlays as they are asked: whoever inherits before whom it inherits from, else as they stand. */
function inOrder(overlays: readonly Overlay[]): readonly Overlay[] {
  const heirs = (id: string | undefined, above: readonly Overlay[]): readonly Overlay[] =>
    overlays
      .filter(overlay => overlay.inherits === id && !above.includes(overlay))
      .flatMap(overlay => [...heirs(overlay.id, [...above, overlay]), overlay]);
  return heirs(undefined, []);
}

type Overlaid = Pick<Agreement, 'matrix' | 'overlays'>;

const known = new WeakMap<Overlaid['overlays'], Pick<Agreement, 'matrix'> & { readonly cells: readonly Cell[] }>();

function expanded({ matrix, overlays }: Overlaid): readonly Cell[] {
  const asked = inOrder(overlays);
  return matrix.flatMap(cell => [...asked.flatMap(overlay => overlaidCell(overlays, overlay, cell) ?? []), cell]);
}

/**
 * Every cell that can decide, in the order in which they are asked: before each cell of the matrix what overlays make
 * of it. What an overlay is silent about it inherits, since the cell it would change is asked anyway.
 */
export function decidingCells({ matrix, overlays }: Overlaid): readonly Cell[] {
  if (overlays.length === 0) return matrix;
  const before = known.get(overlays);
  if (before?.matrix === matrix) return before.cells;
  const cells = expanded({ matrix, overlays });
  known.set(overlays, { matrix, cells });
  return cells;
}
