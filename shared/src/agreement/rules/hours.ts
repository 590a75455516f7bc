import { calendarProblems, isTimeZone, type CalendarProblem, type CalendarSpec } from '../../time';
import { outsideOverride, shiftCalendar } from '../roster';
import type { Agreement } from '../schema';
import { parties } from './legs';
import { entries, place, places, rule, type Place, type Rule } from './rule';

/** A calendar's problems, told where the document has what they are about. */
const mistakes = (spec: CalendarSpec, pathOf: (problem: CalendarProblem) => string): readonly Place<string>[] =>
  calendarProblems(spec).map(problem => ({ path: pathOf(problem), value: problem.message }));

/** The zone of a shift is its roster's or its party's, and told there. */
const shiftMistakes = ({ teams, parties: both }: Agreement): readonly Place<string>[] =>
  entries('teams', teams).flatMap(({ path, value: { roster, party } }) => {
    const said = roster.timeZone ?? both[party].timeZone;
    const zone = isTimeZone(said) ? said : 'UTC';
    return places(`${path}.roster.weekly`, roster.weekly).flatMap(shift =>
      mistakes(shiftCalendar(shift.value, zone), problem => `${shift.path}.${problem.path.replace('weekly', 'hours')}`),
    );
  });

const overrideMistakes = ({ teams }: Agreement): readonly Place<string>[] =>
  entries('teams', teams).flatMap(({ path, value: { roster } }) =>
    places(`${path}.roster.overrides`, roster.overrides).flatMap(override =>
      mistakes(outsideOverride(override.value), () => override.path),
    ),
  );

const calendarMistakes = (agreement: Agreement): readonly Place<string>[] => [
  ...entries('calendars', agreement.calendars).flatMap(({ path, value }) =>
    mistakes(value, problem => `${path}.${problem.path}`),
  ),
  ...shiftMistakes(agreement),
  ...overrideMistakes(agreement),
];

const zones = (agreement: Agreement): readonly Place<string>[] => [
  ...parties(agreement).map(({ path, value }) => ({ path: `${path}.timeZone`, value: value.timeZone })),
  ...entries('teams', agreement.teams).flatMap(({ path, value }) =>
    place(`${path}.roster.timeZone`, value.roster.timeZone),
  ),
];

/** Calendars and rosters that can be read and are open at some time. */
export const hours: readonly Rule[] = [
  rule({
    code: 'unknown-zone',
    at: zones,
    holds: isTimeZone,
    message: zone => `is “${zone}”, which is no time zone; write it as Europe/Lisbon is written`,
  }),
  rule({
    code: 'bad-calendar',
    at: calendarMistakes,
    holds: () => false,
    message: problem => problem,
  }),
  rule({
    code: 'no-hours',
    at: ({ calendars }) => entries('calendars', calendars),
    holds: ({ weekly }) => Object.values(weekly).some(hours => hours.length > 0),
    message: () => 'is never open; give at least one weekday its hours',
  }),
];
