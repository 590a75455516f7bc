import { z } from 'zod';
import { placementSchema } from '../../ticket';
import { instant, id, party, crossing, team } from './basics';

/** The answer reached somebody of the other party outside the desk, then; the review looks at it. */
const recorded = z.strictObject({ at: instant, isSampled: z.literal(true) }).exactOptional();

/** Facts of an offer, its answer, its ladder and its stalemate. */
export const handoffFacts = {
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
    /** Who of the receiver sorts it before the team is asked. */
    triage: id.exactOptional(),
  }),
  /** Nobody sorted it in time: the team it was offered to is asked from now on. */
  TriageLapsed: z.strictObject({ handoff: id }),
  HandoffAccepted: z.strictObject({
    handoff: id,
    to: team,
    how: z.enum(['accepted', 'for a team', 'claimed natively', 'by work', 'deemed']),
    deadline: instant,
    recorded,
  }),
  /** Somebody of the receiver answered the customer under the offer: undisturbed, that will count as acceptance. */
  AcceptanceAsked: z.strictObject({ handoff: id, to: team }),
  HandoffDeclined: z.strictObject({ handoff: id, code: id, recorded }),
  /** Sent back before acceptance, with guidance: custody stayed with the giver. */
  HandoffReturned: z.strictObject({ handoff: id, recorded }),
  HandoffWithdrawn: z.strictObject({
    handoff: id,
    because: z.enum(['giver', 'resolved', 'major', 'deleted', 'merged']),
  }),
  /** Nobody answered in time, or nobody is there to: the offer, never custody, goes to the next rung of the ladder. */
  OfferLapsed: z.strictObject({
    handoff: id,
    rung: z.number().int(),
    to: team.exactOptional(),
    found: z.enum(['somebody', 'nobody']),
    /** It was not left for want of an answer. */
    because: z.literal('nobody there').exactOptional(),
    /** The leads of both parties, where a step was skipped with nobody on it. */
    tell: z.array(id).exactOptional(),
  }),
  /** The end of the ladder: these people owe the decision. */
  LadderEnded: z.strictObject({ handoff: id, owed: z.array(id) }),
  /** The second refusal across one boundary: the tie-break owner decides, the default holder has it until then. */
  StalemateReached: z.strictObject({ crossing, owner: id, ownerParty: party, holder: placementSchema }),
  StalemateDecided: z.strictObject({ to: placementSchema }),
} as const;
