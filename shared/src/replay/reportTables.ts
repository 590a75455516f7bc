import { figures } from './figures';
import { numberText } from './lengthText';
import { outlookTables, warningTable } from './outlookTables';
import { cellText, counted, timeTable, type ReportTable } from './reportTable';
import type { Replayed } from './replaying';

function comparisonTables({ comparison }: Replayed): ReportTable[] {
  if (!comparison) return [];
  const signed = (value: number): string => (value > 0 ? `+${numberText(value)}` : numberText(value));
  const warned = warningTable(comparison.outlook);
  return [
    // The cases behind a number are those of the first agreement.
    { ...warned, title: 'Warnings under the second agreement', rows: warned.rows.map(row => row.map(cellText)) },
    {
      title: 'What the second agreement changes',
      says: 'By cell of the first. How long accepting would have taken is a guess either way: history stays as it was.',
      head: ['Cell', 'Cases', 'Warned', 'Breached'],
      rows: Object.entries(comparison.cells).map(([cell, { cases, warned, breached }]) => [
        ...[cell, numberText(cases), signed(warned), signed(breached)],
      ]),
    },
    {
      title: 'Cases that explain the difference',
      says: 'At most twenty of each.',
      head: ['', 'Cases'],
      rows: Object.entries(comparison.tickets).map(([what, ids]) => [what, ids.join(', ') || 'none']),
    },
  ];
}

/** All tables of a report, in the order in which they are read. */
export function reportTables(replayed: Replayed): readonly ReportTable[] {
  const { totals, outlook, teamsAlike } = replayed;
  const { cases, events, transfers, loops, reopenings } = totals;
  return [
    {
      ...{ title: 'In numbers', says: '', head: ['', 'Number'] },
      rows: [
        ['Cases', numberText(cases)],
        ['Events', numberText(events)],
        ['Transfers', counted(transfers, figures.transfers)],
        ['Straight back (A, B, A)', counted(loops, figures.loops)],
        ['Reopenings', counted(reopenings, figures.reopenings)],
      ],
    },
    timeTable(
      ['Service time by team', 'From opening to close, waiting and resolved time left out.'],
      totals.byTeam,
      figures.team,
    ),
    ...(outlook ? outlookTables(outlook) : []),
    ...comparisonTables(replayed),
    {
      title: 'Teams that may be of one party',
      says: 'A suggestion for the mapping, never a verdict.',
      head: ['Teams', 'Because'],
      rows: teamsAlike.map(({ teams, because, shared }) => [
        teams.join(', '),
        because === 'name' ? `their names share “${shared}”` : `tickets moved between them ${shared} times`,
      ]),
    },
  ];
}
