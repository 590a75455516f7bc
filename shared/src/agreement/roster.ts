import { compileCalendar, isOpenAt, type Calendar, type CalendarSpec } from '../time';
import type { OnCall } from './onCall';
import type { Agreement } from './schema';

/** Who is on duty when, as the agreement writes it; a directory leaves out what is empty. */
export type Roster = Agreement['teams'][string]['roster'];

/** A roster, and whom the desk's own schedule names. */
export type Rostered = Partial<Roster> & { readonly onCall?: OnCall };

/** Who answers for a team, and who stands in. */
export interface Duty {
  readonly onDuty?: string;
  readonly backup?: string;
}

const everyHour: CalendarSpec['weekly'] = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, [['00:00', '24:00']]]),
);

/** The hours of a shift as a calendar in the roster's zone. */
export const shiftCalendar = ({ hours }: Roster['weekly'][number], timeZone: string): CalendarSpec => ({
  timeZone,
  weekly: hours,
});

/** All time but the override's own, so that its instants are read where all instants are. */
export const outsideOverride = ({ from, to }: Roster['overrides'][number]): CalendarSpec => ({
  timeZone: 'UTC',
  weekly: everyHour,
  closed: [[from, to]],
});

const compiled = new WeakMap<object, Calendar>();

/** The calendar of one entry of a roster, made once: a roster is asked often. */
function calendarOf(entry: object, spec: CalendarSpec): Calendar {
  const known = compiled.get(entry);
  if (known?.timeZone === spec.timeZone) return known;
  const calendar = compileCalendar(spec);
  compiled.set(entry, calendar);
  return calendar;
}

const named = (onDuty: string | undefined, backup: string | undefined): Duty => ({
  ...(onDuty === undefined ? {} : { onDuty }),
  ...(backup === undefined ? {} : { backup }),
});

/** Whoever was found; the standing names where that is nobody. */
const standingIn = ({ onDuty, backup }: Rostered, found: { person: string; backup?: string } | undefined): Duty =>
  found === undefined ? named(onDuty, backup) : named(found.person, found.backup ?? backup);

function calledIn({ onCall }: Rostered): { readonly person: string; readonly backup?: string } | undefined {
  const [person, backup] = onCall?.people ?? [];
  return person === undefined ? undefined : { person, ...(backup === undefined ? {} : { backup }) };
}

/** Whether anybody is named by it: a team without a roster is answered for by whoever is there. */
export const isRostered = ({ onDuty, weekly = [], overrides = [], onCall }: Rostered): boolean =>
  onDuty !== undefined || weekly.length + overrides.length + (onCall?.people.length ?? 0) > 0;

/**
 * Who is on duty: an override first, then whom the desk's own schedule names, then the shift of the weekly table, then the standing name; outside all of them
 * nobody, which is a fact.
 *
 * @param usualZone - the party's, in which the weekly table is read unless the roster names its own
 * @param at - epoch ms
 */
export function dutyAt(roster: Rostered, usualZone: string, at: number): Duty {
  const { overrides = [], weekly = [], timeZone = usualZone } = roster;
  const override = overrides.find(each => !isOpenAt(calendarOf(each, outsideOverride(each)), at));
  const shift = () => weekly.find(each => isOpenAt(calendarOf(each, shiftCalendar(each, timeZone)), at));
  return standingIn(roster, override ?? calledIn(roster) ?? shift());
}
