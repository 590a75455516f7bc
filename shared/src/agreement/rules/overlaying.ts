import { isCircular, lineage, overlaidCell, whoseTickets } from '../overlays';
import type { Agreement, Cell, Overlay } from '../schema';
import { entries, place, places, repetitions, rule, type Place, type Rule } from './rule';

const overlays = (agreement: Agreement): readonly Place<Overlay>[] => places('overlays', agreement.overlays);

interface Changed {
  readonly overlay: Overlay;
  readonly cell: string;
}

const changes = (agreement: Agreement): readonly Place<Changed>[] =>
  overlays(agreement).flatMap(({ path, value: overlay }) =>
    entries(`${path}.cells`, overlay.cells).map(change => ({
      path: change.path,
      value: { overlay, cell: change.path.slice(`${path}.cells.`.length) },
    })),
  );

const cellOf = ({ matrix }: Agreement, id: string): Cell | undefined => matrix.find(cell => cell.id === id);

const circle = (overlay: Overlay, agreement: Agreement): string =>
  [...lineage(agreement.overlays, overlay), overlay].map(({ id }) => `“${id}”`).join(' → ');

/** Overlays inherit from something that is there, change something that is there, and meet a ticket. */
export const overlaying: readonly Rule[] = [
  rule({
    code: 'duplicate-overlay',
    at: agreement =>
      repetitions(overlays(agreement).map(({ path, value }) => ({ path: `${path}.id`, value: value.id }))),
    holds: () => false,
    message: ({ value, first }) => `is “${value}”, as ${first} is; give the overlay another id`,
  }),
  rule({
    code: 'unknown-overlay',
    at: agreement => overlays(agreement).flatMap(({ path, value }) => place(`${path}.inherits`, value.inherits)),
    holds: (id, agreement) => agreement.overlays.some(overlay => overlay.id === id),
    message: id =>
      `names “${id}”, which is no overlay of this agreement; correct the name, or remove it to inherit the agreement`,
  }),
  rule({
    code: 'circular-overlay',
    at: agreement => overlays(agreement).map(({ path, value }) => ({ path: `${path}.inherits`, value })),
    holds: (overlay, agreement) => !isCircular(agreement.overlays, overlay),
    message: (overlay, agreement) =>
      `leads back to itself: ${circle(overlay, agreement)}; let one of them inherit the agreement`,
  }),
  rule({
    code: 'overlay-without-tickets',
    at: overlays,
    holds: (overlay, agreement) => whoseTickets(agreement.overlays, overlay) !== undefined,
    message: () => 'is for no ticket of the overlay it inherits from; change when, or inherit the agreement',
  }),
  rule({
    code: 'unknown-cell',
    at: changes,
    holds: ({ cell }, agreement) => cellOf(agreement, cell) !== undefined,
    message: ({ cell }) => `changes “${cell}”, which is no cell of this agreement; correct the id or remove it`,
  }),
  rule({
    code: 'overlay-beside-cell',
    at: changes,
    holds: ({ overlay, cell: id }, agreement) => {
      const cell = cellOf(agreement, id);
      const isReached = cell === undefined || whoseTickets(agreement.overlays, overlay) === undefined;
      return isReached || overlaidCell(agreement.overlays, overlay, cell) !== undefined;
    },
    message: ({ overlay }) => `changes a cell that is for none of the tickets of “${overlay.name}”; remove it`,
  }),
];
