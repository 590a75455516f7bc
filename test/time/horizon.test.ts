import {
  compileCalendar,
  dueAfter,
  elapsedWithin,
  FIRST_INSTANT,
  isOpenAt,
  LAST_INSTANT,
  openSegments,
  type Calendar,
} from '../../shared/src/time';
import { at, hours, iso } from './instants';
import { office } from './office';

const start = at('2026-05-04T06:00:00Z');
const refusal = (code: string, path: string): Error =>
  expect.objectContaining({ name: 'CalendarError', code, path }) as Error;

describe('a search that finds nothing ends', () => {
  it('at once on a calendar without hours, which is always closed', () => {
    const never = compileCalendar({ timeZone: 'UTC', weekly: { mon: [] }, dates: { '2026-12-24': [] } });
    expect(() => dueAfter(never, start, 1)).toThrow(refusal('no-hours', 'calendar'));
    expect(() => dueAfter(never, start, -1)).toThrow(refusal('no-hours', 'calendar'));
    expect(dueAfter(never, start, 0)).toBe(start);
    expect(isOpenAt(never, start)).toBe(false);
    expect(elapsedWithin(never, start, start + hours(1000))).toBe(0);
    expect(openSegments(never, start, start + hours(1000))).toEqual([]);
  });

  it('at the end of 2199 and at the start of 1900 for a duration that does not fit', () => {
    const once = compileCalendar({ timeZone: 'UTC', weekly: {}, dates: { '2026-12-24': [['09:00', '12:00']] } });
    expect(iso(dueAfter(once, start, hours(3)))).toBe('2026-12-24T12:00:00.000Z');
    expect(() => dueAfter(once, start, hours(3) + 1)).toThrow(refusal('never', 'serviceMs'));
    expect(() => dueAfter(once, start, -1)).toThrow(refusal('never', 'serviceMs'));
  });

  it('for hours that every rule takes back', () => {
    const weekly = { mon: [['09:00', '17:00']] } as const;
    const shut = compileCalendar({
      timeZone: 'UTC',
      weekly,
      closed: [['1899-01-01T00:00:00Z', '2201-01-01T00:00:00Z']],
    });
    expect(() => dueAfter(shut, start, 1)).toThrow(refusal('never', 'serviceMs'));
  });

  it('far away for hours that come once in four years', () => {
    const leap = compileCalendar({ timeZone: 'UTC', weekly: {}, dates: { '*-02-29': [['09:00', '10:00']] } });
    expect(iso(dueAfter(leap, start, hours(3)))).toBe('2036-02-29T10:00:00.000Z');
    expect(iso(dueAfter(leap, start, hours(-3)))).toBe('2016-02-29T09:00:00.000Z');
  });
});

describe('a calendar answers for the years 1900 to 2199', () => {
  it('up to both ends', () => {
    const [day] = openSegments(office, LAST_INSTANT - hours(24), LAST_INSTANT);
    expect(day?.map(iso)).toEqual(['2199-12-31T06:00:00.000Z', '2199-12-31T10:00:00.000Z']);
    expect(isOpenAt(office, LAST_INSTANT)).toBe(false);
    expect(elapsedWithin(office, FIRST_INSTANT, FIRST_INSTANT + hours(24))).toBe(hours(8));
  });

  it.each([
    ['before', FIRST_INSTANT - 1],
    ['after', LAST_INSTANT + 1],
  ])('and refuses an instant %s', (_, instant) => {
    expect(() => isOpenAt(office, instant)).toThrow(refusal('out-of-range', 'at'));
    expect(() => elapsedWithin(office, start, instant)).toThrow(refusal('out-of-range', 'end'));
    expect(() => openSegments(office, instant, start)).toThrow(refusal('out-of-range', 'start'));
  });

  it.each([NaN, Infinity, -Infinity, '1777874400000' as unknown as number])('and refuses %p as an instant', instant => {
    expect(() => dueAfter(office, instant, 1)).toThrow(refusal('bad-number', 'start'));
  });

  it.each([NaN, Infinity])('and refuses %p as a duration', duration => {
    expect(() => dueAfter(office, start, duration)).toThrow(refusal('bad-number', 'serviceMs'));
  });

  it('to the whole millisecond: fractions of one are dropped', () => {
    const closing = at('2026-05-04T14:00:00Z');
    expect(isOpenAt(office, closing - 0.25)).toBe(true);
    expect(dueAfter(office, closing - hours(1) + 0.9, hours(1))).toBe(closing);
    expect(dueAfter(office, closing - hours(1), 36.6 * 1000)).toBe(closing - hours(1) + 36_600);
  });

  it('and refuses a calendar that was never compiled', () => {
    expect(() => isOpenAt({ timeZone: 'UTC' } as Calendar, start)).toThrow(refusal('bad-shape', 'calendar'));
  });
});
