import type { Asked, AskKind } from '../ticket';
import type { HoldingParty } from '../agreement';
import type { CalendarSpec } from '../time';
import type { FactData } from './events';

/** How an Ask ended; `overtaken` is a question about an offer that was answered without it. */
export type AskEnd = 'answered' | 'withdrawn' | 'resolved' | 'deleted' | 'merged' | 'overtaken';

/** Somebody owes an answer while custody stays, `[at, until)`; without `until` it is still open. Epoch ms. */
export interface Ask {
  /** Names it within its escalation: `a1`, `a2` … */
  readonly id: string;
  readonly kind: AskKind;
  readonly of: Asked;
  readonly at: number;
  readonly answerBy: number;
  readonly isBlocking: boolean;
  /** Service ms between two chases once the answer is late. */
  readonly chase: number;
  /** How often it was chased, and when last. */
  readonly chased: number;
  readonly chasedAt?: number;
  /** The party that asked, where it did not hold it; every other Ask travels with custody. */
  readonly asker?: HoldingParty;
  /** The offer whose answer waits for it. */
  readonly handoff?: string;
  /** The child ticket that it is about, by the desk's own id. */
  readonly child?: string;
  /** The agreement asks it: why. Nobody takes it back, and nobody owes a chase. */
  readonly rung?: FactData<'RungReached'>['because'];
  /** The agreement asks it likewise, of the approver of this regulatory route; its time runs at every hour. */
  readonly route?: string;
  /** Nobody answered it in time, and that was passed on. */
  readonly isClimbed?: true;
  /** A vendor's hours as they were promised. */
  readonly hours?: CalendarSpec;
  /** Names of its texts → salted hash. */
  readonly texts: Readonly<Record<string, string>>;
  readonly until?: number;
  readonly ended?: AskEnd;
}

/** Whether the agreement asks it by itself: nobody takes it back, and nobody owes a chase. */
export const isAgreed = ({ rung, route }: Pick<Ask, 'rung' | 'route'>): boolean =>
  rung !== undefined || route !== undefined;
