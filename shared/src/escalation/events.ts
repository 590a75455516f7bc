import { z } from 'zod';
import { actorSchema, assuranceSchema } from '../ticket';
import { alertFacts } from './facts/alertFacts';
import { askFacts } from './facts/askFacts';
import { id } from './facts/basics';
import { courseFacts } from './facts/courseFacts';
import { goneFacts } from './facts/goneFacts';
import { handoffFacts } from './facts/handoffFacts';
import { judgementFacts } from './facts/judgementFacts';
import { majorFacts } from './facts/majorFacts';
import { moveFacts } from './facts/moveFacts';
import { overrideFacts } from './facts/overrideFacts';
import { peopleFacts } from './facts/peopleFacts';
import { noticeFacts } from './facts/noticeFacts';
import { rungFacts } from './facts/rungFacts';
import { shiftFacts } from './facts/shiftFacts';
import { transferFacts } from './facts/transferFacts';
import { unclearFacts } from './facts/unclearFacts';
import { waitingFacts } from './facts/waitingFacts';
import { warningFacts } from './facts/warningFacts';
import { workFacts } from './facts/workFacts';

/**
 * What each fact says beyond who, when and why: the vocabulary of the ledger. Structure only; what people wrote
 * travels beside the chain as texts (rules §7).
 */
export const factData = {
  ...moveFacts,
  ...transferFacts,
  ...handoffFacts,
  ...askFacts,
  ...courseFacts,
  ...waitingFacts,
  ...warningFacts,
  ...workFacts,
  ...peopleFacts,
  ...unclearFacts,
  ...majorFacts,
  ...noticeFacts,
  ...goneFacts,
  ...rungFacts,
  ...judgementFacts,
  ...overrideFacts,
  ...shiftFacts,
  ...alertFacts,
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
