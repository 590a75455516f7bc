import type { Crossing, HoldingParty } from '../agreement';
import { barOf } from './distribution';
import type { Crossed, Findings } from './findings';
import type { CaseMeasures } from './measures';
import { ambiguities, nobodyMs } from './orphaned';
import { bandOf } from './outlook';

/** What a number of the report counts, so that the cases behind it can be found: a number of times, or ms. */
export type Figure = `${'count' | 'ms'}: ${string}`;

/** How a figure is called where the report shows it. */
export const figures = {
  transfers: 'count: transfers',
  loops: 'count: loops',
  reopenings: 'count: reopenings',
  team: (name: string): Figure => `ms: team ${name}`,
  move: (kind: string): Figure => `count: move ${kind}`,
  crossed: (crossing: Crossing): Figure => `count: across ${crossing}`,
  unbatoned: (crossing: Crossing): Figure => `count: un-batoned ${crossing}`,
  unanswered: (crossing: Crossing): Figure => `count: unanswered ${crossing}`,
  wait: (crossing: Crossing, bar: number): Figure => `count: wait ${bar} ${crossing}`,
  usedBy: (who: string): Figure => `ms: used by ${who}`,
  waitedFor: (whom: string): Figure => `ms: waited for ${whom}`,
  warned: 'count: warned',
  breached: 'count: breached',
  preceded: 'count: breached after a warning',
  falseAlarms: 'count: warned and met',
  misses: 'count: breached without a warning',
  cause: (who: string): Figure => `count: late by ${who}`,
  cell: (cell: string): Figure => `count: cell ${cell}`,
  crossedIn: (cell: string): Figure => `count: across in ${cell}`,
  nobodyIn: (cell: string): Figure => `ms: nobody in ${cell}`,
  exposure: (cell: string, band: number): Figure => `count: band ${band} of ${cell}`,
  inHand: (party: HoldingParty, bar: number): Figure => `count: in hand ${bar} ${party}`,
  exposedAt: (hour: number): Figure => `ms: exposed hour ${hour}`,
  met: 'count: met',
  rework: 'count: rework',
  ambiguity: 'count: ambiguity',
} as const satisfies Record<string, Figure | ((...named: never[]) => Figure)>;

/** What one case adds to a figure. */
export type Share = readonly [Figure, number];

/** What a case adds to what is counted without an agreement. */
export const sharesOf = ({ transfers, loops, reopenings, byTeam }: CaseMeasures): Share[] => [
  ...([
    [figures.transfers, transfers],
    [figures.loops, loops],
    [figures.reopenings, reopenings],
  ] as const),
  ...Object.entries(byTeam).map(([team, ms]) => [figures.team(team), ms] as const),
];

function crossedShares({ crossing, isRouting, isLate, isTaken, isReturned, waitMs }: Crossed): Share[] {
  return [
    [figures.crossed(crossing), 1],
    [figures.unbatoned(crossing), Number(!isRouting)],
    [figures.unanswered(crossing), Number(isLate)],
    [figures.wait(crossing, barOf(waitMs)), Number(isTaken)],
    [figures.rework, Number(isReturned)],
  ];
}

const inHandShares = (stretch: Findings['stretches'][number]): Share[] =>
  stretch.is === 'running' && stretch.as === 'in hand'
    ? [[figures.inHand(stretch.accountable, barOf(stretch.ms)), 1]]
    : [];

function warningShares({ warnedAt = Infinity, breachedAt = Infinity, isResolved, causes }: Findings): Share[] {
  const [isWarned, isBreached] = [warnedAt < Infinity, breachedAt < Infinity];
  const isPreceded = isBreached && warnedAt < breachedAt;
  return [
    [figures.warned, Number(isWarned)],
    [figures.breached, Number(isBreached)],
    [figures.preceded, Number(isPreceded)],
    [figures.misses, Number(isBreached && !isPreceded)],
    [figures.falseAlarms, Number(isWarned && !isBreached)],
    [figures.met, Number(isResolved && !isBreached)],
    ...causes.slice(0, 1).map(({ by }) => [figures.cause(by), 1] as const),
  ];
}

const cellShares = ({ cell, crossed, stretches, used }: Findings): Share[] => [
  [figures.cell(cell), 1],
  [figures.crossedIn(cell), crossed.length],
  [figures.nobodyIn(cell), nobodyMs(stretches)],
  [figures.exposure(cell, bandOf(used)), 1],
];

/** What a case adds to what the agreement says of it. */
export const foreseenShares = (findings: Findings): Share[] => [
  ...Object.entries(findings.moves).map(([kind, times]) => [figures.move(kind), times] as const),
  ...findings.crossed.flatMap(crossedShares),
  ...findings.stretches.map(
    stretch =>
      [
        stretch.is === 'paused' ? figures.waitedFor(stretch.waitedFor) : figures.usedBy(stretch.usedBy),
        stretch.ms,
      ] as const,
  ),
  ...findings.stretches.flatMap(inHandShares),
  ...findings.exposed.map(([hour, ms]) => [figures.exposedAt(hour), ms] as const),
  ...warningShares(findings),
  ...cellShares(findings),
  [figures.ambiguity, ambiguities(findings.stretches)],
];
