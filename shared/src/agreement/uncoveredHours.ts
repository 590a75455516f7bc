import type { Segment } from '../time';
import { resolveBoundary } from './boundary';
import { headerOf } from './header';
import { nextApart, ofPair, weeklyApart } from './hoursTogether';
import { own } from './own';
import { calendarsOfCell, crossingsOf } from './rules/legs';
import type { Agreement } from './schema';
import type { Crossing } from './terms';

/** Hours in which the customer's clock runs and the team that is offered the ticket is closed. */
export interface UncoveredHours {
  readonly row: number;
  readonly crossing: Crossing;
  readonly receiver: string;
  /** In a usual week, ms; 0 where it is only on holidays. */
  readonly weekly: number;
  /** The next time it is so, epoch ms. */
  readonly next: Segment;
}

/** {@link uncoveredHours}, cell after cell, so that who looks through a large matrix can pause. */
export function* eachUncovered(agreement: Agreement, at: number): Generator<readonly UncoveredHours[]> {
  const header = headerOf(agreement);
  const nextOf = ofPair((one, other) => nextApart(one, other, at));
  for (const [row, cell] of agreement.matrix.entries()) {
    yield crossingsOf(cell).flatMap(crossing => {
      const { receiver, closedReceiver } = resolveBoundary(header, cell, crossing);
      const { promised, hours } = calendarsOfCell(agreement, cell, { crossing, receiver });
      const [one, other] = [own(agreement.calendars, promised), own(agreement.calendars, hours)];
      if (one === undefined || other === undefined || closedReceiver !== 'giver holds') return [];
      const next = nextOf(one, other);
      return next === undefined ? [] : [{ row, crossing, receiver, weekly: weeklyApart(one, other), next }];
    });
  }
}

/**
 * Where the customer's clock runs while nobody who could take the ticket is open: per cell and crossing, with the
 * next time after `at` (epoch ms) within a year. Cells that call somebody out of hours, or wait, are left out.
 */
export const uncoveredHours = (agreement: Agreement, at: number): readonly UncoveredHours[] =>
  [...eachUncovered(agreement, at)].flat();
