import type { CalendarSpec } from '../time';

/** Hours by which time was spent until an instant (epoch ms, exclusive), before another version changed them. */
export interface FormerHours {
  readonly until: number;
  readonly hours: CalendarSpec;
  readonly before?: FormerHours;
}

/** Which clock the contract counts for a respond or resolve target (rules §5.5). */
export type ClockOfRecord = 'native' | 'baton';

/** A promise to the customer: service time on a named calendar of the terms. */
export interface ServiceTarget {
  /** Service time in ms. */
  readonly within: number;
  /** Name of a calendar of the terms. */
  readonly calendar: string;
  readonly clockOfRecord: ClockOfRecord;
  /** Other hours that counted before: what was spent by them stays spent. */
  readonly before?: FormerHours;
}
