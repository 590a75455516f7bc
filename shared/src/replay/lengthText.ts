import { DAY, HOUR, MINUTE } from '../time';

/** A whole number as people write it. */
export const numberText = (value: number): string => value.toLocaleString('en-US');

/** A length of time in its two largest units. */
export function lengthText(ms: number): string {
  if (ms >= DAY) return `${numberText(Math.floor(ms / DAY))} d ${Math.floor((ms % DAY) / HOUR)} h`;
  if (ms >= HOUR) return `${Math.floor(ms / HOUR)} h ${Math.floor((ms % HOUR) / MINUTE)} min`;
  return `${Math.floor(ms / MINUTE)} min`;
}

/** A part of a whole in percent. */
export const percentText = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
