import { spread } from './distribution';
import { exposureTally } from './exposure';
import type { Findings } from './findings';
import { ambiguities, nobodyMs } from './orphaned';
import { bandOf, EXPOSURE, type CellOutlook, type Outlook } from './outlook';
import { crossingTally, longest, sumsByName, warningTally } from './tallies';

function cellTally(cell: string) {
  const counts = { cases: 0, transfers: 0, warned: 0, breached: 0, nobodyMs: 0 };
  const exposure = [...EXPOSURE, Infinity].map(() => 0);
  return {
    add({ crossed, warnedAt, breachedAt, stretches, used }: Findings): void {
      counts.cases += 1;
      counts.transfers += crossed.length;
      counts.warned += Number(warnedAt !== undefined);
      counts.breached += Number(breachedAt !== undefined);
      counts.nobodyMs += nobodyMs(stretches);
      const index = bandOf(used);
      exposure[index] = (exposure[index] ?? 0) + 1;
    },
    all: (): CellOutlook => ({ cell, ...counts, exposure }),
  };
}

/** Who used the time, who was waited for, and how long each party had it in hand at a stretch. */
function timeTally() {
  const [usedBy, waitedFor] = [sumsByName(), sumsByName()];
  const inHand = { msp: spread(), client: spread() };
  let openMs = 0;
  return {
    add({ stretches }: Findings): void {
      for (const stretch of stretches) {
        openMs += stretch.ms;
        if (stretch.is === 'paused') waitedFor.add(stretch.waitedFor, stretch.ms);
        else usedBy.add(stretch.usedBy, stretch.ms);
        if (stretch.is === 'running' && stretch.as === 'in hand') inHand[stretch.accountable].add(stretch.ms);
      }
    },
    all: () => ({
      ...{ usedBy: usedBy.all, waitedFor: waitedFor.all, openMs },
      inHand: { msp: inHand.msp.all, client: inHand.client.all },
    }),
  };
}

/** The key figures of the baseline, as far as history tells them. */
function baselineTally() {
  const counts = { closed: 0, met: 0, crossed: 0, answered: 0, rework: 0, ambiguity: 0, escalated: 0 };
  let [waits, untilCrossed] = [0, 0];
  return {
    add({ isResolved, breachedAt, crossed, stretches, opened }: Findings): void {
      counts.closed += Number(isResolved);
      counts.met += Number(isResolved && breachedAt === undefined);
      counts.crossed += crossed.length;
      counts.answered += crossed.filter(({ isTaken, isReturned }) => isTaken || isReturned).length;
      counts.rework += crossed.filter(({ isReturned }) => isReturned).length;
      counts.ambiguity += ambiguities(stretches);
      waits += crossed.reduce((sum, { waitMs }) => sum + waitMs, 0);
      const [first] = crossed;
      counts.escalated += Number(first !== undefined);
      untilCrossed += first === undefined ? 0 : first.at - opened;
    },
    all: (): Outlook['baseline'] => ({
      attainment: { count: counts.met, of: counts.closed },
      rework: { count: counts.rework, of: counts.answered },
      ambiguity: counts.ambiguity,
      timeToAcknowledge: counts.crossed === 0 ? null : Math.round(waits / counts.crossed),
      timeToEscalate: counts.escalated === 0 ? null : Math.round(untilCrossed / counts.escalated),
    }),
  };
}

const noMoves = (): Record<keyof Outlook['moves'], number> => ({ claims: 0, passes: 0, routings: 0, handoffs: 0 });

/**
 * Adds up what was found case by case.
 *
 * @param zone - IANA zone of the hours of the week
 */
export function foreseeing(zone = 'UTC'): { add(findings: Findings | undefined): void; readonly all: Outlook } {
  const crossings = { 'client>msp': crossingTally(), 'msp>client': crossingTally() };
  const [warnings, causes, nobody, time, baseline] = [
    warningTally(),
    sumsByName(),
    longest(),
    timeTally(),
    baselineTally(),
  ];
  const exposure = exposureTally();
  const cells = new Map<string, ReturnType<typeof cellTally>>();
  const moves = noMoves();
  let [governed, ungoverned] = [0, 0];
  const addTo = (cell: string, findings: Findings): void => {
    const tally = cells.get(cell) ?? cellTally(cell);
    cells.set(cell, tally);
    tally.add(findings);
  };
  return {
    add(findings) {
      if (!findings) return void (ungoverned += 1);
      governed += 1;
      for (const name of Object.keys(moves) as (keyof typeof moves)[]) moves[name] += findings.moves[name];
      for (const crossed of findings.crossed) crossings[crossed.crossing].add(crossed);
      for (const tally of [warnings, time, baseline]) tally.add(findings);
      const [cause] = findings.causes;
      if (cause) causes.add(cause.by, 1);
      const ms = nobodyMs(findings.stretches);
      if (ms > 0) nobody.add({ id: findings.id, ms });
      exposure.add(findings.exposed);
      addTo(findings.cell, findings);
    },
    get all() {
      const busiest = [...cells.values()].map(tally => tally.all());
      return {
        ...{
          governed,
          ungoverned,
          moves,
          ...time.all(),
          warnings: warnings.all,
          causes: causes.all,
          nobody: nobody.all,
        },
        crossings: { 'client>msp': crossings['client>msp'].all, 'msp>client': crossings['msp>client'].all },
        cells: busiest.sort((a, b) => b.transfers - a.transfers || (a.cell < b.cell ? -1 : 1)),
        exposure: { zone, hours: exposure.hours },
        baseline: baseline.all(),
      };
    },
  };
}
