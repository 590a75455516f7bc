import { EDGES, EXPOSURE, type CrossingOutlook, type Outlook, type Replayed } from '@baton/shared';
import { lengthText, numberText, percentText } from './lengthText';

/** What a chart draws: values by name, in one series or several. */
export interface ChartData {
  readonly names: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** A table of the report, and the chart before it where a picture says more. */
export interface ReportTable {
  readonly title: string;
  readonly says: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly chart?: ChartData;
}

const SHOWN = 15;
const HOUR = 3_600_000;

const CROSSINGS = { 'client>msp': 'client IT to MSP', 'msp>client': 'MSP to client IT' } as const;
const median = (ms: number | null): string => (ms === null ? '–' : lengthText(ms));

/** Times by name, the longest first; the rest in one line, so that the sum stays whole. */
function timeTable(title: string, says: string, times: Readonly<Record<string, number>>): ReportTable {
  const sorted = Object.entries(times).sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  const rest = sorted.slice(SHOWN).reduce((sum, [, ms]) => sum + ms, 0);
  const shown = [
    ...sorted.slice(0, SHOWN),
    ...(rest > 0 ? ([[`${sorted.length - SHOWN} others`, rest]] as const) : []),
  ];
  const whole = sorted.reduce((sum, [, ms]) => sum + ms, 0);
  return {
    ...{ title, says, head: ['', 'Time', 'Share'] },
    rows: shown.map(([name, ms]) => [name, lengthText(ms), percentText(ms, whole)]),
    chart: {
      names: shown.map(([name]) => name),
      series: [{ name: 'Hours', values: shown.map(([, ms]) => Math.round((10 * ms) / HOUR) / 10) }],
    },
  };
}

const barNames = [...EDGES.map(edge => `≤ ${lengthText(edge).replace(/ 0 (h|min)$/, '')}`), 'longer'];

function waitTable(crossings: Outlook['crossings']): ReportTable {
  const both = Object.entries(CROSSINGS) as [keyof typeof CROSSINGS, string][];
  return {
    title: 'From the move to the first work of the receiver',
    says: 'In the receiver’s hours; those that nobody took are not in it.',
    head: ['', ...both.map(([, name]) => name)],
    rows: barNames.map((name, index) => [
      name,
      ...both.map(([key]) => numberText(crossings[key].wait.bars[index] ?? 0)),
    ]),
    chart: { names: barNames, series: both.map(([key, name]) => ({ name, values: crossings[key].wait.bars })) },
  };
}

const crossingRow = (name: string, { transfers, unbatoned, unanswered, wait }: CrossingOutlook): readonly string[] => [
  ...[name, numberText(transfers), numberText(unbatoned), numberText(unanswered), median(wait.p50), median(wait.p90)],
];

const crossingTable = ({ crossings }: Outlook): ReportTable => ({
  title: 'Transfers across each boundary',
  says: 'Un-batoned: moved across after somebody had worked on it, with nothing said. Unanswered: not taken within the time to acknowledge.',
  head: ['', 'Transfers', 'Un-batoned', 'Unanswered', 'Median wait', 'Nine of ten within'],
  rows: (['client>msp', 'msp>client'] as const).map(key => crossingRow(CROSSINGS[key], crossings[key])),
});

const BANDS = [...EXPOSURE.map(share => `up to ${share * 100} %`), 'beyond'];

const exposureTable = ({ cells }: Outlook): ReportTable => ({
  title: 'How much of the target was used, by cell',
  says: 'Cases by the share of the resolve target that they took. The busiest cell comes first.',
  head: ['Cell', 'Cases', 'Transfers', 'Nobody’s time', ...BANDS],
  rows: cells.map(({ cell, cases, transfers, nobodyMs, exposure }) => [
    ...[cell, numberText(cases), numberText(transfers), lengthText(nobodyMs), ...exposure.map(numberText)],
  ]),
  chart: {
    names: cells.map(({ cell }) => cell),
    series: BANDS.map((name, index) => ({ name, values: cells.map(({ exposure }) => exposure[index] ?? 0) })),
  },
});

function warningTable({ warnings }: Outlook): ReportTable {
  const { warned, breached, preceded, lead, falseAlarms, misses, examples } = warnings;
  return {
    title: 'Warnings about the resolve target',
    says: 'What would have been told, and what became of it.',
    head: ['', 'Cases', 'For example'],
    rows: [
      ['Warned', numberText(warned), ''],
      ['Breached', numberText(breached), ''],
      ['Breached after a warning', numberText(preceded), `half of them ${median(lead.p50)} or more before`],
      ['Warned and met (false alarms)', numberText(falseAlarms), examples.falseAlarms.slice(0, 5).join(', ')],
      ['Breached without a warning (misses)', numberText(misses), examples.misses.slice(0, 5).join(', ')],
    ],
  };
}

const countTable = (title: string, says: string, counts: Readonly<Record<string, number>>): ReportTable => ({
  ...{ title, says, head: ['', 'Number'] },
  rows: Object.entries(counts).map(([name, count]) => [name, numberText(count)]),
});

function baselineTable({ baseline }: Outlook): ReportTable {
  const { attainment, rework, ambiguity, timeToAcknowledge, timeToEscalate } = baseline;
  const share = ({ count, of }: typeof rework): string =>
    `${percentText(count, of)} (${numberText(count)} of ${numberText(of)})`;
  return {
    title: 'Baseline to freeze',
    says: 'Acceptance is unknown from history: the first claim or first work by the receiver stands for it.',
    head: ['', ''],
    rows: [
      ['Escalation SLA attainment', share(attainment)],
      ['Handoff rework rate', share(rework)],
      ['Ownership ambiguity incidents', numberText(ambiguity)],
      ['Mean time to acknowledge', median(timeToAcknowledge)],
      ['Mean time to escalate', median(timeToEscalate)],
    ],
  };
}

const nobodyTable = ({ nobody }: Outlook): ReportTable => ({
  title: 'Cases with the most time that nobody had accepted',
  says: 'Look into one with --case.',
  head: ['Case', 'Time'],
  rows: nobody.map(({ id, ms }) => [id, lengthText(ms)]),
});

function comparisonTables({ comparison }: Replayed): ReportTable[] {
  if (!comparison) return [];
  const signed = (value: number): string => (value > 0 ? `+${numberText(value)}` : numberText(value));
  return [
    { ...warningTable(comparison.outlook), title: 'Warnings under the second agreement' },
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

function outlookTables(outlook: Outlook): ReportTable[] {
  return [
    countTable('What the moves were', 'As far as history shows.', { ...outlook.moves }),
    crossingTable(outlook),
    waitTable(outlook.crossings),
    timeTable(
      'Who used the time',
      'Running time on the resolve calendar; the parts add up to the whole.',
      outlook.usedBy,
    ),
    timeTable('Who was waited for', 'Paused time on the resolve calendar, beside the target.', outlook.waitedFor),
    warningTable(outlook),
    countTable('Breaches by who was late by most', '', outlook.causes),
    exposureTable(outlook),
    nobodyTable(outlook),
    baselineTable(outlook),
  ];
}

/** All tables of a report, in the order in which they are read. */
export function reportTables(replayed: Replayed): readonly ReportTable[] {
  const { totals, outlook, teamsAlike } = replayed;
  const { cases, events, transfers, loops, reopenings } = totals;
  return [
    countTable('In numbers', '', {
      Cases: cases,
      Events: events,
      Transfers: transfers,
      'Straight back (A, B, A)': loops,
      Reopenings: reopenings,
    }),
    timeTable('Service time by team', 'From opening to close, waiting and resolved time left out.', totals.byTeam),
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
