import { crossingTo, type AgreementDocument, type Crossing, type HoldingParty } from '../agreement';

/** How far an agreement goes where a ticket crosses: it only counts, it tells, or it sends back as well. */
export type Mode = NonNullable<AgreementDocument['matrix'][number]['mode']>;

/** A cell that goes further or less far than its boundaries do. */
export interface CellReach {
  readonly id: string;
  readonly name: string;
  readonly mode: Mode;
}

/** How far an agreement goes. */
export interface Reach {
  readonly boundaries: Readonly<Record<Crossing, Mode>>;
  readonly cells: readonly CellReach[];
}

type Said = Partial<Pick<AgreementDocument, 'boundaries' | 'matrix'>>;

/** How far a text goes; a boundary that says nothing only watches, a cell that says nothing does as its boundary. */
export function reachOf({ boundaries, matrix = [] }: Said): Reach {
  const mode = (to: HoldingParty): Mode => boundaries?.[crossingTo(to)]?.mode ?? 'observe';
  return {
    boundaries: { 'client>msp': mode('msp'), 'msp>client': mode('client') },
    cells: matrix.flatMap(({ id, name, mode: own }) =>
      own === undefined ? [] : [{ id, name: name ?? id, mode: own }],
    ),
  };
}

/** The same text where one boundary goes so far. */
export const withBoundaryMode = (document: AgreementDocument, crossing: Crossing, mode: Mode): AgreementDocument => ({
  ...document,
  boundaries: { ...document.boundaries, [crossing]: { ...document.boundaries[crossing], mode } },
});

type Cell = AgreementDocument['matrix'][number];

const withMode = (cell: Cell, mode: Mode | undefined): Cell =>
  mode === undefined
    ? (Object.fromEntries(Object.entries(cell).filter(([field]) => field !== 'mode')) as Cell)
    : { ...cell, mode };

/** The same text where one cell goes so far; as far as its boundary where no mode is given. */
export const withCellMode = (document: AgreementDocument, id: string, mode: Mode | undefined): AgreementDocument => ({
  ...document,
  matrix: document.matrix.map(cell => (cell.id === id ? withMode(cell, mode) : cell)),
});
