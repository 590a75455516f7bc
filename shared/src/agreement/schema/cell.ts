import { z } from 'zod';
import { count, duration, id, label, link, oneOrMore, priority, prose, some } from './basics';
import { climbing } from './climbing';
import { handling, legTargets } from './handling';

const lines = {
  workType: oneOrMore(id).exactOptional(),
  priority: oneOrMore(priority).exactOptional(),
  impact: oneOrMore(label).exactOptional(),
  urgency: oneOrMore(label).exactOptional(),
  service: oneOrMore(label).exactOptional(),
  client: oneOrMore(label).exactOptional(),
  unit: oneOrMore(label).exactOptional(),
  geography: oneOrMore(label).exactOptional(),
  customerTier: oneOrMore(label).exactOptional(),
  riskCategory: oneOrMore(label).exactOptional(),
  /** Words or phrases of the title. */
  keywords: oneOrMore(label).exactOptional(),
  /** At least so many crossings so far. */
  bounces: count.exactOptional(),
};
/** Lines with conditions inside them; said here, since TypeScript loses what refers to itself. */
type Nested<Lines> = Lines & { all?: Nested<Lines>[]; any?: Nested<Lines>[] };
type Flat = z.ZodObject<typeof lines, z.core.$strict>;

/** When a cell applies: every line given must hold; within a line any value will do. */
export const condition: z.ZodType<Nested<z.output<Flat>>, Nested<z.input<Flat>>> = z.strictObject({
  ...lines,
  get all() {
    return some(condition).exactOptional();
  },
  get any() {
    return some(condition).exactOptional();
  },
});

const promise = z.preprocess(
  value => (typeof value === 'string' ? { within: value } : value),
  z.strictObject({
    within: duration,
    /** Calendar it runs on; the service hours if not said. */
    calendar: id.exactOptional(),
    clockOfRecord: z.enum(['native', 'baton']).exactOptional(),
  }),
);

const targets = z.strictObject({
  ...legTargets,
  respond: promise.exactOptional(),
  resolve: promise,
  update: z.partialRecord(z.enum(['customer', 'internal', 'executive']), duration).exactOptional(),
});

const raci = z.strictObject({
  responsible: z.array(id).default([]),
  accountable: id,
  consulted: z.array(id).default([]),
  informed: z.array(id).default([]),
});

const approval = z.strictObject({
  of: z.enum(['handoff', 'exception', 'customer message', 'vendor case']),
  by: some(id),
});

const regulatoryRoute = z.strictObject({ route: label, approver: id, report: duration });

const holds = z.strictObject({
  longest: z.partialRecord(z.enum(['customer', 'vendor', 'msp', 'client']), duration).default({}),
  evidence: z.boolean().default(true),
});

const asks = z.strictObject({
  chase: duration.exactOptional(),
  stopClock: z.array(z.enum(['msp', 'client', 'vendor'])).default([]),
});

const fraction = z.number().gt(0, { error: 'is a fraction above 0' }).lt(1, { error: 'is a fraction below 1' });

/** What a cell says beyond what it promises; an overlay may say the same for its tickets. */
const said = {
  kind: z.enum(['technical', 'procedural', 'customer']),
  /** Targets that differ by the receiving team's tier. */
  tiers: z.partialRecord(z.enum(['L1', 'L2', 'L3', 'vendor']), z.strictObject(legTargets)),
  /** Hours on which both parties owe their part of this cell, in place of their own. */
  hours: id,
  /** Whom it calls as time passes, or as it goes to and fro. */
  rungs: climbing,
  /** Shares of each target at which both parties are told; an empty list tells nobody, not even of a breach. */
  warnings: z.array(fraction),
  holds,
  /** How Asks go on: how often a late answer is chased, and whose open answer stops the customer's clock. */
  asks,
  /** What a move inside a party asks; short when the tier goes up if not said. */
  pass: z.enum(['none', 'short', 'full']),
  fastTrack: z.boolean(),
  /** What must be known at intake. */
  inputs: z.array(label),
  raci,
  /** What each level may decide alone. */
  authority: z.record(id, prose),
  approvals: z.array(approval),
  vendor: id,
  regulatory: regulatoryRoute,
  boardReportable: z.boolean(),
  risk: label,
  runbook: link,
  rateLimit: z.strictObject({ most: count, per: duration }),
};

const left = <Shape extends Readonly<Record<string, z.ZodType>>>(shape: Shape) =>
  Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, field.exactOptional()])) as {
    [Name in keyof Shape]: z.ZodExactOptional<Shape[Name]>;
  };

const maybeSaid = { ...handling, ...left(said) };

/** One line of the matrix: for which tickets and crossings, what is promised, and how it is handled. */
export const cell = z.strictObject({
  id,
  name: label,
  when: condition.prefault({}),
  boundary: z.enum(['client>msp', 'msp>client', 'any']).default('any'),
  targets,
  ...maybeSaid,
  kind: said.kind.default('technical'),
  tiers: said.tiers.default({}),
  warnings: said.warnings.default([0.5, 0.8]),
  holds: said.holds.prefault({}),
  asks: said.asks.prefault({}),
  fastTrack: said.fastTrack.default(false),
  inputs: said.inputs.default([]),
  authority: said.authority.default({}),
  approvals: said.approvals.default([]),
  boardReportable: said.boardReportable.default(false),
});

/** What is other than in a cell: each target by itself, everything else as a whole. */
export const cellChange = z.strictObject({
  targets: z.strictObject({ ...targets.shape, resolve: promise.exactOptional() }).exactOptional(),
  ...maybeSaid,
});
