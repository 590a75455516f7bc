import type { Placement } from '../agreement';
import { hoursOf, resolveHours, resolveReading, type Open } from '../escalation';
import { DAY, dueAfter, elapsedWithin, HOUR, localText, MINUTE, openSegments, type Calendar } from '../time';
import { clockText } from './clockText';
import { readDeadline } from './deadline';
import { isInside } from './packetLines';
import { bothZones, timeText, type Reader } from './reader';
import type { FormView } from './view';
import { durationText, joined } from './wording';

type DeadlineField = FormView['deadline'];

/** Of the time left, this much is proposed at most: the rest is for whoever comes after. */
const SHARE_OF_REST = 0.8;
const AHEAD = 30 * DAY;

const wholeMinute = (at: number): number => Math.floor(at / MINUTE) * MINUTE;

/** The instant as it will be read back from its text: ahead of now, even in an hour that the clock shows twice. */
function ahead({ zone, now }: Reader, at: number): number {
  const minute = Math.max(wholeMinute(at), wholeMinute(now) + MINUTE);
  const read = readDeadline(localText(minute, zone), zone);
  return 'at' in read && read.at <= now ? minute + HOUR : minute;
}

/**
 * The deadline proposed: the earlier of the cell's next-action target in the receiver's hours and 80 % of the time
 * left (rules §8). Epoch ms, a whole minute, ahead of now.
 */
export function proposedDeadline(reader: Reader, state: Open, to: Placement, nextAction: number): number {
  const { now } = reader;
  const asked = dueAfter(hoursOf(state.terms, to.party, to.team), now, nextAction);
  const { remaining } = resolveReading(state, now);
  if (remaining <= 0) return ahead(reader, asked);
  const calendar = resolveHours(state.terms);
  return ahead(reader, Math.min(asked, dueAfter(calendar, now, Math.floor(remaining * SHARE_OF_REST))));
}

/** The nearest instant inside somebody's hours, still ahead of `now`; the last closing or the next opening. */
function nearestInside(hours: Calendar, at: number, now: number): number | undefined {
  const closing = openSegments(hours, now, Math.max(now, at)).at(-1)?.[1];
  const opening = openSegments(hours, at, at + AHEAD)[0]?.[0];
  const found = [closing, opening].filter(instant => instant !== undefined);
  return found.sort((a, b) => Math.abs(a - at) - Math.abs(b - at))[0];
}

/** 'Use 18:00 today': one press takes it. */
function suggestion({ zone, now }: Reader, hours: Calendar, at: number): Pick<DeadlineField, 'suggestion'> {
  if (at <= now || isInside(hours, at)) return {};
  const instant = nearestInside(hours, at, now);
  if (instant === undefined) return {};
  return { suggestion: { label: `Use ${clockText(instant, zone, now)}`, value: localText(instant, zone) } };
}

function marginText(reader: Reader, state: Open, at: number): string {
  const { dueAt } = resolveReading(state, reader.now);
  const calendar = resolveHours(state.terms);
  if (at >= dueAt) return `not before it is due, ${timeText(reader, dueAt)}`;
  return `${durationText(elapsedWithin(calendar, at, dueAt))} before it is due`;
}

function hintText(reader: Reader, state: Open, to: Placement, at: number): string {
  const where = isInside(hoursOf(state.terms, to.party, to.team), at) ? 'inside' : 'outside';
  return joined([`${bothZones(reader, at, to.party)}, ${where} their hours`, marginText(reader, state, at)]);
}

/** The deadline field for a text: what it means on both clocks, whether they work then, and what is wrong with it. */
export function deadlineField(
  reader: Reader,
  state: Open,
  to: Placement,
  field: { label: string; value: string },
): DeadlineField {
  const read = readDeadline(field.value, reader.zone);
  if ('problem' in read) return { ...field, error: read.problem };
  const hours = hoursOf(state.terms, to.party, to.team);
  return {
    ...field,
    hint: hintText(reader, state, to, read.at),
    ...(read.at <= reader.now ? { error: 'This time has already passed.' } : {}),
    ...suggestion(reader, hours, read.at),
  };
}
