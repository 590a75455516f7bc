import type { AgreementDocument } from '../agreement';

type Handled = { mode?: AgreementDocument['matrix'][number]['mode'] };

const watching = <Cell extends Handled>(cell: Cell): Cell => ({ ...cell, mode: 'observe' });
/** A cell that says nothing of it does as its boundary does. */
const ifSaid = <Cell extends Handled>(cell: Cell): Cell => (cell.mode === undefined ? cell : watching(cell));

type Overlays = NonNullable<AgreementDocument['overlays']>;

const overlaid = ({ cells = {}, ...overlay }: Overlays[number]): Overlays[number] => ({
  ...overlay,
  cells: Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, ifSaid(cell)])),
});

/** The same agreement where it only watches: nobody is told and nothing is held up, everything is counted. */
export const onlyWatching = (document: AgreementDocument): AgreementDocument => ({
  ...document,
  boundaries: {
    'client>msp': watching(document.boundaries['client>msp']),
    'msp>client': watching(document.boundaries['msp>client']),
  },
  matrix: document.matrix.map(ifSaid),
  ...(document.overlays ? { overlays: document.overlays.map(overlaid) } : {}),
});
