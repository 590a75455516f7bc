import { DAY, FIRST_INSTANT, LAST_INSTANT } from './instant';
import { dayOf } from './localDay';
import { firstInstantShowing, offsetPieces } from './zone';

/**
 * Turns many local times of one zone into instants. Days on which the offset does not change are learned once, so that
 * a log of a million lines costs a look-up each.
 *
 * @param zone - IANA name
 * @returns of local ms (as if the wall clock were UTC) the instant in epoch ms, or undefined outside the years 1900 to
 * 2199. A wall time shown twice means the earlier instant; one that is skipped means the next real instant.
 * @throws CalendarError `unknown-zone` when it is first asked
 */
export function wallInstants(zone: string): (local: number) => number | undefined {
  const offsets = new Map<number, number | undefined>();
  const offsetOn = (day: number): number | undefined => {
    if (!offsets.has(day)) offsets.set(day, steadyOffset(zone, day));
    return offsets.get(day);
  };
  return local => {
    if (!(local >= FIRST_INSTANT - DAY && local < LAST_INSTANT + DAY)) return undefined;
    const offset = zone === 'UTC' ? 0 : offsetOn(dayOf(local));
    const at = offset === undefined ? firstInstantShowing(local, zone) : local - offset;
    return at >= FIRST_INSTANT && at < LAST_INSTANT ? at : undefined;
  };
}

/** The one offset a zone keeps on a local day and the days around it; undefined where it changes. */
function steadyOffset(zone: string, day: number): number | undefined {
  const offsets = offsetPieces(zone, [(day - 2) * DAY, (day + 3) * DAY]).map(({ offset }) => offset);
  return new Set(offsets).size === 1 ? offsets[0] : undefined;
}
