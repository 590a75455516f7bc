import { z } from 'zod';

const count = z.int().min(0);
const ms = count.meta({ description: 'milliseconds' });
const instant = z.iso.datetime().meta({ description: 'ISO 8601, UTC' });
const counts = z.record(z.string(), count);
const ids = z.array(z.string());

const spent = { serviceMs: ms, waitingMs: ms, byTeam: z.record(z.string(), ms) };
const changes = { transfers: count, loops: count, reopenings: count };

const distribution = z.strictObject({ count, p50: ms.nullable(), p90: ms.nullable(), bars: z.array(count) });
const crossing = z.strictObject({ transfers: count, unbatoned: count, unanswered: count, wait: distribution });
const share = z.strictObject({ count, of: count });

const warnings = z.strictObject({
  ...{ warned: count, breached: count, preceded: count, falseAlarms: count, misses: count, lead: distribution },
  examples: z.strictObject({ falseAlarms: ids, misses: ids }),
});

const cell = z.strictObject({
  ...{ cell: z.string(), cases: count, transfers: count, warned: count, breached: count, nobodyMs: ms },
  exposure: z.array(count).meta({ description: 'cases by share of the resolve target: to 50, 80, 100 %, and beyond' }),
});

const outlook = z.strictObject({
  ...{ governed: count, ungoverned: count },
  moves: z.strictObject({ claims: count, passes: count, routings: count, handoffs: count }),
  crossings: z.strictObject({ 'client>msp': crossing, 'msp>client': crossing }),
  ...{ usedBy: z.record(z.string(), ms), waitedFor: z.record(z.string(), ms), openMs: ms },
  inHand: z.strictObject({ msp: distribution, client: distribution }),
  exposure: z.strictObject({
    zone: z.string(),
    hours: z
      .array(ms)
      .length(168)
      .meta({ description: 'time nobody had accepted, by hour of the week, Monday 00:00 first' }),
  }),
  ...{ warnings, causes: counts, nobody: z.array(z.strictObject({ id: z.string(), ms })), cells: z.array(cell) },
  baseline: z.strictObject({
    ...{ attainment: share, rework: share, ambiguity: count },
    ...{ timeToAcknowledge: ms.nullable(), timeToEscalate: ms.nullable() },
  }),
});

const stretch = z.looseObject({ is: z.enum(['running', 'paused']), from: z.int(), to: z.int(), ms });
const difference = z.strictObject({ cases: count, warned: z.int(), breached: z.int() });

/** The report as it is written: what it adds up to, and every case. */
export const reportSchema = z.strictObject({
  version: z.literal(1),
  ...{ cases: count, events: count, ...changes, ...spent },
  ...{ first: instant.nullable(), last: instant.nullable(), assumed: z.array(z.string()) },
  flaws: z.strictObject({
    ...{ count, leftOut: count, kinds: counts },
    examples: z.array(
      z.strictObject({ line: z.int().min(1), kind: z.string(), message: z.string(), isCounted: z.boolean() }),
    ),
  }),
  teamsAlike: z.array(z.strictObject({ teams: ids, because: z.enum(['name', 'moves']), shared: z.string() })),
  unplaced: ids,
  outlook: outlook.exactOptional(),
  comparison: z
    .strictObject({ outlook, cells: z.record(z.string(), difference), tickets: z.record(z.string(), ids) })
    .exactOptional(),
  autopsy: z
    .strictObject({
      ...{ id: z.string(), cell: z.string(), breachedAt: z.int().exactOptional(), rule: z.string() },
      stretches: z.array(stretch),
      causes: z.array(z.strictObject({ by: z.string(), kind: z.string(), overrun: ms })),
      costliest: z.looseObject({ at: z.int(), waitMs: ms }).exactOptional(),
    })
    .exactOptional(),
  perCase: z.array(
    z.strictObject({
      ...{ id: z.string(), opened: instant, closed: instant.nullable(), events: count },
      ...changes,
      ...spent,
    }),
  ),
});

/** The published form of {@link reportSchema}, as JSON Schema. */
export const reportJsonSchema = (): object => z.toJSONSchema(reportSchema);
