import { z } from 'zod';

const interval = z.tuple([z.string(), z.string()], { error: 'is a pair such as ["09:00", "17:00"]' });
const intervals = z.array(interval).readonly();

/** Opening hours per weekday; a missing day is closed. */
export const weekly = z.strictObject({
  mon: intervals.exactOptional(),
  tue: intervals.exactOptional(),
  wed: intervals.exactOptional(),
  thu: intervals.exactOptional(),
  fri: intervals.exactOptional(),
  sat: intervals.exactOptional(),
  sun: intervals.exactOptional(),
});

/** The shape of a service calendar; whether its times make sense is told by the rules, which compile it. */
export const calendar = z.strictObject({
  timeZone: z.string(),
  weekly,
  holidays: z.array(z.string()).exactOptional(),
  dates: z.record(z.string(), intervals).exactOptional(),
  breaks: z.record(z.string(), intervals).exactOptional(),
  closed: z.array(interval).exactOptional(),
  holidayKeepsTail: z.boolean().exactOptional(),
});
