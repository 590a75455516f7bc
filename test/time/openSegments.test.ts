import { compileCalendar, isOpenAt, openSegments, type CalendarSpec } from '../../shared/src/time';
import { at, local } from './instants';
import { aroundTheClock, office, officeSpec } from './office';

// December 2026: the 21st is a Monday, the 25th a Friday.
const week = (changes: Partial<CalendarSpec>, from = '2026-12-21', to = '2026-12-28'): string[] => {
  const calendar = compileCalendar({ ...officeSpec, ...changes });
  return local(openSegments(calendar, at(`${from}T00:00:00Z`), at(`${to}T00:00:00Z`)), 'Europe/Vilnius');
};

describe('a calendar is open', () => {
  it('in its weekly hours, and closed on days that have none', () => {
    expect(week({})).toEqual([
      '2026-12-21 09:00 – 2026-12-21 17:00',
      '2026-12-22 08:00 – 2026-12-22 12:00',
      '2026-12-22 13:00 – 2026-12-22 18:00',
      '2026-12-23 09:00 – 2026-12-23 17:00',
      '2026-12-24 10:00 – 2026-12-24 16:00',
      '2026-12-25 09:00 – 2026-12-25 15:30',
    ]);
  });

  it('from opening time on, and not at closing time', () => {
    expect(isOpenAt(office, at('2026-12-21T06:59:59.999Z'))).toBe(false);
    expect(isOpenAt(office, at('2026-12-21T07:00:00Z'))).toBe(true);
    expect(isOpenAt(office, at('2026-12-21T14:59:59.999Z'))).toBe(true);
    expect(isOpenAt(office, at('2026-12-21T15:00:00Z'))).toBe(false);
  });

  it('never on a holiday, of one year or of every year', () => {
    const closed = week({ holidays: ['2026-12-22', '*-12-24', '2025-12-21', '*-12-31'] });
    expect(closed.map(text => text.slice(0, 10))).toEqual(['2026-12-21', '2026-12-23', '2026-12-25']);
  });

  it('on 29 February holidays of leap years only', () => {
    const always = { mon: [['12:00', '13:00']], sun: [['12:00', '13:00']], thu: [['12:00', '13:00']] } as const;
    const leap = compileCalendar({ timeZone: 'UTC', weekly: always, holidays: ['*-02-29'] });
    expect(isOpenAt(leap, at('2024-02-29T12:00:00Z'))).toBe(false); // a Thursday
    expect(isOpenAt(leap, at('2026-03-01T12:00:00Z'))).toBe(true); // a Sunday
    expect(isOpenAt(leap, at('2032-02-29T12:00:00Z'))).toBe(false); // a Sunday
  });

  it('in the hours of a date instead of the weekly ones, holiday or not', () => {
    const dates = { '2026-12-25': [['10:00', '11:00']], '2026-12-26': [['08:00', '09:00']], '*-12-22': [] } as const;
    expect(week({ dates, holidays: ['2026-12-25'] }, '2026-12-22', '2026-12-27')).toEqual([
      '2026-12-23 09:00 – 2026-12-23 17:00',
      '2026-12-24 10:00 – 2026-12-24 16:00',
      '2026-12-25 10:00 – 2026-12-25 11:00',
      '2026-12-26 08:00 – 2026-12-26 09:00',
    ]);
  });

  it('in the hours of the full date where a yearly date has hours too', () => {
    const dates = { '*-12-21': [['10:00', '11:00']], '2026-12-21': [['12:00', '13:00']] } as const;
    expect(week({ dates }, '2026-12-21', '2026-12-22')).toEqual(['2026-12-21 12:00 – 2026-12-21 13:00']);
  });

  it('never in a break, be it of the date, of every year, or both', () => {
    const breaks = { '2026-12-21': [['10:00', '11:00']], '*-12-21': [['16:30', '18:00']] } as const;
    expect(week({ breaks }, '2026-12-21', '2026-12-22')).toEqual([
      '2026-12-21 09:00 – 2026-12-21 10:00',
      '2026-12-21 11:00 – 2026-12-21 16:30',
    ]);
  });

  it('never between the instants of a closure, whatever offset they are written in', () => {
    const closed = [['2026-12-21T12:00:00+02:00', '2026-12-22T05:30:00.500-01:00']] as const;
    const segments = openSegments(
      compileCalendar({ ...officeSpec, closed }),
      at('2026-12-21T00:00:00Z'),
      at('2026-12-22T09:00:00Z'),
    );
    expect(segments).toEqual([
      [at('2026-12-21T07:00:00Z'), at('2026-12-21T10:00:00Z')],
      [at('2026-12-22T06:30:00.500Z'), at('2026-12-22T09:00:00Z')],
    ]);
  });
});

describe('a shift past midnight belongs to the day it starts on', () => {
  const nights: Partial<CalendarSpec> = { weekly: { mon: [['22:00', '06:00']], wed: [['20:00', '20:00']] } };

  it('runs on into a day without hours; an end equal to its start is a full day later', () => {
    expect(week(nights)).toEqual(['2026-12-21 22:00 – 2026-12-22 06:00', '2026-12-23 20:00 – 2026-12-24 20:00']);
  });

  it('does not take place at all when it starts on a holiday', () => {
    expect(week({ ...nights, holidays: ['2026-12-21'] })).toEqual(['2026-12-23 20:00 – 2026-12-24 20:00']);
  });

  it('ends at midnight when the next day is a holiday', () => {
    expect(week({ ...nights, holidays: ['2026-12-22', '*-12-24'] })).toEqual([
      '2026-12-21 22:00 – 2026-12-22 00:00',
      '2026-12-23 20:00 – 2026-12-24 00:00',
    ]);
  });

  it('runs on into a holiday where the calendar says that tails are kept', () => {
    expect(week({ ...nights, holidays: ['2026-12-22', '*-12-24'], holidayKeepsTail: true })).toEqual(week(nights));
  });

  it('runs on into a date with hours of its own, which is a day like any other even if it is a holiday', () => {
    const dates = { '2026-12-22': [['12:00', '13:00']] } as const;
    const wanted = ['2026-12-21 22:00 – 2026-12-22 06:00', '2026-12-22 12:00 – 2026-12-22 13:00'];
    expect(week({ ...nights, dates }).slice(0, 2)).toEqual(wanted);
    expect(week({ ...nights, dates, holidays: ['2026-12-22'] }).slice(0, 2)).toEqual(wanted);
  });

  it('loses what a break of either day takes, and breaks may run past midnight too', () => {
    const breaks = { '2026-12-21': [['23:00', '01:00']], '2026-12-22': [['05:00', '24:00']] } as const;
    expect(week({ ...nights, breaks }).slice(0, 2)).toEqual([
      '2026-12-21 22:00 – 2026-12-21 23:00',
      '2026-12-22 01:00 – 2026-12-22 05:00',
    ]);
  });
});

describe('openSegments', () => {
  it('joins intervals that adjoin or overlap, across midnight too', () => {
    const weekly = {
      mon: [
        ['09:00', '12:00'],
        ['11:00', '13:00'],
        ['13:00', '14:00'],
        ['22:00', '24:00'],
      ],
      tue: [['00:00', '02:00']],
    } as const;
    expect(week({ weekly })).toEqual(['2026-12-21 09:00 – 2026-12-21 14:00', '2026-12-21 22:00 – 2026-12-22 02:00']);
  });

  it('is one segment around the clock, however many years it was asked about', () => {
    const years: [number, number] = [at('2001-01-01T00:00:00Z'), at('2050-01-01T00:00:00Z')];
    expect(openSegments(aroundTheClock, ...years)).toEqual([years]);
  });

  it('cuts the outer segments at the ends of the range', () => {
    expect(openSegments(office, at('2026-12-21T08:00:00Z'), at('2026-12-21T09:00:00Z'))).toEqual([
      [at('2026-12-21T08:00:00Z'), at('2026-12-21T09:00:00Z')],
    ]);
  });

  it('finds nothing in a range that is empty, reversed or closed', () => {
    const noon = at('2026-12-21T10:00:00Z');
    expect(openSegments(office, noon, noon)).toEqual([]);
    expect(openSegments(office, noon, noon - 1000)).toEqual([]);
    expect(openSegments(office, at('2026-12-26T00:00:00Z'), at('2026-12-27T00:00:00Z'))).toEqual([]);
  });

  it('hands out pairs of its own, so that changing one changes no answer', () => {
    const range = [at('2026-12-21T00:00:00Z'), at('2026-12-22T00:00:00Z')] as const;
    const [segment] = openSegments(office, ...range);
    if (segment !== undefined) segment[0] = 0;
    expect(openSegments(office, ...range)[0]?.[0]).toBe(at('2026-12-21T07:00:00Z'));
  });
});
