import { DATE_TOKENS, localMs, offsetMs, thousandths, type DateParts, type DateToken } from './dateTokens';
import { FIRST_INSTANT, LAST_INSTANT } from './instant';
import { wallInstants } from './wallInstant';

/** Reads an instant; undefined where the text is none of the form, or names a date or time that does not exist. */
export type InstantReader = (text: string) => number | undefined;

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const PIECES = /''|'(?:''|[^'])+'|([A-Za-z])\1*|[^A-Za-z']+/g;

/** One record of parts for all the texts that a reader reads, since logs have millions of them. */
const noParts = (): DateParts => ({
  ...{ year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, ms: 0 },
  ...{ half: undefined, offset: undefined, at: undefined },
});

function blank(parts: DateParts): void {
  parts.year = 1970;
  parts.month = parts.day = 1;
  parts.hour = parts.minute = parts.second = parts.ms = 0;
  parts.half = parts.offset = parts.at = undefined;
}

function withinYears(at: number): number | undefined {
  return at >= FIRST_INSTANT && at < LAST_INSTANT ? at : undefined;
}

function instantOfParts(parts: DateParts, inZone: (local: number) => number | undefined): number | undefined {
  if (parts.at !== undefined) return withinYears(parts.at);
  const local = localMs(parts);
  if (local === undefined) return undefined;
  return parts.offset === undefined ? inZone(local) : withinYears(local - parts.offset);
}

/**
 * A reader of ISO 8601 dates and times. One that says no offset is meant in the zone; one without a time is midnight.
 *
 * @throws CalendarError `unknown-zone` when it first reads a time without an offset
 *
 * @example
 * isoReader('Europe/Vilnius')('2026-05-07T14:00'); //=> 1778151600000, 11:00Z
 */
export function isoReader(zone: string): InstantReader {
  const inZone = wallInstants(zone);
  const parts = noParts();
  return text => {
    const found = ISO.exec(text);
    if (found === null) return undefined;
    parts.year = Number(found[1]);
    parts.month = Number(found[2]);
    parts.day = Number(found[3]);
    parts.hour = Number(found[4] ?? 0);
    parts.minute = Number(found[5] ?? 0);
    parts.second = Number(found[6] ?? 0);
    parts.ms = thousandths(found[7]);
    parts.offset = found[8] === undefined ? undefined : offsetMs(found[8]);
    return instantOfParts(parts, inZone);
  };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
const literal = (piece: string): string => (piece === "''" ? "'" : piece.slice(1, -1).replaceAll("''", "'"));
const isLetter = (piece: string): boolean => /^[A-Za-z]/.test(piece);

/**
 * A reader of the instants that a date-fns format describes, compiled once for many texts.
 *
 * @param format - date-fns tokens, such as `dd-MM-yyyy HH:mm`; names of months and days in English
 * @param zone - IANA name of the zone that is meant where the text says no offset
 * @returns undefined where the format has a token that is not read here
 *
 * @example
 * instantFormat('dd-MM-yyyy HH:mm', 'Europe/Vilnius')?.('07-05-2026 14:00'); //=> 1778151600000, 11:00Z
 */
export function instantFormat(format: string, zone: string): InstantReader | undefined {
  const tokens: DateToken[] = [];
  let looks = '';
  for (const [piece] of format.matchAll(PIECES)) {
    const token = DATE_TOKENS[piece];
    if (isLetter(piece) && token === undefined) return undefined;
    if (token !== undefined) tokens.push(token);
    looks += token ? `(${token.looks})` : escaped(piece.startsWith("'") ? literal(piece) : piece);
  }
  const shape = new RegExp(`^${looks}$`, 'i');
  const inZone = wallInstants(zone);
  const parts = noParts();
  return text => {
    const found = shape.exec(text);
    if (found === null) return undefined;
    blank(parts);
    for (let index = 0; index < tokens.length; index += 1) tokens[index]?.read(parts, found[index + 1] as string);
    return instantOfParts(parts, inZone);
  };
}

/**
 * An instant as ISO 8601 in UTC, to the millisecond.
 *
 * @param at - epoch ms
 *
 * @example
 * instantText(1778151600000); //=> '2026-05-07T11:00:00.000Z'
 */
export const instantText = (at: number): string => new Date(at).toISOString();
