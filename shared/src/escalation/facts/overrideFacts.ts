import { z } from 'zod';
import { id, instant, party } from './basics';

const kind = z.enum(['transfer', 'deadline', 'tier']);

/** Recorded by somebody of the other party for one off the desk: who decided, and when. */
const recorded = z.strictObject({ person: id, at: instant, isSampled: z.literal(true) }).exactOptional();

/** Facts of what is let pass beside the rules. */
export const overrideFacts = {
  /** Ledgers of old: a lead lets it be moved without a handoff until then. */
  TransfersOverridden: z.strictObject({ until: instant, isSampled: z.literal(true) }),
  /** Somebody asks for it, for a reason; the weekly review looks at each of these. */
  OverrideAsked: z.strictObject({
    override: id,
    kind,
    until: instant,
    isSampled: z.literal(true),
    /** What it excuses waits for the approval; otherwise that is only owed. */
    isBlocking: z.boolean(),
    /** Who has to approve, each a person if one is there: all of them, or any where `isAny`. */
    owed: z.array(z.strictObject({ party, person: id.exactOptional() })),
    isAny: z.literal(true).exactOptional(),
    /** Service ms, on the approver's hours. */
    decide: z.number().int(),
    /** Why one of each party approves. */
    above: z.enum(['amount', 'flag', 'ticket', 'not said']).exactOptional(),
    amount: z.number().int().exactOptional(),
    flag: id.exactOptional(),
    tell: z.array(id),
  }),
  /** Somebody who may has approved it; `isGiven` where nothing else is missing, so that it counts from now on. */
  OverrideApproved: z.strictObject({
    override: id,
    for: party,
    isGiven: z.literal(true).exactOptional(),
    tell: z.array(id),
    recorded,
  }),
  /** Refused, taken back by whoever asked, or ended before its time. */
  OverrideRefused: z.strictObject({
    override: id,
    how: z.enum(['refused', 'withdrawn', 'ended']),
    tell: z.array(id),
    recorded,
  }),
  /** Its time is over: what it was by then. */
  OverrideExpired: z.strictObject({
    override: id,
    was: z.enum(['given', 'not approved']),
    isUsed: z.boolean(),
    tell: z.array(id),
  }),
  /** Something passed under it. */
  OverrideUsed: z.strictObject({ override: id }),
} as const;
