import {
  costliestText,
  hourName,
  instantText,
  lengthText,
  mostExposed,
  numberText as number,
  percentText,
  stretchText,
  type Autopsy,
  type Flaws,
  type Outlook,
  type Replayed,
  type TeamsAlike,
} from '@baton/shared';

const TEAMS = 10;
const FLAWS = 10;
const [ALIKE, MOST] = [5, 3];

function flawLines({ count, leftOut, kinds, examples }: Flaws): string[] {
  if (count === 0) return [];
  const found = Object.entries(kinds).map(([kind, times]) => `${number(times)} ${kind}`);
  return [
    '',
    `Something is wrong with ${number(count)} lines, of which ${number(leftOut)} were left out: ${found.join(', ')}.`,
    ...examples.slice(0, FLAWS).map(({ line, kind, message }) => `  line ${line}: ${kind}. ${message}`),
    ...(count > FLAWS ? [`  and ${number(count - FLAWS)} more`] : []),
  ];
}

function teamLines(byTeam: Readonly<Record<string, number>>, serviceMs: number): string[] {
  const teams = Object.entries(byTeam).sort(([, a], [, b]) => b - a);
  const rows = teams
    .slice(0, TEAMS)
    .map(([team, ms]) => `  ${percentText(ms, serviceMs).padStart(7)}  ${team}, ${lengthText(ms)}`);
  return [...rows, ...(teams.length > TEAMS ? [`  and ${teams.length - TEAMS} more teams`] : [])];
}

const crossingLine = (
  name: string,
  { transfers, unbatoned, unanswered, wait }: Outlook['crossings']['client>msp'],
): string =>
  `  ${name}: ${number(transfers)}, of which ${number(unbatoned)} un-batoned and ${number(unanswered)} unanswered; ` +
  `half were taken within ${wait.p50 === null ? '–' : lengthText(wait.p50)}`;

function busiestLines({ cells, exposure }: Outlook): string[] {
  const busiest = cells
    .slice(0, MOST)
    .map(({ cell, cases, transfers }) => `${cell} (${number(cases)} cases, ${number(transfers)} across)`);
  const hours = mostExposed(exposure, MOST).map(({ hour, ms }) => `${hourName(hour)} (${lengthText(ms)})`);
  return [
    ...(busiest.length > 0 ? [`Busiest cells: ${busiest.join(', ')}.`] : []),
    ...(hours.length > 0 ? [`Hours that nobody owned, ${exposure.zone}: ${hours.join(', ')}.`] : []),
  ];
}

function outlookLines(outlook: Outlook): string[] {
  const { crossings, usedBy, openMs, warnings, waitedFor } = outlook;
  const times = [
    ...Object.entries(usedBy),
    ...Object.entries(waitedFor).map(([whom, ms]) => [`waiting for ${whom}`, ms] as const),
  ];
  return [
    '',
    'Across the boundary:',
    crossingLine('client IT to MSP', crossings['client>msp']),
    crossingLine('MSP to client IT', crossings['msp>client']),
    `${lengthText(openMs)} on the resolve calendar: ${times.map(([who, ms]) => `${who} ${percentText(ms, openMs)}`).join(', ')}.`,
    `${number(warnings.breached)} breaches, ${number(warnings.preceded)} of them after a warning; ` +
      `${number(warnings.falseAlarms)} warned and met, ${number(warnings.misses)} breached without one.`,
    ...busiestLines(outlook),
  ];
}

function autopsyLines({ id, cell, stretches, causes, rule, breachedAt }: Autopsy): string[] {
  const stretch = (each: Autopsy['stretches'][number]): string =>
    `  ${instantText(each.from)}  ${lengthText(each.ms).padStart(12)}  ${stretchText(each)}`;
  return [
    '',
    `${id} (${cell})${breachedAt === undefined ? '' : `, late from ${instantText(breachedAt)}`}:`,
    ...stretches.map(stretch),
    ...causes.map(({ by, kind, overrun }) => `  late: ${kind}, by ${by}, ${lengthText(overrun)}`),
    `  ${rule}`,
  ];
}

const costliestLines = ({ costliest }: Autopsy): string[] =>
  costliest === undefined ? [] : [`  ${costliestText(costliest)}`];

function alikeLines(alike: readonly TeamsAlike[]): string[] {
  if (alike.length === 0) return [];
  const why = ({ because, shared }: TeamsAlike): string =>
    because === 'name' ? `names share "${shared}"` : `${shared} moves between them`;
  return [
    '',
    'May be of one party:',
    ...alike.slice(0, ALIKE).map(each => `  ${each.teams.join(', ')} (${why(each)})`),
  ];
}

/** The summary for a terminal. */
export function told(replayed: Replayed, assumed: readonly string[]): readonly string[] {
  const { totals, flaws, span, outlook, comparison, autopsy, teamsAlike } = replayed;
  if (span === undefined) return ['No case was opened in that time.', ...flawLines(flaws)];
  const { cases, events, transfers, loops, reopenings, serviceMs, waitingMs, byTeam } = totals;
  return [
    `${number(cases)} cases with ${number(events)} events, ${span.map(at => instantText(at).slice(0, 10)).join(' to ')}.`,
    `${number(transfers)} transfers between teams, ${number(loops)} of them straight back (A, B, A); ${number(reopenings)} reopened.`,
    `${lengthText(serviceMs)} of service time, and ${lengthText(waitingMs)} waiting. Of the service time:`,
    ...teamLines(byTeam, serviceMs),
    ...(outlook ? outlookLines(outlook) : []),
    ...(comparison ? ['', 'Under the second agreement:', ...outlookLines(comparison.outlook).slice(1)] : []),
    ...(autopsy ? [...autopsyLines(autopsy), ...costliestLines(autopsy)] : []),
    ...alikeLines(teamsAlike),
    ...flawLines(flaws),
    ...['', ...assumed],
  ];
}
