import { DAY, HOUR, MINUTE } from './instant';
import { readDate } from './localDay';
import { timeOfDay } from './wallTime';

const INSTANT = /^(.{10})T([^.]{5,8})(?:\.(\d{1,9}))?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * Epoch ms of an ISO 8601 instant, which must say its offset (`Z` or `+02:00`); undefined for any other text.
 * The language's own parser is not asked: it reads a text without an offset in the machine's zone, and 30 February
 * as a day in March.
 */
export function readInstant(text: string): number | undefined {
  const found = INSTANT.exec(text);
  if (found === null) return undefined;
  const day = readDate(found[1]);
  const sinceMidnight = timeOfDay(found[2]);
  if (day === undefined || sinceMidnight === undefined) return undefined;
  return day * DAY + sinceMidnight + milliseconds(found[3]) - offsetOf(found[4]);
}

function milliseconds(fraction = ''): number {
  return Number(fraction.padEnd(3, '0').slice(0, 3));
}

function offsetOf(text = 'Z'): number {
  if (text === 'Z') return 0;
  const size = Number(text.slice(1, 3)) * HOUR + Number(text.slice(4)) * MINUTE;
  return text.startsWith('-') ? -size : size;
}
