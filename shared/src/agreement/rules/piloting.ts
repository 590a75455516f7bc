import { narrows } from '../pilot';
import type { Agreement } from '../schema';
import { legs } from './legs';
import { place, places, rule, type Rule } from './rule';

/** A pilot is about cells that are there. */
export const piloting: Rule = rule({
  code: 'unknown-pilot-cell',
  at: ({ pilot }) => places('pilot.cells', pilot.cells),
  holds: (id, { matrix }) => matrix.some(cell => cell.id === id),
  message: id => `names “${id}”, which is no cell of this agreement; correct the id or remove it`,
});

const isPiloted = (agreement: Agreement): boolean => {
  const changes = agreement.overlays.flatMap(({ cells }) => Object.values(cells));
  const all = [...legs(agreement).map(({ value }) => value.handling), ...changes];
  return all.some(({ mode }) => mode === 'pilot');
};

/** Which tickets a pilot is about says nothing while nothing is piloted. */
export const emptyPilot: Rule = rule({
  code: 'pilot-of-nothing',
  advice: true,
  at: ({ pilot }) => place('pilot', narrows(pilot) ? pilot : undefined),
  holds: (_, agreement) => isPiloted(agreement),
  message: () =>
    'says which tickets it is about, but no boundary or cell has the mode pilot; set it where the pilot begins',
});
