export { clockAt, clockOf, withMark } from './clock';
export type { Clock, Gap, Mark, Pause } from './clock';
export { readClock, stoppedSpans } from './reading';
export type { Reading } from './reading';
