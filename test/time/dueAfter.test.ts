import { compileCalendar, dueAfter, elapsedWithin } from '../../shared/src/time';
import { at, hours, iso, minutes } from './instants';
import { aroundTheClock, office } from './office';

// 2026-05-04 is a Monday; Vilnius is at UTC+3.
const due = (start: string, serviceMs: number): string => iso(dueAfter(office, at(start), serviceMs));

describe('dueAfter answers the earliest instant at which that much service time has elapsed', () => {
  it.each([
    ['inside one day', '2026-05-04T07:00:00Z', hours(3), '2026-05-04T10:00:00.000Z'],
    ['across a night', '2026-05-04T12:00:00Z', hours(4), '2026-05-05T07:00:00.000Z'],
    ['across lunch', '2026-05-05T08:00:00Z', hours(2), '2026-05-05T11:00:00.000Z'],
    ['across a weekend', '2026-05-08T12:00:00Z', hours(1), '2026-05-11T06:30:00.000Z'],
    ['from before opening', '2026-05-04T01:00:00Z', minutes(1), '2026-05-04T06:01:00.000Z'],
    ['from a closed day', '2026-05-09T12:00:00Z', hours(8), '2026-05-11T14:00:00.000Z'],
    ['over a whole week', '2026-05-04T06:00:00Z', hours(37.5), '2026-05-08T12:30:00.000Z'],
  ])('%s', (_, start, serviceMs, wanted) => {
    expect(due(start, serviceMs)).toBe(wanted);
  });

  it('answers closing time, not the next opening, when exactly nothing is left then', () => {
    expect(due('2026-05-08T11:30:00Z', hours(1))).toBe('2026-05-08T12:30:00.000Z');
    expect(due('2026-05-05T07:00:00Z', hours(2))).toBe('2026-05-05T09:00:00.000Z');
  });

  it('answers the start itself for no service time, open or closed', () => {
    expect(due('2026-05-04T07:00:00Z', 0)).toBe('2026-05-04T07:00:00.000Z');
    expect(due('2026-05-09T12:00:00Z', 0)).toBe('2026-05-09T12:00:00.000Z');
    expect(dueAfter(office, at('2026-05-09T12:00:00Z'), -0)).toBe(at('2026-05-09T12:00:00Z'));
  });

  it('counts real time around the clock', () => {
    expect(iso(dueAfter(aroundTheClock, at('2026-02-27T23:59:59Z'), hours(48)))).toBe('2026-03-01T23:59:59.000Z');
  });
});

describe('dueAfter with a negative duration answers the latest instant with that much service time before the start', () => {
  it.each([
    ['inside one day', '2026-05-04T10:00:00Z', hours(-3), '2026-05-04T07:00:00.000Z'],
    ['across a night', '2026-05-05T07:00:00Z', hours(-4), '2026-05-04T12:00:00.000Z'],
    ['across a weekend', '2026-05-11T06:30:00Z', hours(-1), '2026-05-08T12:00:00.000Z'],
    ['from a closed day', '2026-05-10T12:00:00Z', minutes(-1), '2026-05-08T12:29:00.000Z'],
  ])('%s', (_, start, serviceMs, wanted) => {
    expect(due(start, serviceMs)).toBe(wanted);
  });

  it('answers opening time, not the closing time before it, when exactly nothing is left then', () => {
    expect(due('2026-05-04T08:00:00Z', hours(-2))).toBe('2026-05-04T06:00:00.000Z');
  });
});

describe('elapsedWithin answers the service time between two instants', () => {
  const elapsed = (start: string, end: string): number => elapsedWithin(office, at(start), at(end));

  it('counts open time only', () => {
    expect(elapsed('2026-05-04T00:00:00Z', '2026-05-11T00:00:00Z')).toBe(hours(37.5));
    expect(elapsed('2026-05-05T08:00:00Z', '2026-05-05T11:00:00Z')).toBe(hours(2));
    expect(elapsed('2026-05-09T00:00:00Z', '2026-05-10T00:00:00Z')).toBe(0);
  });

  it('is negative when the range is reversed, and never minus zero', () => {
    expect(elapsed('2026-05-05T11:00:00Z', '2026-05-05T08:00:00Z')).toBe(hours(-2));
    expect(elapsed('2026-05-10T00:00:00Z', '2026-05-09T00:00:00Z')).toBe(0);
    expect(elapsed('2026-05-04T07:00:00Z', '2026-05-04T07:00:00Z')).toBe(0);
  });

  it('is exact to the millisecond', () => {
    expect(elapsed('2026-05-04T05:59:59.999Z', '2026-05-04T06:00:00.001Z')).toBe(1);
    expect(elapsed('2026-05-04T13:59:59.999Z', '2026-05-04T14:00:00.001Z')).toBe(1);
  });

  it('does not depend on which questions came first', () => {
    const fresh = compileCalendar({ timeZone: 'Europe/Vilnius', weekly: { mon: [['09:00', '17:00']] } });
    const used = compileCalendar({ timeZone: 'Europe/Vilnius', weekly: { mon: [['09:00', '17:00']] } });
    dueAfter(used, at('2031-01-01T00:00:00Z'), hours(100));
    dueAfter(used, at('2015-01-01T00:00:00Z'), hours(-100));
    const range = [at('2019-06-01T00:00:00Z'), at('2026-06-01T00:00:00Z')] as const;
    expect(elapsedWithin(used, ...range)).toBe(elapsedWithin(fresh, ...range));
    expect(elapsedWithin(fresh, ...range)).toBe(hours(8 * 365));
  });
});
