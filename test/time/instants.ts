import { localText, type Calendar, type CalendarSpec } from '../../shared/src/time';

export type { Calendar, CalendarSpec };

export const SECOND = 1000;

/** Epoch ms of an ISO text with `Z`; digits below a millisecond are cut off. */
export function at(iso: string): number {
  const ms = Date.parse(iso);
  if (!iso.endsWith('Z') || Number.isNaN(ms)) throw new Error(`${iso} is no instant`);
  return ms;
}

export function iso(instant: number): string {
  return new Date(instant).toISOString();
}

export function hours(count: number): number {
  return count * 3_600_000;
}

export function minutes(count: number): number {
  return count * 60_000;
}

/** Segments as local wall times, for reading. */
export function local(segments: readonly (readonly [number, number])[], zone: string): string[] {
  return segments.map(([start, end]) => `${localText(start, zone)} – ${localText(end, zone)}`);
}
