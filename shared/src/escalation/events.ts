import { z } from 'zod';
import { actorSchema, assuranceSchema, erasureReasonSchema, placementSchema } from '../ticket';
import type { Terms } from '../agreement';

const instant = z.number().int();
const id = z.string().min(1);
const party = z.enum(['msp', 'client']);
const waitedFor = z.enum(['customer', 'vendor', 'msp', 'client']);
const crossing = z.enum(['client>msp', 'msp>client']);
const terms = z.custom<Terms>(value => typeof value === 'object' && value !== null);
const team = z.strictObject({ party, team: id, person: id.exactOptional() });

/**
 * What each fact says beyond who, when and why: the vocabulary of the ledger. Structure only; what people wrote
 * travels beside the chain as texts (rules §7).
 */
export const factData = {
  /** The first fact of an escalation; carries the promises made (rules §1.4). `continues` links a reopening too late. */
  EscalationOpened: z.strictObject({ escalation: id, terms, custody: placementSchema, continues: id.exactOptional() }),
  /** A person took it inside the holding team. */
  Claimed: z.strictObject({ to: team }),
  /** Another team or person of the same party. */
  Passed: z.strictObject({ to: placementSchema }),
  /** Sent across by a rule or dispatcher before anybody had claimed it; the target owes an acknowledgement. */
  Routed: z.strictObject({ to: placementSchema }),
  /** A move read from the desk's history, where acceptance is unknown. */
  MovedInHistory: z.strictObject({ to: placementSchema }),
  /** The desk's fields went to the receiver of the open offer; custody did not. */
  MoveFollowedOffer: z.strictObject({ handoff: id, to: placementSchema }),
  /** A move to somewhere the agreement does not know; custody stays. Ledgers of old: any move that nothing explains. */
  MoveUnexplained: z.strictObject({ to: placementSchema }),
  /**
   * A move across the boundary that no offer, acceptance or routing explains (rules §2); custody stays, `accountable`
   * answers for the time. `notBefore`: learned from how the ticket lay, so it happened between then and `at`.
   */
  UnbatonedTransfer: z.strictObject({
    transfer: id,
    to: placementSchema,
    accountable: party,
    notBefore: instant.exactOptional(),
  }),
  /** Whoever moved it took it back within two minutes: it counts nowhere. */
  TransferCorrected: z.strictObject({ transfer: id, to: placementSchema }),
  /** A further move inside the party it went to, before anybody there has worked on it. */
  TransferFollowed: z.strictObject({ transfer: id, to: placementSchema }),
  /** The desk's fields are back with the party that has custody. */
  TransferUndone: z.strictObject({ transfer: id, to: placementSchema }),
  /** The new party began to work on it, so custody followed (rules §3.8). */
  CustodyFollowed: z.strictObject({ transfer: id, to: team, how: z.enum(['claimed', 'replied', 'resolved']) }),
  /** The receiver takes it without a packet, and says why. */
  AcceptedAsItIs: z.strictObject({ transfer: id, to: team, reason: id }),
  /** The giver takes it back. */
  TransferTakenBack: z.strictObject({ transfer: id }),
  /** The receiver gives it back with guidance, or Baton does where the agreement enforces (rules §4.2). */
  TransferReturned: z.strictObject({ transfer: id, how: z.enum(['guidance', 'automatic']) }),
  /** Two minutes later it stays where it lies, and why; the packet is owed. `alike`: how many the mover moved so. */
  PacketOwed: z.strictObject({
    transfer: id,
    stays: z.enum([
      'mass move',
      'observe',
      'pilot',
      'priority 1',
      'worked on',
      'returned before',
      'giver closed',
      'nobody on duty',
    ]),
    alike: z.number().int().exactOptional(),
    /** This is the ticket on which both leads are asked about all of them. */
    isAsked: z.literal(true).exactOptional(),
  }),
  /** The desk's fields are back where custody is. */
  MoveUndone: z.strictObject({ to: placementSchema }),
  HandoffOffered: z.strictObject({
    handoff: id,
    crossing,
    to: team,
    reason: id,
    deadline: instant,
    /** The accepted handoff this one gives back (rules §3.4). */
    returns: id.exactOptional(),
    /** The un-batoned transfer that it makes good (rules §3.8). */
    completes: id.exactOptional(),
  }),
  HandoffAccepted: z.strictObject({
    handoff: id,
    to: team,
    how: z.enum(['accepted', 'claimed natively', 'by work', 'deemed']),
    deadline: instant,
  }),
  /** Somebody of the receiver answered the customer under the offer: undisturbed, that will count as acceptance. */
  AcceptanceAsked: z.strictObject({ handoff: id, to: team }),
  HandoffDeclined: z.strictObject({ handoff: id, code: id }),
  /** Sent back before acceptance, with guidance: custody stayed with the giver. */
  HandoffReturned: z.strictObject({ handoff: id }),
  HandoffWithdrawn: z.strictObject({ handoff: id, because: z.enum(['giver', 'resolved']) }),
  /** Nobody answered in time: the offer, never custody, goes to the next rung of the ladder. */
  OfferLapsed: z.strictObject({
    handoff: id,
    rung: z.number().int(),
    to: team.exactOptional(),
    found: z.enum(['somebody', 'nobody']),
  }),
  /** The end of the ladder: these people owe the decision. */
  LadderEnded: z.strictObject({ handoff: id, owed: z.array(id) }),
  /** The second refusal across one boundary: the tie-break owner decides, the default holder has it until then. */
  StalemateReached: z.strictObject({ crossing, owner: id, ownerParty: party, holder: placementSchema }),
  StalemateDecided: z.strictObject({ to: placementSchema }),
  /** New promises after a change of priority or agreement; clocks and pauses stay. */
  TermsReplaced: z.strictObject({ terms, because: z.enum(['priority', 'agreement']) }),
  /** The desk's own due times that differ from what was known of them (rules §5.5). */
  NativeDueRead: z.strictObject({ respond: instant.exactOptional(), resolve: instant.exactOptional() }),
  WaitingStarted: z.strictObject({ whom: waitedFor }),
  WaitingEnded: z.strictObject({ because: z.enum(['status', 'reply']) }),
  /** Set to waiting by somebody who does not hold it, or not for the customer: no clock pauses (rules §5.6). */
  WaitingNotCounted: z.strictObject({ whom: waitedFor }),
  /** The first public reply of an agent stops the respond clock. */
  FirstReplySent: z.strictObject({}),
  /** Somebody worked on the ticket: from now on a move of theirs is no routing. */
  WorkStarted: z.strictObject({ person: id }),
  Resolved: z.strictObject({}),
  Reopened: z.strictObject({}),
  /** The desk's own event named the same actor as the browser had claimed. */
  AssuranceRaised: z.strictObject({ fact: z.number().int() }),
  /** The desk's own event named another actor: custody is back with `custody`. */
  IdentityDisputed: z.strictObject({ fact: z.number().int(), claimed: id, actor: id, custody: placementSchema }),
  /** What came with this fact was removed, salts and all; `hashes` are what is left of it (rules §7). */
  TextErased: z.strictObject({
    fact: z.number().int(),
    hashes: z.array(id),
    writer: id.exactOptional(),
    because: erasureReasonSchema,
  }),
} as const;

/** The name of a kind of fact. */
export type FactType = keyof typeof factData;
/** The data of one kind of fact. */
export type FactData<T extends FactType> = z.infer<(typeof factData)[T]>;

/** Who a fact is by, how sure that is, and through which channel it came (capabilities D12, G17). */
export const factBySchema = z.strictObject({
  ...actorSchema.shape,
  assurance: assuranceSchema,
  channel: id,
});

interface Decided<T extends FactType> {
  readonly type: T;
  /** Epoch ms at which it happened. */
  readonly at: number;
  readonly learned: number;
  readonly by: z.infer<typeof factBySchema>;
  /** The delivery that caused it. */
  readonly cause: string;
  readonly data: FactData<T>;
  /** What people wrote, by name; sealed beside the chain. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** A fact as it was decided, not yet numbered, hashed and sealed by the ledger. */
export type NewFact = { [T in FactType]: Decided<T> }[FactType];

type Recorded<T extends FactType> = Omit<Decided<T>, 'texts'> & {
  readonly seq: number;
  /** Name of a text → salted hash of it. */
  readonly texts?: Readonly<Record<string, string>>;
};

/** A fact as state evolves from it: numbered, its texts referenced by hash. */
export type Fact = { [T in FactType]: Recorded<T> }[FactType];
/** The fact of one type. */
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>;
