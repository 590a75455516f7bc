import fc from 'fast-check';
import type { CalendarSpec, IntervalSpec } from '../../shared/src/time';
import { at, hours } from './instants';

/** Zones with whole, half and quarter hours, half-hour DST, DST at midnight, none, and a skipped day. */
const ZONES = [
  'UTC',
  'Europe/Vilnius',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Pacific/Apia',
  'Pacific/Chatham',
];

/** Instants at which some of these zones change their clock. */
const CHANGES = [
  '2011-12-30T10:00:00Z',
  '2025-02-23T02:00:00Z',
  '2025-04-06T02:00:00Z',
  '2026-03-08T07:00:00Z',
  '2026-03-29T01:00:00Z',
  '2026-04-04T15:00:00Z',
  '2026-04-05T03:00:00Z',
  '2026-09-06T04:00:00Z',
  '2026-10-03T15:30:00Z',
  '2026-10-25T01:00:00Z',
  '2026-11-01T06:00:00Z',
].map(at);

const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 50)).map(([hour, minute]) => {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
});
const interval: fc.Arbitrary<IntervalSpec> = fc.tuple(clock, fc.oneof(clock, fc.constant('24:00')));
const dayHours = fc.array(interval, { maxLength: 3 });
const someHours = fc.array(interval, { minLength: 1, maxLength: 2 });

/** Dates around the changes, so that exceptions meet them. */
const date = fc.tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -3, max: 3 })).map(([change, days]) => {
  return new Date(change + days * hours(24)).toISOString().slice(0, 10);
});
const dateKey = fc.oneof(
  { weight: 4, arbitrary: date },
  { weight: 1, arbitrary: date.map(text => `*${text.slice(4)}`) },
);

/** Instants near the same change, for questions that would otherwise span fifteen years. */
export const neighbours = fc
  .tuple(
    fc.constantFrom(...CHANGES),
    fc.array(fc.integer({ min: -260_000, max: 260_000 }), { minLength: 20, maxLength: 20 }),
  )
  .map(([change, seconds]) => seconds.map(second => change + second * 1000));

/** An instant near a change of some clock, to the second. */
export const instant = fc
  .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -260_000, max: 260_000 }))
  .map(([change, seconds]) => change + seconds * 1000);

const closure = fc
  .tuple(instant, fc.integer({ min: 1, max: 200_000 }))
  .map(([start, seconds]): IntervalSpec => [
    new Date(start).toISOString(),
    new Date(start + seconds * 1000).toISOString(),
  ]);

/** Calendars that are open at least once a week, with every kind of exception. */
export const calendarSpec: fc.Arbitrary<CalendarSpec> = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  weekly: fc.record({
    mon: someHours,
    tue: dayHours,
    wed: dayHours,
    thu: dayHours,
    fri: dayHours,
    sat: dayHours,
    sun: dayHours,
  }),
  holidays: fc.array(dateKey, { maxLength: 6 }),
  dates: fc.dictionary(dateKey, dayHours, { maxKeys: 4 }),
  breaks: fc.dictionary(dateKey, dayHours, { maxKeys: 4 }),
  closed: fc.array(closure, { maxLength: 3 }),
  holidayKeepsTail: fc.boolean(),
});

/** Up to two weeks of service time, to the millisecond. */
export const service = fc.integer({ min: 1, max: hours(336) });

export const pauses = fc.array(
  fc
    .tuple(instant, fc.integer({ min: -1000, max: 300_000 }))
    .map(([start, seconds]): [number, number] => [start, start + seconds * 1000]),
  { maxLength: 5 },
);
