import { z } from 'zod';
import { askedSchema, askKindSchema } from '../../ticket';
import type { CalendarSpec } from '../../time';
import { id, instant, party } from './basics';
import { rungCause } from './rungFacts';

const hours = z.custom<CalendarSpec>(value => typeof value === 'object' && value !== null);

/** What the facts about Asks say; part of the ledger's vocabulary. */
export const askFacts = {
  /** Custody stays, somebody owes an answer. What was promised of it is pinned here (rules §1.4). */
  Asked: z.strictObject({
    ask: id,
    kind: askKindSchema,
    of: askedSchema,
    isBlocking: z.boolean(),
    answerBy: instant,
    /** Service ms between two chases once the answer is late. */
    chase: z.number().int(),
    /** The party that asked, where it is not the one that holds it. */
    asker: party.exactOptional(),
    /** The open offer whose answer waits for it. */
    handoff: id.exactOptional(),
    /** The child ticket that was given away, by the desk's own id: it answers once it is resolved. */
    child: id.exactOptional(),
    /** The agreement asks it, for this reason: a rung was reached. */
    rung: rungCause.exactOptional(),
    /** The agreement asks it of the approver of a regulatory route, by its name; its time runs at every hour. */
    route: z.string().exactOptional(),
    /** The channel by which a vendor's own desk gets the case. */
    posted: id.exactOptional(),
    /** A vendor's hours. */
    hours: hours.exactOptional(),
  }),
  AskAnswered: z.strictObject({ ask: id }),
  AskChased: z.strictObject({ ask: id }),
  AskWithdrawn: z.strictObject({ ask: id, because: z.enum(['asker', 'resolved', 'deleted', 'merged']) }),
  /** The vendor's number of the case became known. */
  CaseReferred: z.strictObject({ ask: id }),
} as const;
