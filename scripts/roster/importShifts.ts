import { instantText, mergeSegments, subtractSegments, type AgreementDocument, type Segment } from '@baton/shared';
import type { CalendarShift, Window } from '@baton/shared/ics';

type People = AgreementDocument['people'];
type Roster = NonNullable<AgreementDocument['teams'][string]['roster']>;
/** One entry of a roster's overrides, its instants as text. */
export type Override = NonNullable<Roster['overrides']>[number];

/** What a calendar's shifts come to, and what somebody has to look at. */
export interface Imported {
  readonly overrides: readonly Override[];
  /** Shifts of whom the agreement does not know, by what the calendar calls them. */
  readonly unknown: readonly string[];
  /** `[from, to)` in epoch ms: covered by more than one, and by nobody between the first shift and the last. */
  readonly overlaps: readonly Segment[];
  readonly gaps: readonly Segment[];
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** By address, by id, or by the whole name standing in what the shift is called. */
function personOf(people: People, { emails, summary }: CalendarShift): string | undefined {
  const found = Object.entries(people).find(
    ([id, { name, contacts = [] }]) =>
      contacts.some(({ address }) => emails.includes(address.toLowerCase())) ||
      same(id, summary) ||
      summary.toLowerCase().includes(name.toLowerCase()),
  );
  return found?.[0];
}

/** Shifts that follow one another of one person are one. */
function joined(shifts: readonly (CalendarShift & { readonly person: string })[]): readonly Override[] {
  const people = [...new Set(shifts.map(({ person }) => person))];
  const spans = people.flatMap(person => {
    const own = shifts.filter(shift => shift.person === person).map(({ from, to }): Segment => [from, to]);
    return mergeSegments(own).map(([from, to]) => ({ person, from, to }));
  });
  return spans
    .sort((one, other) => one.from - other.from)
    .map(({ person, from, to }) => ({ person, from: instantText(from), to: instantText(to) }));
}

const spanOf = ({ from, to }: Override): Segment => [Date.parse(from), Date.parse(to)];

function overlapsOf(overrides: readonly Override[]): readonly Segment[] {
  const spans = overrides.map(spanOf);
  return mergeSegments(
    spans.flatMap(([from, to], index) =>
      spans.slice(index + 1).flatMap(([start, end]): Segment[] => {
        const both: Segment = [Math.max(from, start), Math.min(to, end)];
        return both[0] < both[1] ? [both] : [];
      }),
    ),
  );
}

function gapsOf(overrides: readonly Override[]): readonly Segment[] {
  const covered = mergeSegments(overrides.map(spanOf));
  const [first, last] = [covered[0], covered.at(-1)];
  return first && last ? subtractSegments([[first[0], last[1]]], covered) : [];
}

/** What shifts of a calendar mean for a roster of these people. */
export function importShifts(people: People, shifts: readonly CalendarShift[]): Imported {
  const known = shifts.flatMap(shift => {
    const person = personOf(people, shift);
    return person === undefined ? [] : [{ ...shift, person }];
  });
  const strangers = shifts.filter(shift => personOf(people, shift) === undefined);
  const overrides = joined(known);
  return {
    overrides,
    unknown: [...new Set(strangers.map(({ summary, emails }) => summary || emails[0] || 'a shift without a name'))],
    overlaps: overlapsOf(overrides),
    gaps: gapsOf(overrides),
  };
}

/** What stays of a roster's overrides beside those of a calendar: what lies outside the window that was read. */
export const besides = (overrides: readonly Override[], { from, until }: Pick<Window, 'from' | 'until'>): Override[] =>
  overrides.filter(one => spanOf(one)[1] <= from || spanOf(one)[0] >= until);
