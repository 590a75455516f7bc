import { z } from 'zod';
import { count, duration, id, label, oneOrMore, some } from './basics';

/** What can be let pass beside the rules. */
export const exceptionKinds = ['transfer', 'deadline', 'tier'] as const;

/** Who of a party approves. */
const approvingOffices = ['lead', 'coordinator', 'approver'] as const;

/** From where on one person of each party approves; each line is enough by itself. */
const threshold = z.strictObject({
  /** Money at stake, in whole units of the currency that the parties use. */
  amount: count.exactOptional(),
  customerTier: oneOrMore(label).exactOptional(),
  /** Compliance flags: a ticket's risk category, or what whoever asks says that it touches. */
  flags: some(label).exactOptional(),
});

/** Which exceptions need a person's approval, in which cells, and whose; the first that fits counts. */
export const exception = z.strictObject({
  of: oneOrMore(z.enum(exceptionKinds)),
  /** Every cell unless some are named. */
  cells: some(id).exactOptional(),
  by: oneOrMore(z.enum(approvingOffices)).default(['lead']),
  bothAbove: threshold.exactOptional(),
  /** How long (real time) it may last; as long as any override if not said. */
  longest: duration.exactOptional(),
  /** In which an approver has to decide, on their party's hours. */
  decide: duration.default(3_600_000),
  /** Whether what it excuses waits for the approval. */
  isBlocking: z.boolean().default(true),
});
