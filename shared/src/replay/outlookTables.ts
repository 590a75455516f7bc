import type { Crossing } from '../agreement';
import { EDGES } from './distribution';
import { hourName, mostExposed, weekNames } from './exposure';
import { figures, type Figure } from './figures';
import { lengthText, numberText, percentText } from './lengthText';
import { EXPOSURE, type CrossingOutlook, type Outlook } from './outlook';
import { countTable, counted, timeTable, type ReportCell, type ReportTable } from './reportTable';

const CROSSINGS = { 'client>msp': 'client IT to MSP', 'msp>client': 'MSP to client IT' } as const;
const median = (ms: number | null): string => (ms === null ? '–' : lengthText(ms));

const barNames = [...EDGES.map(edge => `≤ ${lengthText(edge).replace(/ 0 (h|min)$/, '')}`), 'longer'];

function waitTable(crossings: Outlook['crossings']): ReportTable {
  const both = Object.entries(CROSSINGS) as [keyof typeof CROSSINGS, string][];
  return {
    title: 'From the move to the first work of the receiver',
    says: 'In the receiver’s hours; those that nobody took are not in it.',
    head: ['', ...both.map(([, name]) => name)],
    rows: barNames.map((name, index) => [
      name,
      ...both.map(([key]) => counted(crossings[key].wait.bars[index] ?? 0, figures.wait(key, index))),
    ]),
    chart: { names: barNames, series: both.map(([key, name]) => ({ name, values: crossings[key].wait.bars })) },
  };
}

function crossingRow(crossing: Crossing, { transfers, unbatoned, unanswered, wait }: CrossingOutlook) {
  return [
    CROSSINGS[crossing],
    counted(transfers, figures.crossed(crossing)),
    counted(unbatoned, figures.unbatoned(crossing)),
    counted(unanswered, figures.unanswered(crossing)),
    ...[median(wait.p50), median(wait.p90)],
  ];
}

const crossingTable = ({ crossings }: Outlook): ReportTable => ({
  title: 'Transfers across each boundary',
  says: 'Un-batoned: moved across after somebody had worked on it, with nothing said. Unanswered: not taken within the time to acknowledge.',
  head: ['', 'Transfers', 'Un-batoned', 'Unanswered', 'Median wait', 'Nine of ten within'],
  rows: (['client>msp', 'msp>client'] as const).map(key => crossingRow(key, crossings[key])),
});

const BANDS = [...EXPOSURE.map(share => `up to ${share * 100} %`), 'beyond'];

const exposureTable = ({ cells }: Outlook): ReportTable => ({
  title: 'How much of the target was used, by cell',
  says: 'Cases by the share of the resolve target that they took. The busiest cell comes first.',
  head: ['Cell', 'Cases', 'Transfers', 'Nobody’s time', ...BANDS],
  rows: cells.map(({ cell, cases, transfers, nobodyMs, exposure }) => [
    ...[cell, counted(cases, figures.cell(cell)), counted(transfers, figures.crossedIn(cell))],
    nobodyMs > 0 ? { text: lengthText(nobodyMs), of: figures.nobodyIn(cell) } : lengthText(nobodyMs),
    ...exposure.map((count, band) => counted(count, figures.exposure(cell, band))),
  ]),
  chart: {
    names: cells.map(({ cell }) => cell),
    series: BANDS.map((name, index) => ({ name, values: cells.map(({ exposure }) => exposure[index] ?? 0) })),
  },
});

/** What would have been told of the resolve target, and what became of it. */
export function warningTable({ warnings }: Pick<Outlook, 'warnings'>): ReportTable {
  const { warned, breached, preceded, lead, falseAlarms, misses, examples } = warnings;
  return {
    title: 'Warnings about the resolve target',
    says: 'What would have been told, and what became of it.',
    head: ['', 'Cases', 'For example'],
    rows: [
      ['Warned', counted(warned, figures.warned), ''],
      ['Breached', counted(breached, figures.breached), ''],
      [
        ...['Breached after a warning', counted(preceded, figures.preceded)],
        `half of them ${median(lead.p50)} or more before`,
      ],
      [
        'Warned and met (false alarms)',
        counted(falseAlarms, figures.falseAlarms),
        examples.falseAlarms.slice(0, 5).join(', '),
      ],
      ['Breached without a warning (misses)', counted(misses, figures.misses), examples.misses.slice(0, 5).join(', ')],
    ],
  };
}

/** The key figures of a time before Baton, and what stands for acceptance in them. */
export function baselineTable(baseline: Outlook['baseline']): ReportTable {
  const { attainment, rework, ambiguity, timeToAcknowledge, timeToEscalate } = baseline;
  const shared = ({ count, of }: typeof rework, figure: Figure): ReportCell => {
    const text = `${percentText(count, of)} (${numberText(count)} of ${numberText(of)})`;
    return count === 0 ? text : { text, of: figure };
  };
  return {
    title: 'Baseline to freeze',
    says: 'Acceptance is unknown from history: the first claim or first work by the receiver stands for it.',
    head: ['', ''],
    rows: [
      ['Escalation SLA attainment', shared(attainment, figures.met)],
      ['Handoff rework rate', shared(rework, figures.rework)],
      ['Ownership ambiguity incidents', counted(ambiguity, figures.ambiguity)],
      ['Mean time to acknowledge', median(timeToAcknowledge)],
      ['Mean time to escalate', median(timeToEscalate)],
    ],
  };
}

const nobodyTable = ({ nobody }: Outlook): ReportTable => ({
  title: 'Cases with the most time that nobody had accepted',
  says: '',
  head: ['Case', 'Time'],
  rows: nobody.map(({ id, ms }) => [id, lengthText(ms)]),
});

function inHandTable({ inHand }: Outlook): ReportTable {
  const parties = { client: 'Client IT', msp: 'MSP' } as const;
  const both = Object.entries(parties) as [keyof typeof parties, string][];
  return {
    title: 'How long it was in hand at a stretch',
    says: `Accepted and worked on, on the resolve calendar. Half of them within: ${both.map(([party, name]) => `${name} ${median(inHand[party].p50)}`).join(', ')}.`,
    head: ['', ...both.map(([, name]) => name)],
    rows: barNames.map((name, index) => [
      name,
      ...both.map(([party]) => counted(inHand[party].bars[index] ?? 0, figures.inHand(party, index))),
    ]),
    chart: { names: barNames, series: both.map(([party, name]) => ({ name, values: inHand[party].bars })) },
  };
}

/** When in the week nobody had accepted a ticket. */
function exposedTable({ exposure: { zone, hours } }: Outlook): ReportTable {
  const { days, hours: clock } = weekNames;
  const at = (day: number, hour: number): number => hours[24 * day + hour] ?? 0;
  const cell = (ms: number, hour: number): ReportCell =>
    ms === 0 ? '–' : { text: lengthText(ms), of: figures.exposedAt(hour) };
  const most = mostExposed({ zone, hours }, 3).map(({ hour, ms }) => `${hourName(hour)} (${lengthText(ms)})`);
  return {
    title: 'Hours of the week that nobody owned',
    says: `Time that nobody had accepted, on the resolve calendar, in ${zone}.${most.length > 0 ? ` Most of it: ${most.join(', ')}.` : ''}`,
    head: ['From', ...days],
    rows:
      most.length === 0
        ? []
        : clock.map((from, hour) => [from, ...days.map((_, day) => cell(at(day, hour), 24 * day + hour))]),
    heat: { rows: [...days], columns: clock, values: days.map((_, day) => clock.map((__, hour) => at(day, hour))) },
  };
}

/** What the agreement’s rules say of a history. */
export function outlookTables(outlook: Outlook): ReportTable[] {
  return [
    countTable(['What the moves were', 'As far as history shows.'], { ...outlook.moves }, figures.move),
    crossingTable(outlook),
    waitTable(outlook.crossings),
    inHandTable(outlook),
    timeTable(
      ['Who used the time', 'Running time on the resolve calendar; the parts add up to the whole.'],
      outlook.usedBy,
      figures.usedBy,
    ),
    timeTable(
      ['Who was waited for', 'Paused time on the resolve calendar, beside the target.'],
      outlook.waitedFor,
      figures.waitedFor,
    ),
    warningTable(outlook),
    countTable(['Breaches by who was late by most', ''], outlook.causes, figures.cause),
    exposureTable(outlook),
    exposedTable(outlook),
    nobodyTable(outlook),
    baselineTable(outlook.baseline),
  ];
}
