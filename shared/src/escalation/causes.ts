import { crossingTo, type HoldingParty } from '../agreement';
import { elapsedWithin } from '../time';
import { custodian, custodyAt } from './custody';
import { hoursOf, targetHours } from './hours';
import { promiseReading, resolveReading } from './promise';
import type { CustodyEntry, Open } from './state';
import type { RunningAs, Stretch } from './stretch';
import { waterfall } from './waterfall';

/** What was late on the way to a breach; `the target` where nothing was and the agreement's times do not add up. */
export type CauseKind =
  | 'unanswered'
  | 'unclaimed'
  | 'un-batoned'
  | 'deleted'
  | 'answer'
  | 'held too long'
  | 'next action'
  | 'first reply'
  | 'no reply'
  | 'their hours'
  | 'the target';

/** One obligation missed on the way, by whom, and by how much service time in ms. */
export interface Cause {
  readonly by: HoldingParty | 'vendor' | 'agreement';
  readonly kind: CauseKind;
  readonly overrun: number;
}

type Running = Extract<Stretch, { is: 'running' }>;

const kinds: Readonly<Partial<Record<RunningAs, CauseKind>>> = {
  unanswered: 'unanswered',
  'unclaimed past target': 'unclaimed',
  'un-batoned': 'un-batoned',
  deleted: 'deleted',
  'asked past target': 'answer',
  'outside their hours': 'their hours',
};

/** Who was to answer is late where they did not; the agreement lets it wait outside their hours. */
function lateBy({ as, usedBy, accountable }: Running): Cause['by'] {
  if (as === 'outside their hours') return 'agreement';
  const isAnswerOwed = as === 'unanswered' || as === 'asked past target';
  return isAnswerOwed && usedBy !== 'nobody' ? usedBy : accountable;
}

const lateStretch = (stretch: Running): Cause[] => {
  const kind = kinds[stretch.as];
  return kind === undefined ? [] : [{ by: lateBy(stretch), kind, overrun: stretch.ms }];
};

/** What a party had in hand beyond its budget, leg by leg, in its own hours. */
function heldTooLong(state: Open, running: readonly Running[]): Cause[] {
  const legs = state.custody.filter(({ to }, index) => to.party !== state.custody[index - 1]?.to.party);
  return legs.flatMap((leg, index) => overrunOf(state, leg, legs[index + 1]?.at ?? Infinity, running));
}

function overrunOf(state: Open, { at, to }: CustodyEntry, until: number, running: readonly Running[]): Cause[] {
  const { hold } = state.terms.boundaries[crossingTo(to.party)];
  if (hold === undefined) return [];
  const hours = hoursOf(state.terms, to.party, to.team);
  const inHand = running.filter(({ as, from }) => as === 'in hand' && from >= at && from < until);
  const used = inHand.reduce((sum, stretch) => sum + elapsedWithin(hours, stretch.from, stretch.to), 0);
  return [{ by: to.party, kind: 'held too long', overrun: used - hold }];
}

/** What was promised with the handoff and is not done by its deadline. */
function nextAction(state: Open, until: number): Cause[] {
  const { promised } = state;
  if (!promised) return [];
  const { party, team } = custodian(state);
  const overrun = elapsedWithin(hoursOf(state.terms, party, team), promised.deadline, until);
  return [{ by: party, kind: 'next action', overrun }];
}

function firstReply(state: Open, until: number): Cause[] {
  const { respond } = state.terms;
  const reading = promiseReading(state, 'respond', until);
  if (!respond || !reading) return [];
  const { party } = custodyAt(state, reading.dueAt).to;
  const calendar = targetHours(state.terms, respond);
  const overrun = elapsedWithin(calendar, reading.dueAt, state.firstReplyAt ?? until);
  return [{ by: party, kind: state.firstReplyAt === undefined ? 'no reply' : 'first reply', overrun }];
}

/** Lateness of one kind by one party, together. */
function summed(causes: readonly Cause[]): Cause[] {
  const sums = new Map<string, Cause>();
  for (const cause of causes) {
    const key = `${cause.by} ${cause.kind}`;
    sums.set(key, { ...cause, overrun: cause.overrun + (sums.get(key)?.overrun ?? 0) });
  }
  return [...sums.values()];
}

/**
 * Why the resolve target was missed at `now` (epoch ms): every obligation missed on the way, largest overrun first; a
 * party inside its budget is never among them, and where nobody overran anything it is the agreement (rules §5.3).
 * Empty while the target is not missed.
 */
export function causesOfBreach(state: Open, now: number): readonly Cause[] {
  const { remaining } = resolveReading(state, now);
  if (remaining >= 0) return [];
  const until = state.status === 'resolved' ? state.resolvedAt : now;
  const running = waterfall(state, now).filter((stretch): stretch is Running => stretch.is === 'running');
  const late = [
    ...running.flatMap(lateStretch),
    ...heldTooLong(state, running),
    ...nextAction(state, until),
    ...firstReply(state, until),
  ];
  const overran = summed(late.filter(({ overrun }) => overrun > 0)).sort((a, b) => b.overrun - a.overrun);
  return overran.length > 0 ? overran : [{ by: 'agreement', kind: 'the target', overrun: -remaining }];
}
