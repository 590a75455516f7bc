import type { ServiceTarget } from '../agreement';
import { clockOf, readClock, stoppedSpans, type Clock, type Reading } from '../clock';
import { DAY, dueAfter, elapsedWithin, type Calendar } from '../time';
import { targetHours } from './hours';
import type { Open } from './state';
import { agreedStops } from './waiting';

/** The promises made to the customer. */
type Promised = 'respond' | 'resolve';

/** The clock as Baton counts it against a target, `within` in service ms. */
function counted(state: Open, { within, ...target }: Omit<ServiceTarget, 'clockOfRecord'>, now: number): Reading {
  const stops = agreedStops(state, now).map(({ from, to }) => [from, to] as const);
  return readClock(clockOf(state.marks), { within, calendar: targetHours(state.terms, target) }, now, stops);
}

/** Until when a clock has counted at `now`. */
const countedUntil = (clock: Clock, now: number): number =>
  clock.status === 'stopped' ? clock.stoppedAt : clock.status === 'paused' ? clock.pausedAt : now;

/** The clock against the desk's own due time: what is left is the service time until then. */
function againstDesk(state: Open, target: ServiceTarget, dueAt: number, now: number): Reading {
  const { elapsed } = counted(state, target, now);
  const left = elapsedWithin(targetHours(state.terms, target), countedUntil(clockOf(state.marks), now), dueAt);
  const reading = counted(state, { ...target, within: elapsed + left }, now);
  return reading.status === 'paused' ? reading : { ...reading, dueAt };
}

/** A promise read on the clock that the contract counts, at `now` (epoch ms); undefined where none was made. */
export function promiseReading(state: Open, name: Promised, now: number): Reading | undefined {
  const target: ServiceTarget | undefined = state.terms[name];
  if (!target) return undefined;
  const native = target.clockOfRecord === 'native' ? state.nativeDue?.[name] : undefined;
  return native ? againstDesk(state, target, native.dueAt, now) : counted(state, target, now);
}

/** Night after night a receiver may be closed and the clock stand: so far ahead (ms) is looked, then further. */
const AHEAD = 32 * DAY;
const FURTHEST = 4 * 366 * DAY;

/** When a clock has counted so much, epoch ms, if it runs on while an open offer or Ask goes on standing. */
function countsUntil(state: Open, calendar: Calendar, elapsed: number): number {
  const clock = clockOf(state.marks);
  const until = Math.max(...state.marks.map(({ at }) => at), ...state.offers.map(({ from, to = from }) => to));
  for (let ahead = AHEAD; ; ahead *= 2) {
    const stops = agreedStops(state, until + ahead).map(({ from, to }): [number, number] => [from, to]);
    const at = dueAfter(calendar, clock.startedAt, elapsed, { except: [...stoppedSpans(clock, until), ...stops] });
    if (at <= until + ahead) return at;
    if (ahead > FURTHEST) return Infinity;
  }
}

/**
 * When so much (service ms) of a promise has passed, epoch ms, if its clock runs on. Where the desk's own due time
 * counts, that is when all of it has.
 */
export function promisePasses(state: Open, name: Promised, elapsed: number): number {
  const target = state.terms[name];
  if (!target) throw new RangeError(`Nothing is promised to ${name}.`);
  const calendar = targetHours(state.terms, target);
  const native = target.clockOfRecord === 'native' ? state.nativeDue?.[name] : undefined;
  const counted = countsUntil(state, calendar, elapsed);
  if (!native) return counted;
  const { within } = againstDesk(state, target, native.dueAt, native.readAt);
  return elapsed < within ? Math.min(counted, native.dueAt) : dueAfter(calendar, native.dueAt, elapsed - within);
}

/** The resolve clock of record, read at `now` (epoch ms): the desk's own due time where the agreement counts that. */
export function resolveReading(state: Open, now: number): Reading {
  const reading = promiseReading(state, 'resolve', now);
  if (!reading) throw new RangeError('Every agreement promises to resolve.');
  return reading;
}

/** The resolve clock as Baton counts it, whatever the contract counts. */
export const countedByBaton = (state: Open, now: number): Reading => counted(state, state.terms.resolve, now);
