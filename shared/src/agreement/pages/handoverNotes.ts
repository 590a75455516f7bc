import { durationText } from '../../time';
import { decidingCells } from '../overlays';
import { crossingsOf } from '../rules/legs';
import type { Agreement } from '../schema';
import type { HoldingParty } from '../terms';
import { hoursText, weeklyText } from './hoursText';
import { nameOf, reachOf } from './naming';
import { heading, said, steps, tableOr, type GeneratedPage, type PageBlock } from './page';
import { askedSteps, crossingOf, unansweredSteps } from './path';

type Team = Agreement['teams'][string];
type Shift = Team['roster']['weekly'][number];

const reachHead = ['Who', 'As', 'How to reach'] as const;

const speakers = (agreement: Agreement, party: HoldingParty): PageBlock => {
  const { lead, coordinator, approver, spokesperson } = agreement.parties[party];
  const all = Object.entries({ Lead: lead, Coordinator: coordinator, Approver: approver, Spokesperson: spokesperson });
  const rows = [...new Set(all.flatMap(([, person]) => person ?? []))].map(person => {
    const as = all.flatMap(([office, who]) => (who === person ? [office] : []));
    return [nameOf(agreement, person), as.join(', '), reachOf(agreement, person)];
  });
  return tableOr('', reachHead, rows);
};

const withBackup = (agreement: Agreement, person: string, backup: string | undefined): string =>
  backup === undefined
    ? nameOf(agreement, person)
    : `${nameOf(agreement, person)}, stood in for by ${nameOf(agreement, backup)}`;

const shiftText = (agreement: Agreement, { hours, person, backup }: Shift): string =>
  `${weeklyText(hours)} ${withBackup(agreement, person, backup)}`;

/** Who answers for a team in a usual week; whoever is there where its roster names nobody. */
function dutyText(agreement: Agreement, { roster: { onDuty, backup, weekly } }: Team): string {
  const usual = onDuty === undefined ? [] : [withBackup(agreement, onDuty, backup)];
  const all = [...weekly.map(shift => shiftText(agreement, shift)), ...usual];
  return all.length === 0 ? 'whoever is there' : all.join('; otherwise ');
}

const members = (agreement: Agreement, team: string): PageBlock => {
  const rows = Object.entries(agreement.people)
    .filter(([, { teams, active }]) => active && teams.includes(team))
    .map(([person, { name, roles }]) => [name, roles.join(', '), reachOf(agreement, person)]);
  return tableOr('Nobody is in this team.', reachHead, rows);
};

/** The cells that ask a team first, each with its time and where it goes on. */
function asked(agreement: Agreement, team: string): readonly PageBlock[] {
  const paths = decidingCells(agreement).flatMap(cell =>
    crossingsOf(cell).flatMap(crossing => {
      const terms = crossingOf(agreement, cell, crossing);
      return terms.receiver === team ? [{ cell, crossing, terms }] : [];
    }),
  );
  const rows = paths.map(({ cell, terms: { acknowledge, hold } }) => [
    cell.name,
    durationText(acknowledge),
    hold === undefined ? '' : durationText(hold),
    cell.runbook ?? '',
  ]);
  const [first] = paths;
  if (first === undefined) return [];
  const table = tableOr('', ['It is asked first for', 'Answers within', 'Has it at most', 'What to do'], rows);
  const onwards = [...askedSteps(agreement, first.terms), ...unansweredSteps(agreement, first.terms, first.crossing)];
  return [table, said(`If nobody answers, as for ${first.cell.name}:`), steps(onwards)];
}

const teamBlocks = (agreement: Agreement, [id, team]: readonly [string, Team]): readonly PageBlock[] => {
  const hours = hoursText(agreement, team.hours ?? agreement.parties[team.party].hours);
  const { surge } = team;
  return [
    heading(`${team.name} (${team.tier}, ${agreement.parties[team.party].name})`),
    said(`Open ${hours}. On duty: ${dutyText(agreement, team)}.`),
    ...(surge === undefined
      ? []
      : [said(`With more than ${surge.open} open, the next go to ${nameOf(agreement, surge.to)}.`)]),
    members(agreement, id),
    ...asked(agreement, id),
  ];
};

const parties = ['msp', 'client'] as const satisfies readonly HoldingParty[];

/** For whoever takes over a shift: each party and team, who is on duty, how to reach them, and what they are asked for. */
export const handoverNotesPage = (agreement: Agreement): GeneratedPage => ({
  title: `Handover notes: ${agreement.name}`,
  blocks: parties.flatMap(party => [
    heading(agreement.parties[party].name),
    speakers(agreement, party),
    ...Object.entries(agreement.teams)
      .filter(([, team]) => team.party === party)
      .flatMap(team => teamBlocks(agreement, team)),
  ]),
});
