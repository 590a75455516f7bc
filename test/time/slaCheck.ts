import { dueAfter, elapsedWithin } from '../../shared/src/time';
import { compare, compareInstant, type Finding } from './finding';
import { at, iso, minutes, SECOND, type Calendar } from './instants';
import { moveByDays, pausesOf } from './referenceAnswers';
import type { SlaCase, SlaClock } from './referenceCases';

interface Reading {
  readonly clock: SlaClock;
  readonly from: number;
  readonly except: readonly [number, number][];
  readonly dueAt: number;
}

/** Every clock of a ticket as its peer reads it: due, elapsed, margin, escalation, and the earliest still owed. */
export function checkSla(vector: SlaCase, calendar: Calendar): Finding[] {
  const clocks = Object.values(vector.expect).filter(isClock);
  const readings = clocks.map(clock => readClock(vector, calendar, clock));
  return [...readings.flatMap(reading => checkReading(calendar, reading)), ...checkNextDue(vector, calendar, readings)];
}

function isClock(value: SlaClock | string | null): value is SlaClock {
  return typeof value === 'object' && value !== null;
}

function readClock(vector: SlaCase, calendar: Calendar, clock: SlaClock): Reading {
  const from = at(clock.from ?? vector.created);
  const except = pausesThatMatter(vector, clock);
  return { clock, from, except, dueAt: dueOf(calendar, { clock, from, except }) };
}

function pausesThatMatter(vector: SlaCase, clock: SlaClock): [number, number][] {
  if (clock.pausable === false) return [];
  const until = clock.pausesBefore === undefined ? Infinity : at(clock.pausesBefore);
  const matters = ([start, end]: [number, number]): boolean =>
    start < until && !(end === Infinity && clock.openPauseIgnored === true);
  return pausesOf(vector.events).filter(matters);
}

function dueOf(calendar: Calendar, { clock, from, except }: Omit<Reading, 'dueAt'>): number {
  if (clock.targetMinutes !== undefined) return dueAfter(calendar, from, minutes(clock.targetMinutes), { except });
  const due = moveByDays(calendar, from, clock.targetDays ?? NaN, clock.endOfWorkingDay === true);
  return dueAfter(calendar, due, pausedTime(calendar, except));
}

function pausedTime(calendar: Calendar, pauses: Reading['except']): number {
  return pauses.reduce((sum, [start, end]) => sum + elapsedWithin(calendar, start, end), 0);
}

function checkReading(calendar: Calendar, reading: Reading): Finding[] {
  const { clock, except, dueAt } = reading;
  return [
    ...(clock.dueAt === undefined ? [] : compareInstant(calendar, dueAt, clock.dueAt)),
    ...(clock.pausedSeconds === undefined ? [] : compare(pausedTime(calendar, except), clock.pausedSeconds * SECOND)),
    ...(clock.escalateAt === undefined ? [] : compare(escalation(calendar, reading), at(clock.escalateAt))),
    ...(clock.at === undefined ? [] : checkElapsed(calendar, reading, at(clock.at))),
  ];
}

function checkElapsed(calendar: Calendar, { clock, from, except }: Reading, until: number): Finding[] {
  const elapsed = Math.floor(elapsedWithin(calendar, from, until, { except }) / minutes(1));
  const margin = (clock.targetMinutes ?? NaN) - elapsed;
  return [...compare(elapsed, clock.elapsedMinutes), ...compare(margin, clock.marginMinutes)];
}

function escalation(calendar: Calendar, { clock, dueAt }: Reading): number {
  const { escalateOffsetDays: days, escalateOffsetMinutes: offset = NaN, endOfWorkingDay = false } = clock;
  return days === undefined
    ? dueAfter(calendar, dueAt, minutes(offset))
    : moveByDays(calendar, dueAt, days, endOfWorkingDay);
}

function checkNextDue(vector: SlaCase, calendar: Calendar, readings: readonly Reading[]): Finding[] {
  const next = vector.expect['nextDueAt'];
  if (next === null) return compare(vector.clockStopped, true);
  const owed = readings.filter(({ clock }) => clock.satisfied !== true);
  if (typeof next !== 'string') return [];
  return compareInstant(calendar, Math.min(...owed.map(({ dueAt }) => dueAt)), next).map(finding => ({
    ...finding,
    text: `next due: ${iso(at(next))}, ${finding.text}`,
  }));
}
