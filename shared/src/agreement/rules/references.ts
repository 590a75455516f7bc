import { own } from '../own';
import type { Agreement } from '../schema';
import { cells, offeredTeams, ofCells, parties, tieBreaks } from './legs';
import { entries, place, places, rule, type Place, type Rule } from './rule';

type References = (agreement: Agreement) => readonly Place<string>[];

const teams: References = agreement => [
  ...entries('people', agreement.people).flatMap(({ path, value }) => places(`${path}.teams`, value.teams)),
  ...entries('teams', agreement.teams).flatMap(({ path, value }) => place(`${path}.surge.to`, value.surge?.to)),
  ...offeredTeams(agreement).map(({ path, value }) => ({ path, value: value.it })),
  ...tieBreaks(agreement).flatMap(({ path, value }) => place(`${path}.holder.team`, value.it.holder.team)),
  ...ofCells(
    'rungs',
    cell => cell.rungs,
  )(agreement).flatMap(({ path, value }) =>
    places(path, value).flatMap(rung =>
      place(`${rung.path}.calls.team`, 'team' in rung.value.calls ? rung.value.calls.team : undefined),
    ),
  ),
  { path: 'intake.team', value: agreement.intake.team },
  ...places('pilot.teams', agreement.pilot.teams),
];

/** Everyone a roster names. */
export const rosterPeople: References = agreement =>
  entries('teams', agreement.teams).flatMap(({ path, value: { roster } }) => [
    ...place(`${path}.roster.onDuty`, roster.onDuty),
    ...place(`${path}.roster.backup`, roster.backup),
    ...[
      ...places(`${path}.roster.weekly`, roster.weekly),
      ...places(`${path}.roster.overrides`, roster.overrides),
    ].flatMap(entry => [
      ...place(`${entry.path}.person`, entry.value.person),
      ...place(`${entry.path}.backup`, entry.value.backup),
    ]),
  ]);

/** Those who speak for a party. */
export const officers: References = agreement =>
  parties(agreement).flatMap(({ path, value }) => [
    { path: `${path}.lead`, value: value.lead },
    { path: `${path}.coordinator`, value: value.coordinator },
    { path: `${path}.approver`, value: value.approver },
    ...place(`${path}.spokesperson`, value.spokesperson),
  ]);

/** Those whose approval a cell asks for. */
export const approvers: References = agreement =>
  cells(agreement).flatMap(({ path, value }) => [
    ...places(`${path}.approvals`, value.approvals).flatMap(each => places(`${each.path}.by`, each.value.by)),
    ...place(`${path}.regulatory.approver`, value.regulatory?.approver),
  ]);

/** Those who decide when two parties do not agree. */
export const deciders: References = agreement =>
  tieBreaks(agreement).map(({ path, value }) => ({ path: `${path}.owner`, value: value.it.owner }));

const people: References = agreement => [
  ...place('commander', agreement.commander),
  ...officers(agreement),
  ...rosterPeople(agreement),
  ...deciders(agreement),
  ...tieBreaks(agreement).flatMap(({ path, value }) => place(`${path}.holder.person`, value.it.holder.person)),
  ...approvers(agreement),
  ...places('tests', agreement.tests).flatMap(({ path, value }) => [
    ...places(`${path}.out`, value.out),
    ...place(`${path}.expect.person`, value.expect === 'none' ? undefined : value.expect.person),
  ]),
  ...places('signatures', agreement.signatures).map(({ path, value }) => ({
    path: `${path}.person`,
    value: value.person,
  })),
];

const calendars: References = agreement => [
  { path: 'service.hours', value: agreement.service.hours },
  ...parties(agreement).map(({ path, value }) => ({ path: `${path}.hours`, value: value.hours })),
  ...entries('teams', agreement.teams).flatMap(({ path, value }) => place(`${path}.hours`, value.hours)),
  ...entries('vendors', agreement.vendors).flatMap(({ path, value }) => place(`${path}.hours`, value.hours)),
  ...ofCells('hours', cell => cell.hours)(agreement),
  ...ofCells('targets.respond.calendar', cell => cell.targets.respond?.calendar)(agreement),
  ...ofCells('targets.resolve.calendar', cell => cell.targets.resolve.calendar)(agreement),
];

const actors: References = agreement =>
  cells(agreement).flatMap(({ path, value: { raci } }) => [
    ...place(`${path}.raci.accountable`, raci?.accountable),
    ...places(`${path}.raci.responsible`, raci?.responsible),
    ...places(`${path}.raci.consulted`, raci?.consulted),
    ...places(`${path}.raci.informed`, raci?.informed),
  ]);

const channels: References = agreement => [
  ...parties(agreement).flatMap(({ path, value }) => places(`${path}.notify`, value.notify)),
  ...entries('people', agreement.people).flatMap(({ path, value }) => places(`${path}.notify`, value.notify)),
];

type Section = 'teams' | 'people' | 'calendars' | 'vendors' | 'channels';

const known = (what: string, section: Section, at: References): Rule =>
  rule({
    code: `unknown-${what}`,
    at,
    holds: (name, agreement) => own<unknown>(agreement[section], name) !== undefined,
    message: name =>
      `names “${name}”, which is no ${what} of this agreement; add it under ${section} or correct the name`,
  });

/** Whatever is named exists. */
export const references: readonly Rule[] = [
  known('team', 'teams', teams),
  known('person', 'people', people),
  known('calendar', 'calendars', calendars),
  known('channel', 'channels', channels),
  known(
    'vendor',
    'vendors',
    ofCells('vendor', cell => cell.vendor),
  ),
  rule({
    code: 'unknown-cell',
    at: ({ overrides }) =>
      places('overrides.exceptions', overrides.exceptions).flatMap(({ path, value }) =>
        places(`${path}.cells`, value.cells),
      ),
    holds: (name, { matrix }) => matrix.some(cell => cell.id === name),
    message: name => `names “${name}”, which is no cell of the matrix; add it or correct the name`,
  }),
  rule({
    code: 'unknown-actor',
    at: actors,
    holds: (name, { teams: all, people: everyone }) => Object.hasOwn(all, name) || Object.hasOwn(everyone, name),
    message: name => `names “${name}”, which is neither a team nor a person of this agreement`,
  }),
];

/** A cell for a work type that neither desk's map leads to is most likely a typing slip. */
export const unusedWorkTypes: Rule = rule({
  code: 'unknown-work-type',
  advice: true,
  at: agreement => cells(agreement).flatMap(({ path, value }) => places(`${path}.when.workType`, value.when.workType)),
  holds: (name, { desks }) =>
    [desks.jira, desks.freshservice].some(desk => Object.values(desk.workTypes).includes(name)),
  message: name => `“${name}” is a work type no desk maps to; no ticket will match`,
});
