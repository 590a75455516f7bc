import {
  compileCalendar,
  dueAfter,
  elapsedWithin,
  isOpenAt,
  openSegments,
  type CalendarSpec,
} from '../../shared/src/time';
import { at, hours, iso, minutes } from './instants';
import { isOpenOnTheWall } from './wallModel';

const everyDay = (...intervals: (readonly [string, string])[]): CalendarSpec['weekly'] =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, intervals]));

/** Bounds inside the skipped and the repeated hours, and shifts across the nights they lie in. */
const cutting = everyDay(
  ['00:40', '01:50'],
  ['02:10', '02:25'],
  ['02:45', '03:20'],
  ['23:30', '00:20'],
  ['10:00', '11:00'],
);
const nights = everyDay(['22:00', '06:00']);
const always = everyDay(['00:00', '24:00']);

const WALKS: [zone: string, what: string, from: string, to: string][] = [
  ['Europe/Vilnius', 'the hour is skipped', '2026-03-28T00:00:00Z', '2026-03-30T12:00:00Z'],
  ['Europe/Vilnius', 'the hour is repeated', '2026-10-24T00:00:00Z', '2026-10-26T12:00:00Z'],
  ['Australia/Lord_Howe', 'half an hour is skipped', '2026-10-02T12:00:00Z', '2026-10-05T00:00:00Z'],
  ['Australia/Lord_Howe', 'half an hour is repeated', '2026-04-03T12:00:00Z', '2026-04-06T00:00:00Z'],
  ['America/New_York', 'the hour is skipped', '2026-03-07T12:00:00Z', '2026-03-09T18:00:00Z'],
  ['America/New_York', 'the hour is repeated', '2026-10-31T12:00:00Z', '2026-11-02T18:00:00Z'],
  ['America/Santiago', 'midnight is skipped', '2026-09-05T12:00:00Z', '2026-09-07T12:00:00Z'],
  ['America/Santiago', 'the hour before midnight is repeated', '2026-04-04T12:00:00Z', '2026-04-06T12:00:00Z'],
  ['Pacific/Apia', 'a whole day is skipped', '2011-12-28T12:00:00Z', '2012-01-01T12:00:00Z'],
  ['Africa/Casablanca', 'the clock goes back for a month', '2025-02-22T00:00:00Z', '2025-02-24T12:00:00Z'],
];

describe.each(WALKS)('minute by minute in %s, when %s', (timeZone, _, from, to) => {
  const specs: [string, CalendarSpec][] = [
    ['hours that begin and end inside the change', { timeZone, weekly: cutting }],
    ['night shifts', { timeZone, weekly: nights }],
    ['holidays on every second day of a night shift', { timeZone, weekly: nights, holidays: holidays(from, to) }],
    ['the clock around, less a break inside the change', { timeZone, weekly: always, breaks: breaks(from, to) }],
  ];

  it.each(specs)('%s are open exactly when the wall clock says so, and every open minute counts once', (__, spec) => {
    const calendar = compileCalendar(spec);
    const wrong: string[] = [];
    let open = 0;
    for (let instant = at(from); instant < at(to); instant += minutes(1)) {
      const wanted = isOpenOnTheWall(spec, instant);
      if (wanted) open += 1;
      if (isOpenAt(calendar, instant) !== wanted) wrong.push(iso(instant));
      if (elapsedWithin(calendar, at(from), instant + minutes(1)) !== minutes(open))
        wrong.push(`total ${iso(instant)}`);
    }
    expect(wrong).toEqual([]);
    expect(open).toBeGreaterThan(0);
  });
});

/** Every second date of a stretch, beginning with its first. */
function holidays(from: string, to: string): string[] {
  const dates: string[] = [];
  for (let instant = at(from); instant < at(to); instant += hours(48)) dates.push(iso(instant).slice(0, 10));
  return dates;
}

function breaks(from: string, to: string): NonNullable<CalendarSpec['breaks']> {
  const dates: { [date: string]: [string, string][] } = {};
  for (let instant = at(from); instant < at(to) + hours(24); instant += hours(24)) {
    dates[iso(instant).slice(0, 10)] = [
      ['01:40', '02:20'],
      ['23:45', '00:10'],
    ];
  }
  return dates;
}

describe('across a change of the clock', () => {
  const nightly = (timeZone: string): ReturnType<typeof compileCalendar> =>
    compileCalendar({ timeZone, weekly: nights });

  it('durations are real time: a night is seven hours in spring and nine in autumn', () => {
    const vilnius = nightly('Europe/Vilnius');
    expect(elapsedWithin(vilnius, at('2026-03-28T12:00:00Z'), at('2026-03-29T12:00:00Z'))).toBe(hours(7));
    expect(elapsedWithin(vilnius, at('2026-10-24T12:00:00Z'), at('2026-10-25T12:00:00Z'))).toBe(hours(9));
  });

  it('a repeated hour counts twice, and nothing at all where it is skipped', () => {
    const hour = compileCalendar({ timeZone: 'Europe/Vilnius', weekly: everyDay(['03:00', '04:00']) });
    expect(openSegments(hour, at('2026-10-24T12:00:00Z'), at('2026-10-25T12:00:00Z'))).toEqual([
      [at('2026-10-25T00:00:00Z'), at('2026-10-25T02:00:00Z')],
    ]);
    expect(openSegments(hour, at('2026-03-28T12:00:00Z'), at('2026-03-29T12:00:00Z'))).toEqual([]);
  });

  it('a half hour inside the repeated hour opens twice', () => {
    const half = compileCalendar({ timeZone: 'Europe/Vilnius', weekly: everyDay(['03:15', '03:45']) });
    expect(openSegments(half, at('2026-10-24T12:00:00Z'), at('2026-10-25T12:00:00Z'))).toEqual([
      [at('2026-10-25T00:15:00Z'), at('2026-10-25T00:45:00Z')],
      [at('2026-10-25T01:15:00Z'), at('2026-10-25T01:45:00Z')],
    ]);
  });

  it('an opening inside a skipped hour opens when the clock has jumped past it', () => {
    const early = compileCalendar({ timeZone: 'Europe/Vilnius', weekly: everyDay(['03:30', '04:15']) });
    expect(openSegments(early, at('2026-03-28T12:00:00Z'), at('2026-03-29T12:00:00Z'))).toEqual([
      [at('2026-03-29T01:00:00Z'), at('2026-03-29T01:15:00Z')],
    ]);
  });

  it('a skipped day has no hours: Apia had no 30 December 2011', () => {
    const office = compileCalendar({ timeZone: 'Pacific/Apia', weekly: everyDay(['09:00', '17:00']) });
    expect(openSegments(office, at('2011-12-29T12:00:00Z'), at('2011-12-31T12:00:00Z'))).toEqual([
      [at('2011-12-29T19:00:00Z'), at('2011-12-30T03:00:00Z')],
      [at('2011-12-30T19:00:00Z'), at('2011-12-31T03:00:00Z')],
    ]);
  });

  it('a due instant lies an hour later on the wall in spring and an hour earlier in autumn', () => {
    const clock = compileCalendar({ timeZone: 'Europe/Vilnius', weekly: always });
    expect(iso(dueAfter(clock, at('2026-03-28T10:00:00Z'), hours(24)))).toBe('2026-03-29T10:00:00.000Z');
    const night = nightly('Europe/Vilnius');
    expect(iso(dueAfter(night, at('2026-03-28T20:00:00Z'), hours(7)))).toBe('2026-03-29T03:00:00.000Z');
    expect(iso(dueAfter(night, at('2026-10-24T19:00:00Z'), hours(9)))).toBe('2026-10-25T04:00:00.000Z');
  });
});
