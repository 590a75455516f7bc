import { tzOffset } from '@date-fns/tz/tzOffset';
import { CalendarError } from './calendarError';
import { DAY, HOUR, MINUTE } from './instant';
import { intersectSegments, mergeSegments, type Segment } from './segment';

/** A span of instants over which a zone keeps one offset (ms to add to UTC to read the wall clock). */
export interface OffsetPiece {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
}

/** Since 1970 no zone has kept an offset for less than a week, so a probe every three days misses no change. */
const PROBE_STEP = 3 * DAY;

/** Offsets are learned in blocks of this length. */
const BLOCK = 128 * DAY;

/** Offsets stay within 15 h of UTC and have jumped by 24 h (Apia, 2011): two days each way reach any wall time. */
const WALL_TIME_REACH = 2 * DAY;

/** Names found to be zones; asking Intl again costs far more than remembering a few hundred of them. */
const knownZones = new Set<string>();

/**
 * Says whether a name is an IANA time zone this machine knows. Bare offsets such as `+02:00` are none: they know no DST.
 *
 * @example
 * isTimeZone('Europe/Vilnius'); //=> true
 * isTimeZone('Europe/Atlantis'); //=> false
 */
export function isTimeZone(name: unknown): name is string {
  if (typeof name !== 'string' || !/^[A-Za-z]/.test(name)) return false;
  if (knownZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    knownZones.add(name);
    return true;
  } catch {
    return false;
  }
}

/** The zone's offset at an instant, in ms. Throws `unknown-zone` where the zone is none. */
export function offsetAt(zone: string, at: number): number {
  const minutes = tzOffset(zone, new Date(at));
  if (Number.isNaN(minutes)) {
    throw new CalendarError({ code: 'unknown-zone', path: 'timeZone', message: `"${zone}" is no IANA time zone` });
  }
  const offset = Math.round(minutes * MINUTE);
  return offset > 0 && offset < HOUR ? signedOffset(zone, at, offset) : offset;
}

/** tzOffset loses the sign of offsets such as -00:44:30 (Monrovia until 1972), so the wall clock is asked. */
function signedOffset(zone: string, at: number, offset: number): number {
  const hour = (timeZone: string, instant: number): string =>
    new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: 'numeric' }).format(new Date(instant));
  return hour(zone, at) === hour('UTC', at + offset) ? offset : -offset;
}

/** Cuts a span of instants at every change of the zone's offset; a cut at the edge of a block makes no difference. */
export function offsetPieces(zone: string, [start, end]: Segment): OffsetPiece[] {
  const pieces: OffsetPiece[] = [];
  for (let block = Math.floor(start / BLOCK); block * BLOCK < end; block += 1) pieces.push(...blockPieces(zone, block));
  return pieces
    .map(piece => ({ ...piece, start: Math.max(start, piece.start), end: Math.min(end, piece.end) }))
    .filter(piece => piece.start < piece.end);
}

/** What was learned of each zone, by block: probing takes a thousand times longer than looking it up. */
const learned = new Map<string, readonly OffsetPiece[]>();

function blockPieces(zone: string, block: number): readonly OffsetPiece[] {
  const key = `${zone} ${block}`;
  const pieces = learned.get(key) ?? probePieces(zone, [block * BLOCK, (block + 1) * BLOCK]);
  learned.set(key, pieces);
  return pieces;
}

function probePieces(zone: string, [start, end]: Segment): OffsetPiece[] {
  const pieces: OffsetPiece[] = [];
  let piece = { start, offset: offsetAt(zone, start) };
  let probe = start;
  while (probe < end) {
    const next = Math.min(probe + PROBE_STEP, end);
    const isSame = offsetAt(zone, next) === piece.offset;
    probe = isSame ? next : changeBetween(zone, probe, next);
    if (isSame || probe === end) continue;
    pieces.push({ ...piece, end: probe });
    piece = { start: probe, offset: offsetAt(zone, probe) };
  }
  pieces.push({ ...piece, end });
  return pieces;
}

/** The first instant in (before, after] whose offset is no longer that of `before`. */
function changeBetween(zone: string, before: number, after: number): number {
  const offset = offsetAt(zone, before);
  let same = before;
  let changed = after;
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (offsetAt(zone, middle) === offset) same = middle;
    else changed = middle;
  }
  return changed;
}

/**
 * The instants whose local wall time lies in the given local segments. Each piece shows its own stretch of wall time:
 * two pieces show a repeated hour twice, none shows a skipped hour (or day), and nothing else is needed for DST.
 */
export function instantsShowing(local: readonly Segment[], pieces: readonly OffsetPiece[]): Segment[] {
  const shown = pieces.flatMap(({ start, end, offset }) =>
    intersectSegments([[start + offset, end + offset]], local).map(([from, to]): Segment => [
      from - offset,
      to - offset,
    ]),
  );
  return mergeSegments(shown);
}

/**
 * The instant at which a local wall time is first shown. A repeated wall time is taken the first time round; a skipped
 * one gives the first instant after the gap, when the clock next shows a later time.
 */
export function firstInstantShowing(local: number, zone: string): number {
  const pieces = offsetPieces(zone, [local - WALL_TIME_REACH, local + WALL_TIME_REACH]);
  const piece = pieces.find(({ end, offset }) => local < end + offset);
  return piece === undefined ? local : Math.max(piece.start, local - piece.offset);
}
