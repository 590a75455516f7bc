import { MINUTE } from './instant';

/**
 * A duration in words, whole minutes rounded down. Hours are never turned into days: how long a day of service is
 * depends on the calendar.
 *
 * @param ms - not negative
 *
 * @example
 * durationText(4_980_000); //=> '1 h 23 min'
 * durationText(3_900_000); //=> '1 h 05 min'
 * durationText(45_000); //=> 'under a minute'
 */
export function durationText(ms: number): string {
  const minutes = Math.floor(ms / MINUTE);
  if (minutes < 1) return 'under a minute';
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')} min`;
}
