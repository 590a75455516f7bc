import { CalendarError, calendarProblems, compileCalendar, isOpenAt, type CalendarSpec } from '../../shared/src/time';
import { at } from './instants';

const valid: CalendarSpec = { timeZone: 'Europe/Vilnius', weekly: { mon: [['09:00', '17:00']] } };

/** The codes and paths a spec is refused with. */
function refusals(spec: unknown): string[] {
  return calendarProblems(spec).map(({ code, path }) => `${code} ${path}`);
}

describe('a calendar that means nothing is refused with a code and a path', () => {
  it.each<[string, unknown, string]>([
    ['no object', 'mon-fri', 'bad-shape calendar'],
    ['null', null, 'bad-shape calendar'],
    ['a list', [], 'bad-shape calendar'],
  ])('%s', (_, spec, first) => {
    expect(refusals(spec)[0]).toBe(first);
  });

  it.each<[string, object, string]>([
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, 'unknown-zone timeZone'],
    ['a missing zone', { timeZone: undefined }, 'unknown-zone timeZone'],
    ['a bare offset as zone', { timeZone: '+02:00' }, 'unknown-zone timeZone'],
    ['a part it does not know', { holiday: ['2026-12-25'] }, 'unknown-key holiday'],
    ['a missing week', { weekly: undefined }, 'bad-shape weekly'],
    ['a week that is a list', { weekly: [] }, 'bad-shape weekly'],
    ['a day it does not know', { weekly: { monday: [] } }, 'unknown-key weekly.monday'],
    ['hours that are no list', { weekly: { mon: '09:00' } }, 'bad-shape weekly.mon'],
    ['an hour without its zero', { weekly: { mon: [['9:00', '17:00']] } }, 'bad-interval weekly.mon.0'],
    ['an hour past the end of the day', { weekly: { mon: [['09:00', '24:01']] } }, 'bad-interval weekly.mon.0'],
    ['a start at the end of the day', { weekly: { mon: [['24:00', '02:00']] } }, 'bad-interval weekly.mon.0'],
    [
      'minutes past sixty',
      {
        weekly: {
          tue: [
            ['09:00', '10:00'],
            ['11:00', '11:60'],
          ],
        },
      },
      'bad-interval weekly.tue.1',
    ],
    ['an interval of one', { weekly: { mon: [['09:00']] } }, 'bad-interval weekly.mon.0'],
    ['an interval of numbers', { weekly: { mon: [[9, 17]] } }, 'bad-interval weekly.mon.0'],
    ['holidays that are no list', { holidays: '2026-12-25' }, 'bad-shape holidays'],
    ['a date that does not exist', { holidays: ['2026-12-25', '2026-02-30'] }, 'bad-date holidays.1'],
    ['29 February of a common year', { holidays: ['2026-02-29'] }, 'bad-date holidays.0'],
    ['a date that is a number', { holidays: [20261225] }, 'bad-date holidays.0'],
    ['a date with a time', { holidays: ['2026-12-25T00:00'] }, 'bad-date holidays.0'],
    ['dates under a day of the week', { dates: { mon: [] } }, 'bad-date dates.mon'],
    ['hours of a date gone wrong', { dates: { '2026-12-24': [['09:00', 'noon']] } }, 'bad-interval dates.2026-12-24.0'],
    ['a break on no date', { breaks: { '2026-13-01': [] } }, 'bad-date breaks.2026-13-01'],
    [
      'a closure without an offset',
      { closed: [['2026-12-28T12:00:00', '2026-12-29T12:00:00']] },
      'bad-closure closed.0',
    ],
    [
      'a closure that ends first',
      { closed: [['2026-12-29T12:00:00Z', '2026-12-28T12:00:00Z']] },
      'bad-closure closed.0',
    ],
    ['a closure on no date', { closed: [['2026-02-30T12:00:00Z', '2026-03-05T12:00:00Z']] }, 'bad-closure closed.0'],
    ['a flag that is a word', { holidayKeepsTail: 'yes' }, 'bad-shape holidayKeepsTail'],
  ])('%s', (_, change, wanted) => {
    expect(refusals({ ...valid, ...change })).toEqual([wanted]);
  });

  it('is told all its problems at once, in the order of its parts', () => {
    const spec = { ...valid, timeZone: 'Nowhere', weekly: { mon: [['x', 'y']] }, holidays: ['xmas'] };
    expect(refusals(spec)).toEqual(['unknown-zone timeZone', 'bad-interval weekly.mon.0', 'bad-date holidays.0']);
  });

  it('does not compile: the error carries the first code and path, and every problem in its message', () => {
    const spec = { timeZone: 'Nowhere', weekly: { mon: [['9:00', '17:00']] } } as const;
    let refused: unknown;
    try {
      compileCalendar(spec);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(CalendarError);
    expect(refused).toMatchObject({ name: 'CalendarError', code: 'unknown-zone', path: 'timeZone' });
    expect((refused as CalendarError).problems).toHaveLength(2);
    expect((refused as CalendarError).message).toBe(
      'At timeZone: "Nowhere" is no IANA time zone such as "Europe/Vilnius"\n' +
        'At weekly.mon.0: ["9:00","17:00"] is no interval; ' +
        'write ["HH:mm", "HH:mm"] or with seconds, 00:00 to 24:00, starting before 24:00',
    );
  });
});

describe('a calendar compiles', () => {
  it('with every part written out', () => {
    const spec: CalendarSpec = {
      timeZone: 'Europe/Vilnius',
      weekly: { mon: [['09:00', '17:00:30']], sun: [] },
      holidays: ['2026-12-25', '*-05-01', '*-02-29'],
      dates: { '2026-12-24': [['09:00', '12:00']] },
      breaks: { '2026-12-23': [['10:00', '11:00']] },
      closed: [['2026-12-28T12:00:00Z', '2026-12-29T12:00:00.25+02:00']],
    };
    expect(refusals(spec)).toEqual([]);
  });

  it('with parts left undefined', () => {
    const { timeZone, weekly } = valid;
    expect(refusals({ timeZone, weekly, holidays: undefined, dates: undefined, closed: undefined })).toEqual([]);
  });

  it('to the second', () => {
    const calendar = compileCalendar({ timeZone: 'UTC', weekly: { mon: [['09:00:15', '09:00:45']] } });
    expect(isOpenAt(calendar, at('2026-12-21T09:00:14.999Z'))).toBe(false);
    expect(isOpenAt(calendar, at('2026-12-21T09:00:15Z'))).toBe(true);
    expect(isOpenAt(calendar, at('2026-12-21T09:00:45Z'))).toBe(false);
  });

  it('into something that later changes to its text do not reach', () => {
    const mon: [string, string][] = [['09:00', '17:00']];
    const calendar = compileCalendar({ timeZone: 'UTC', weekly: { mon } });
    mon[0] = ['20:00', '21:00'];
    expect(isOpenAt(calendar, at('2026-12-21T10:00:00Z'))).toBe(true);
    expect(Object.isFrozen(calendar)).toBe(true);
  });
});
