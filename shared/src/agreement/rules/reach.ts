import { calendarProblems, compileCalendar, DAY, intersectSegments, openSegments, readInstant } from '../../time';
import type { CalendarSpec } from '../../time';
import { resolveBoundary } from '../boundary';
import { headerOf } from '../header';
import { own } from '../own';
import { writtenDuration } from '../schema/basics';
import type { Agreement, Cell } from '../schema';
import { cells, crossingsOf, receivingParty } from './legs';
import { places, rule, type Place, type Rule } from './rule';

/** A step that begins so late, and when the work is due. */
interface Late {
  readonly after: number;
  readonly due: number;
}

/** When each step of the ladder is asked, the receiver having had its time first. */
const ladderSteps = (agreement: Agreement, cell: Cell, path: string): readonly Place<Late>[] =>
  crossingsOf(cell).flatMap(crossing => {
    const { acknowledge, ladder } = resolveBoundary(headerOf(agreement), cell, crossing);
    const due = cell.targets.resolve.within;
    const starts = ladder.map((_, step) =>
      ladder.slice(0, step).reduce((sum, rung) => sum + rung.acknowledge, acknowledge),
    );
    const late = starts.find(after => after >= due);
    return late === undefined ? [] : [{ path: `${path}.targets.acknowledge`, value: { after: late, due } }];
  });

const climbs = ({ rungs, targets }: Cell, path: string): readonly Place<Late>[] =>
  places(`${path}.rungs`, rungs).flatMap(({ path: at, value: { when } }) =>
    'after' in when ? [{ path: `${at}.when.after`, value: { after: when.after, due: targets.resolve.within } }] : [],
  );

const steps = (agreement: Agreement): readonly Place<Late>[] =>
  cells(agreement).flatMap(({ path, value }) => [...ladderSteps(agreement, value, path), ...climbs(value, path)]);

const WEEK = 7 * DAY;
const mondays = ['2026-01-05T00:00:00Z', '2026-07-06T00:00:00Z'].map(text => readInstant(text) ?? 0);

/** Whether two calendars are ever open together in a usual week; what cannot be read is another rule's business. */
function meet(one: CalendarSpec | undefined, other: CalendarSpec | undefined): boolean {
  const specs = [one, other].flatMap(spec => (spec && calendarProblems(spec).length === 0 ? [spec] : []));
  const [first, second] = specs.map(({ timeZone, weekly }) => compileCalendar({ timeZone, weekly }));
  if (first === undefined || second === undefined) return true;
  return mondays.some(monday => {
    const [open, also] = [first, second].map(calendar => [...openSegments(calendar, monday, monday + WEEK)]);
    return intersectSegments(open ?? [], also ?? []).length > 0;
  });
}

interface Pair {
  readonly promised: string;
  readonly hours: string;
}

const pairs = (agreement: Agreement): readonly Place<Pair>[] =>
  cells(agreement).flatMap(({ path, value: cell }) =>
    crossingsOf(cell).flatMap(crossing => {
      const { receiver, closedReceiver } = resolveBoundary(headerOf(agreement), cell, crossing);
      const usual = own(agreement.teams, receiver)?.hours ?? agreement.parties[receivingParty(crossing)].hours;
      const promised = cell.targets.resolve.calendar ?? agreement.service.hours;
      const value = { promised, hours: cell.hours ?? usual };
      return closedReceiver === 'on call' ? [] : [{ path: `${path}.targets.resolve`, value }];
    }),
  );

/** Steps that come in time, and hours in which they can. */
export const reach: readonly Rule[] = [
  rule({
    code: 'rung-too-late',
    advice: true,
    at: steps,
    holds: ({ after, due }) => after < due,
    message: ({ after, due }) =>
      `calls its last people after ${writtenDuration(after)}, but the work is due after ${writtenDuration(due)}; call them sooner`,
  }),
  rule({
    code: 'never-open-together',
    advice: true,
    at: pairs,
    holds: ({ promised, hours }, { calendars }) => meet(own(calendars, promised), own(calendars, hours)),
    message: ({ promised, hours }) =>
      `runs on “${promised}”, in which “${hours}” of its receiver is never open, so that it cannot be met; change one of the two`,
  }),
];
