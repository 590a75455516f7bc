import {
  compileCalendar,
  DAY,
  openSegments,
  readInstant,
  segmentsLength,
  subtractSegments,
  type Segment,
} from '../time';
import { resolveBoundary } from './boundary';
import { headerOf } from './header';
import { own } from './own';
import { crossingsOf, receivingParty } from './rules/legs';
import type { Agreement, Cell } from './schema';
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

const mondays = ['2026-01-05T00:00:00Z', '2026-07-06T00:00:00Z'].map(text => readInstant(text) ?? 0);
const MONTH = 30 * DAY;
/** Looked ahead, so that every holiday of a year is met. */
const MONTHS = 13;

/** The calendars of the customer's promise and of the team that a crossing offers the ticket to. */
function hoursOf(agreement: Agreement, cell: Cell, crossing: Crossing) {
  const { receiver, closedReceiver } = resolveBoundary(headerOf(agreement), cell, crossing);
  const hours = own(agreement.teams, receiver)?.hours ?? agreement.parties[receivingParty(crossing)].hours;
  const promised = own(agreement.calendars, cell.targets.resolve.calendar ?? agreement.service.hours);
  const open = own(agreement.calendars, cell.hours ?? hours);
  return { receiver, closedReceiver, promised, open };
}

type Calendar = ReturnType<typeof compileCalendar>;

const apart = (promised: Calendar, open: Calendar, start: number, end: number): readonly Segment[] =>
  subtractSegments([...openSegments(promised, start, end)], [...openSegments(open, start, end)]);

function nextApart(promised: Calendar, open: Calendar, at: number): Segment | undefined {
  for (let month = 0; month < MONTHS; month += 1) {
    const [first] = apart(promised, open, at + month * MONTH, at + (month + 1) * MONTH);
    if (first !== undefined) return first;
  }
  return undefined;
}

/** The longer of a winter's and a summer's usual week, holidays left out. */
const weeklyApart = (promised: Agreement['calendars'][string], open: Agreement['calendars'][string]): number => {
  const usual = [promised, open].map(({ timeZone, weekly }) => compileCalendar({ timeZone, weekly }));
  const [one, other] = usual as [Calendar, Calendar];
  return Math.max(...mondays.map(monday => segmentsLength(apart(one, other, monday, monday + 7 * DAY))));
};

function uncovered(agreement: Agreement, row: number, crossing: Crossing, at: number): readonly UncoveredHours[] {
  const cell = agreement.matrix[row];
  if (cell === undefined) return [];
  const { receiver, closedReceiver, promised, open } = hoursOf(agreement, cell, crossing);
  if (promised === undefined || open === undefined || closedReceiver !== 'giver holds') return [];
  const next = nextApart(compileCalendar(promised), compileCalendar(open), at);
  return next === undefined ? [] : [{ row, crossing, receiver, weekly: weeklyApart(promised, open), next }];
}

/**
 * Where the customer's clock runs while nobody who could take the ticket is open: per cell and crossing, with the
 * next time after `at` (epoch ms) within a year. Cells that call somebody out of hours, or wait, are left out.
 */
export const uncoveredHours = (agreement: Agreement, at: number): readonly UncoveredHours[] =>
  agreement.matrix.flatMap((cell, row) =>
    crossingsOf(cell).flatMap(crossing => uncovered(agreement, row, crossing, at)),
  );
