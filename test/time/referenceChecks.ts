import { compileCalendar, DAY, dueAfter, elapsedWithin, isOpenAt, openSegments } from '../../shared/src/time';
import { compare, compareInstant, type Finding } from './finding';
import { at, SECOND, type Calendar } from './instants';
import * as answers from './referenceAnswers';
import type { BetweenCase, MoveCase, ReferenceCase, SegmentsCase } from './referenceCases';
import { checkSla } from './slaCheck';

type Kind = ReferenceCase['kind'];
type CaseOf<K extends Kind, C = ReferenceCase> = C extends { kind: infer Own } ? (K extends Own ? C : never) : never;
type Checks = { readonly [K in Kind]: (vector: CaseOf<K>, calendar: Calendar) => Finding[] };

/** Every kind of case, answered by the public API or by something built from it alone. */
const CHECKS: Checks = {
  add: checkMove,
  subtract: checkMove,
  addPaused: checkMove,
  between: checkBetween,
  betweenPaused: checkBetween,
  isOpen: (vector, calendar) => compare(isOpenAt(calendar, at(vector.at)), vector.open),
  isHoliday: vector => compare(answers.isHoliday(vector.calendar, at(vector.at)), vector.holiday),
  isWorkingDay: (vector, calendar) => compare(answers.isWorkingDay(calendar, vector.date), vector.workingDay),
  nextOpen: (vector, calendar) => compare(answers.nextOpen(calendar, at(vector.at)), at(vector.result)),
  previousOpen: (vector, calendar) => compare(answers.previousOpen(calendar, at(vector.at)), at(vector.result)),
  transition: (vector, calendar) => {
    const flip = vector.direction === 'next' ? answers.nextFlip : answers.previousFlip;
    return compare(flip(calendar, at(vector.at), vector.to), at(vector.result));
  },
  segments: checkSegments,
  segmentsBackward: checkSegmentsBackward,
  addDays: (vector, calendar) => compare(answers.addWorkingDays(calendar, vector.date, vector.days), vector.result),
  daysBetween: (vector, calendar) => compare(answers.workingDaysBetween(calendar, vector.from, vector.to), vector.days),
  sla: checkSla,
};

export function check(vector: ReferenceCase): Finding[] {
  const checkOfKind = CHECKS[vector.kind] as (vector: ReferenceCase, calendar: Calendar) => Finding[];
  return checkOfKind(vector, compileCalendar(vector.calendar));
}

function instants(pairs: readonly (readonly [string, string])[] = []): [number, number][] {
  return pairs.map(([start, end]) => [at(start), at(end)]);
}

function checkMove(vector: MoveCase, calendar: Calendar): Finding[] {
  const service = vector.kind === 'subtract' ? 0 - vector.seconds * SECOND : vector.seconds * SECOND;
  const except = instants(vector.pauses);
  const got = dueAfter(calendar, at(vector.start), service, { except });
  const elapsed = elapsedWithin(calendar, at(vector.start), got, { except });
  return [...compare(elapsed, service), ...compareInstant(calendar, got, vector.end)];
}

function checkBetween(vector: BetweenCase, calendar: Calendar): Finding[] {
  const except = instants(vector.pauses);
  const seconds = elapsedWithin(calendar, at(vector.start), at(vector.end), { except }) / SECOND;
  const isNear = Math.abs(seconds - vector.elapsedSeconds) <= (vector.toleranceSeconds ?? 0);
  return isNear ? [] : compare(seconds, vector.elapsedSeconds);
}

function checkSegments(vector: SegmentsCase, calendar: Calendar): Finding[] {
  const [, last] = vector.segments[vector.segments.length - 1] ?? [];
  const from = at(vector.at);
  // An empty list is of a peer that lists finished segments only, asked while open around the clock.
  if (last === undefined) return compare(openSegments(calendar, from, from + 7 * DAY).length, 1);
  return compare(String(openSegments(calendar, from, at(last) + 1)), String(instants(vector.segments)));
}

function checkSegmentsBackward(vector: SegmentsCase, calendar: Calendar): Finding[] {
  const wanted = instants(vector.segments).reverse();
  const first = wanted[0]?.[0] ?? NaN;
  return compare(String(openSegments(calendar, first - 1, at(vector.at))), String(wanted));
}
