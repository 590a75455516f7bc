import {
  caseMeasures,
  compileCalendar,
  courseOf,
  readInstant,
  readMapping,
  replaying,
  type CalendarSpec,
  type LogEvent,
} from '@baton/shared';
import * as fc from 'fast-check';

const words = { waiting: new Set(['Waiting']), resolved: new Set(['Resolved', 'Closed']) };
const at = (text: string): number => readInstant(`2026-03-${text}:00Z`) ?? NaN;
const HOUR = 3_600_000;

/** An event a line: instant, team, status; a dash names nothing. */
function history(...lines: string[]): LogEvent[] {
  return lines.map((text, index) => {
    const [when = '', team, status] = text.split(' ');
    const named = (value: string | undefined) => (value === '-' ? undefined : value);
    return { line: index + 2, at: at(when), team: named(team), status: named(status) };
  });
}
const measured = (events: readonly LogEvent[], calendar?: CalendarSpec) =>
  caseMeasures(courseOf({ id: 'INC1', events }, words), calendar && compileCalendar(calendar));

test('a case is measured from its first event to the first of its last resolved ones', () => {
  const events = history(
    '02T08:00 - New',
    '02T09:00 Desk -',
    '02T10:00 Network Active',
    '02T12:00 Network Waiting',
    '02T15:00 Desk Active',
    '02T16:00 Desk Resolved',
    '02T20:00 Network Active',
    '02T21:00 - Resolved',
    '03T21:00 Desk Closed',
  );
  expect(measured(events)).toEqual({
    ...{ id: 'INC1', opened: at('02T08:00'), closed: at('02T21:00'), events: 9 },
    ...{ transfers: 4, loops: 3, reopenings: 1, waitingMs: 3 * HOUR, serviceMs: 6 * HOUR },
    byTeam: { nobody: HOUR, Desk: 2 * HOUR, Network: 3 * HOUR },
  });
});

test('a case that does not end resolved has no close, and its time runs to its last event', () => {
  const { closed, serviceMs, byTeam } = measured(history('02T08:00 Desk New', '02T09:30 Desk -'));
  expect({ closed, serviceMs, byTeam }).toEqual({ closed: null, serviceMs: 1.5 * HOUR, byTeam: { Desk: 1.5 * HOUR } });
});

test('only the hours of the calendar count', () => {
  const weekly = { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] } as const;
  const events = history(
    '02T16:00 Desk New',
    '03T10:00 Desk Waiting',
    '03T18:00 Desk Active',
    '04T18:00 Desk Resolved',
  );
  const { serviceMs, waitingMs } = measured(events, { timeZone: 'UTC', weekly });
  expect({ serviceMs, waitingMs }).toEqual({ serviceMs: 2 * HOUR, waitingMs: 7 * HOUR });
});

test("events of one instant follow the log's own order, then the file's", () => {
  const [first, second, third] = history('02T08:00 B New', '02T08:00 A New', '02T08:00 C New') as [
    LogEvent,
    LogEvent,
    LogEvent,
  ];
  const teams = (events: LogEvent[]) => courseOf({ id: 'INC1', events }, words).teams;
  expect(teams([third, second, first])).toEqual(['B', 'A', 'C']);
  expect(
    teams([
      { ...first, order: 10 },
      { ...second, order: 9 },
      { ...third, order: 2 },
    ]),
  ).toEqual(['C', 'A', 'B']);
});

const drawnEvents = fc.array(
  fc.record({
    ...{ line: fc.nat(), at: fc.integer({ min: at('02T08:00'), max: at('02T09:00') }) },
    team: fc.constantFrom(undefined, 'A', 'B', 'C', '__proto__'),
    status: fc.constantFrom(undefined, 'New', 'Waiting', 'Resolved', 'Closed'),
  }),
  { minLength: 1, maxLength: 12 },
);

test('the times by team add up to the service time, and all of it to no more than the life of the case', () => {
  fc.assert(
    fc.property(drawnEvents, events => {
      const { serviceMs, waitingMs, byTeam, opened, closed } = measured(events);
      expect(Object.values(byTeam).reduce((sum, ms) => sum + ms, 0)).toBe(serviceMs);
      const end = closed ?? Math.max(...events.map(event => event.at));
      expect(serviceMs + waitingMs).toBeLessThanOrEqual(end - opened);
    }),
  );
});

const mapping = readMapping({
  case: 'c',
  at: 'a',
  status: 's',
  waiting: ['Waiting'],
  resolved: ['Resolved', 'Closed'],
});
const everything = { from: -Infinity, to: Infinity };

test('the order of independent cases makes no difference', () => {
  const drawnCases = fc.uniqueArray(fc.tuple(fc.string(), drawnEvents), { selector: ([id]) => id });
  fc.assert(
    fc.property(drawnCases, cases => {
      const totals = (ordered: typeof cases) => {
        const run = replaying({ mapping, period: everything });
        for (const [id, events] of ordered) run.replay({ id, events });
        return run.replayed();
      };
      expect(JSON.stringify(totals([...cases].reverse()))).toBe(JSON.stringify(totals(cases)));
    }),
    { numRuns: 25 },
  );
});

test('only cases opened in the period count', () => {
  const run = replaying({ mapping, period: { from: at('03T00:00'), to: at('04T00:00') } });
  const opened = ['02T23:59', '03T00:00', '03T23:59', '04T00:00'].map(when =>
    run.replay({ id: when, events: history(`${when} A New`) }),
  );
  expect(opened.map(found => found !== undefined)).toEqual([false, true, true, false]);
  expect(run.replayed().totals.cases).toBe(2);
});
