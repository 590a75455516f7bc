import type { Audience, HoldingParty } from '../agreement';
import { dueAfter, elapsedWithin, type Calendar, type Pauses } from '../time';
import { custodian } from './custody';
import type { obligationKinds } from './facts/warningFacts';
import type { Open } from './state';

/** What is owed, in the words of design §2. */
export type ObligationKind = (typeof obligationKinds)[number];

/** One thing a party owes: by whom, by when. Instants in epoch ms, durations in service ms. */
export interface Obligation {
  readonly kind: ObligationKind;
  /** Which one of its kind: the same for as long as it is owed, whoever holds the ticket. */
  readonly name: string;
  readonly party: HoldingParty | 'vendor';
  /** Which vendor, where one owes it. */
  readonly vendor?: string;
  /** Who is to hear something, where that is owed. */
  readonly audience?: Audience;
  readonly person?: string;
  readonly team?: string;
  readonly since: number;
  readonly dueAt: number;
  /** Negative once missed. */
  readonly remaining: number;
  readonly isPaused: boolean;
  /** The whole time it may take. */
  readonly within: number;
  /** When so much of its time has passed, epoch ms, if its clock runs on; infinite where it stands. */
  readonly passes: (elapsed: number) => number;
}

type Owing = Pick<Obligation, 'party' | 'person' | 'team'>;

/** Who holds the ticket, as those who owe. */
export function holding(state: Open): Owing & { readonly party: HoldingParty } {
  const { party, team, person } = custodian(state);
  return { party, ...(team === undefined ? {} : { team }), ...(person === undefined ? {} : { person }) };
}

/** Owed from `since` until `dueAt` on a calendar, but for the pauses. */
type Span = Pick<Obligation, 'since' | 'dueAt' | 'within'> & Pauses;

/** An obligation's clock on a calendar, read at `now`. */
export const timed = (calendar: Calendar, { since, dueAt, within, except }: Span, now: number) => ({
  since,
  dueAt,
  within,
  remaining: now <= dueAt ? elapsedWithin(calendar, now, dueAt) : -elapsedWithin(calendar, dueAt, now),
  isPaused: false,
  passes: (elapsed: number) => dueAfter(calendar, since, elapsed, { except }),
});

/** Until a deadline that somebody chose: as long as there is service time until then. */
export const until = (calendar: Calendar, since: number, dueAt: number): Span => ({
  since,
  dueAt,
  within: Math.max(0, elapsedWithin(calendar, since, dueAt)),
});
