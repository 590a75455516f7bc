import { DAY, HOUR, instantText, MINUTE, type Flaws, type Replayed } from '@baton/shared';

const TEAMS = 10;
const FLAWS = 10;

const number = (value: number): string => value.toLocaleString('en-US');

/** A length of time as people say it, in its two largest units. */
export function lengthText(ms: number): string {
  if (ms >= DAY) return `${number(Math.floor(ms / DAY))} d ${Math.floor((ms % DAY) / HOUR)} h`;
  if (ms >= HOUR) return `${Math.floor(ms / HOUR)} h ${Math.floor((ms % HOUR) / MINUTE)} min`;
  return `${Math.floor(ms / MINUTE)} min`;
}

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
    .map(
      ([team, ms]) => `  ${((100 * ms) / Math.max(1, serviceMs)).toFixed(1).padStart(5)} %  ${team}, ${lengthText(ms)}`,
    );
  return [...rows, ...(teams.length > TEAMS ? [`  and ${teams.length - TEAMS} more teams`] : [])];
}

/** The summary for a terminal. */
export function told({ totals, flaws, span }: Replayed): readonly string[] {
  if (span === undefined) return ['No case was opened in that time.', ...flawLines(flaws)];
  const { cases, events, transfers, loops, reopenings, serviceMs, waitingMs, byTeam } = totals;
  return [
    `${number(cases)} cases with ${number(events)} events, ${span.map(at => instantText(at).slice(0, 10)).join(' to ')}.`,
    `${number(transfers)} transfers between teams, ${number(loops)} of them straight back (A, B, A); ${number(reopenings)} reopened.`,
    `${lengthText(serviceMs)} of service time, and ${lengthText(waitingMs)} waiting. Of the service time:`,
    ...teamLines(byTeam, serviceMs),
    ...flawLines(flaws),
  ];
}
