export { CalendarError, type CalendarErrorCode, type CalendarProblem } from './calendarError';
export type { CalendarSpec, IntervalSpec } from './calendarSpec';
export { calendarProblems, changedCalendar, compileCalendar, type Calendar } from './calendar';
export { durationText } from './durationText';
export { dueAfter, elapsedWithin, isOpenAt, openSegments } from './serviceTime';
export type { Pauses } from './pauses';
export {
  intersectSegments,
  isEmptySegment,
  mergeSegments,
  segmentsLength,
  subtractSegments,
  type Segment,
} from './segment';
export {
  DAY,
  FIRST_INSTANT,
  HOUR,
  LAST_INSTANT,
  MINUTE,
  toInstant,
  toServiceMs,
  type Instant,
  type ServiceMs,
} from './instant';
export { hoursOfWeek, WEEK_HOURS } from './hourOfWeek';
export { instantFormat, instantText, isoReader, type InstantReader } from './instantFormat';
export { readInstant } from './readInstant';
export { instantOf, localText, wallClock, zoneOffsetText, type WallClock } from './wallTime';
export type { Weekday } from './localDay';
export { zoneOfRails } from './railsZones';
export { isTimeZone } from './zone';
