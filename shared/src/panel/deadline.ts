import { instantOf, isTimeZone } from '../time';

/** A deadline as it was typed: the instant it means, or what is wrong with it in one sentence. */
export type TypedDeadline = { readonly at: number } | { readonly problem: string };

const FORM = /^(\d{4}-\d{2}-\d{2})[ T]+(\d{1,2}):(\d{2})$/;

/** The text in the one form that instants are read from; undefined where it is no date and time. */
function wallText(typed: string): string | undefined {
  const [, date, hour, minute] = FORM.exec(typed) ?? [];
  return date && hour && minute ? `${date} ${hour.padStart(2, '0')}:${minute}` : undefined;
}

/**
 * Reads a typed deadline, `YYYY-MM-DD HH:mm` on the wall clock of `zone`. A wall time shown twice means the earlier
 * instant, one that is skipped the next real one. Whether it has passed is for the decider to say.
 *
 * @example
 * readDeadline('2025-11-28 10:20', 'Europe/Lisbon'); //=> { at: 1764325200000 }
 * readDeadline('tomorrow', 'Europe/Lisbon'); //=> { problem: 'Write the deadline like 2025-11-28 16:30.' }
 */
export function readDeadline(text: string, zone: string): TypedDeadline {
  const typed = text.trim();
  if (typed === '') return { problem: 'Say by when.' };
  if (!isTimeZone(zone)) return { problem: 'Your time zone is not known, so this time cannot be read.' };
  const wall = wallText(typed);
  if (wall === undefined) return { problem: 'Write the deadline like 2025-11-28 16:30.' };
  const at = instantOf(wall, zone);
  return at === undefined ? { problem: 'There is no such date or time.' } : { at };
}
