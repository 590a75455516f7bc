import {
  calendarProblems,
  compileCalendar,
  DAY,
  localText,
  mergeSegments,
  openSegments,
  readInstant,
  subtractSegments,
  wallClock,
  type CalendarSpec,
  type Segment,
} from '../../time';
import { own } from '../own';
import { shiftCalendar, type Roster } from '../roster';
import type { Agreement } from '../schema';
import { entries, places, rule, type Place, type Rule } from './rule';

type Team = Agreement['teams'][string];
type Shift = Roster['weekly'][number];

const instantAt = (text: string): number => readInstant(text) ?? NaN;

/** A week in winter and one in summer, each from Monday, epoch ms: zones of north and south differ in both. */
const weeks: readonly Segment[] = ['2026-01-05T00:00:00Z', '2026-07-06T00:00:00Z']
  .map(instantAt)
  .map(monday => [monday, monday + 7 * DAY]);

const isReadable = (spec: CalendarSpec): boolean => calendarProblems(spec).length === 0;

/** When a calendar that can be read is open in a week; one that cannot is another rule's business. */
const openIn = (spec: CalendarSpec, [start, end]: Segment): readonly Segment[] =>
  isReadable(spec) ? openSegments(compileCalendar(spec), start, end) : [];

const rosters = ({ teams }: Agreement): readonly Place<Team>[] =>
  entries('teams', teams).map(({ path, value }) => ({ path: `${path}.roster`, value }));

/** Walls alone decide what overlaps, so any zone will do. */
const wallsOf = (shift: Shift): readonly Segment[] =>
  weeks.slice(0, 1).flatMap(week => openIn(shiftCalendar(shift, 'UTC'), week));

const overlaps = (one: readonly Segment[], other: readonly Segment[]): boolean =>
  one.some(([start, end]) => other.some(([from, until]) => start < until && from < end));

interface Clash {
  readonly path: string;
  readonly value: string;
}

/** Each entry that covers time which an earlier one of its list covers too. */
const clashes = <Entry>(path: string, list: readonly Entry[], coverOf: (entry: Entry) => readonly Segment[]): Clash[] =>
  places(path, list).flatMap(entry => {
    const cover = coverOf(entry.value);
    const earlier = list.slice(0, list.indexOf(entry.value)).findIndex(other => overlaps(cover, coverOf(other)));
    return earlier < 0 ? [] : [{ path: entry.path, value: `${path}.${earlier}` }];
  });

const instants = ({ from, to }: Roster['overrides'][number]): readonly Segment[] => [[instantAt(from), instantAt(to)]];

const overlapping = (agreement: Agreement): readonly Clash[] =>
  rosters(agreement).flatMap(({ path, value: { roster } }) => [
    ...clashes(`${path}.weekly`, roster.weekly, wallsOf),
    ...clashes(`${path}.overrides`, roster.overrides, instants),
  ]);

/** 'Mon 13:00 to Mon 14:00 (Europe/Madrid)'. */
function spanText([start, end]: Segment, zone: string): string {
  const [from, until] = [start, end].map(at => {
    const { weekday } = wallClock(at, zone);
    return `${weekday.slice(0, 1).toUpperCase()}${weekday.slice(1)} ${localText(at, zone).slice(-5)}`;
  });
  return `${from} to ${until} (${zone})`;
}

/** The stretches of a calendar's usual weeks in which a weekly table has nobody. */
function uncovered({ timeZone, weekly }: CalendarSpec, table: Roster['weekly'], zone: string): readonly Segment[] {
  const covered = (week: Segment) => mergeSegments(table.flatMap(each => openIn(shiftCalendar(each, zone), week)));
  return weeks.flatMap(week => subtractSegments(openIn({ timeZone, weekly }, week), covered(week)));
}

/** The first stretch of a team's hours in which its table leaves nobody on duty. */
function firstGap({ roster, party, hours }: Team, { parties, calendars }: Agreement): string | undefined {
  const open = own(calendars, hours ?? parties[party].hours);
  if (!open) return undefined;
  const [gap] = uncovered(open, roster.weekly, roster.timeZone ?? parties[party].timeZone);
  return gap && spanText(gap, open.timeZone);
}

/** Who has a table and nobody who stands in for its gaps. */
const tabled = (agreement: Agreement): readonly Place<Team>[] =>
  rosters(agreement).filter(({ value: { roster } }) => roster.onDuty === undefined && roster.weekly.length > 0);

const gaps = (agreement: Agreement): readonly Place<string>[] =>
  tabled(agreement).flatMap(({ path, value }) => {
    const gap = firstGap(value, agreement);
    return gap === undefined ? [] : [{ path: `${path}.weekly`, value: gap }];
  });

const shifts = (agreement: Agreement): readonly Place<Shift>[] =>
  rosters(agreement).flatMap(({ path, value }) => places(`${path}.weekly`, value.roster.weekly));

/** A roster says for every instant of its team's hours who is on duty, and says it once. */
export const rosterRules: readonly Rule[] = [
  rule({
    code: 'no-shift',
    at: shifts,
    holds: ({ hours }) => Object.values(hours).some(day => day.length > 0),
    message: () => 'has no hours; give the shift its hours or remove it',
  }),
  rule({
    code: 'roster-overlap',
    at: overlapping,
    holds: () => false,
    message: other => `puts two people on duty at once, together with ${other}; end one before the other begins`,
  }),
  rule({
    code: 'roster-gap',
    at: gaps,
    holds: () => false,
    message: gap => `leaves nobody on duty ${gap}; give somebody that shift, or name a standing onDuty`,
  }),
];
