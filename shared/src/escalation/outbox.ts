import type { FactOf } from './events';
import { without } from './evolveCustody';
import type { Open, State } from './state';
import type { Waiting } from './notice';
import { isEarly, turnAt } from './turns';

/** How long whoever wrote a fact has to send its messages before a sweep does, ms. */
const SENT_WITHIN = 60_000;

const outbox = ({ outbox: waiting = [] }: Open): readonly Waiting[] => waiting;

/** The state with these messages waiting. */
export function withOutbox<T extends Open>(state: T, waiting: readonly Waiting[]): T {
  const others = Object.entries(state).filter(([name]) => name !== 'outbox');
  return { ...Object.fromEntries(others), ...(waiting.length === 0 ? {} : { outbox: waiting }) } as T;
}

const isReplaced = (one: Waiting, { about, to }: FactOf<'NoticeOwed'>['data']): boolean =>
  about !== undefined && one.about === about && one.to.party === to.party && one.to.person === to.person;

/** The state once a message is owed. */
function noticeOwed(state: Open, { seq, learned, data }: FactOf<'NoticeOwed'>): Open {
  const kept = outbox(state).filter(one => !isReplaced(one, data));
  const owed: Waiting = { ...data, notice: seq, at: learned + SENT_WITHIN, since: learned, next: 0, rounds: 0 };
  return withOutbox(state, [...kept, owed]);
}

/** Once a channel has taken it. A page that was sent may be acknowledged and resolved later. */
function noticeHandedOver(state: Open, { data }: FactOf<'NoticeHandedOver'>): Open {
  const taken = withOutbox(
    state,
    outbox(state).filter(({ notice }) => notice !== data.notice),
  );
  return data.isPage ? { ...taken, paged: [...new Set([...(taken.paged ?? []), data.channel])] } : taken;
}

function afterFailure(one: Waiting, { learned, data }: FactOf<'NoticeFailed'>): Waiting {
  const { again, because, isAsked } = data;
  if (because !== 'behind' && one.next + 1 < one.channels.length) return { ...one, next: one.next + 1 };
  const rounds = isEarly(one, learned) ? one.rounds : one.rounds + 1;
  if (again === undefined) return { ...one, rounds, isGivenUp: true };
  return { ...one, rounds, next: 0, at: again, ...(isAsked ? { leftAloneUntil: again } : {}) };
}

/** What the desk refuses to tell the customer is over, nobody else may send it in that person's place; so is what was erased. */
const isOver = ({ to }: Waiting, { again, because }: FactOf<'NoticeFailed'>['data']): boolean =>
  again === undefined && (to.party === 'customer' || because === 'erased');

/** Once a channel has not taken it. */
const noticeFailed = (state: Open, fact: FactOf<'NoticeFailed'>): Open =>
  withOutbox(
    state,
    outbox(state).flatMap(one => {
      if (one.notice !== fact.data.notice) return [one];
      return isOver(one, fact.data) ? [] : [afterFailure(one, fact)];
    }),
  );

/** Once what was given up is to be tried again. */
const noticesRetried = (state: Open, { learned }: FactOf<'NoticesRetried'>): Open =>
  withOutbox(
    state,
    outbox(state).map(({ isGivenUp, ...one }) => (isGivenUp ? { ...one, next: 0, rounds: 0, at: learned } : one)),
  );

/** What facts about messages make of a state. */
export const noticeEvolvers = {
  MessageReleased: (state: Open): Open => state,
  DeskFellSilent: (state: Open, { at }: FactOf<'DeskFellSilent'>): Open => ({ ...state, silentSince: at }),
  DeskAnswered: (state: Open): Open => without(state, 'silentSince'),
  NoticeOwed: noticeOwed,
  NoticeHandedOver: noticeHandedOver,
  NoticeFailed: noticeFailed,
  NoticesRetried: noticesRetried,
} as const;

/** What an escalation takes over from the one before it on the same ticket: deliveries that are known, and messages. */
export function takenOver(before: State): Pick<Open, 'causes' | 'outbox'> {
  if (before.status === 'unopened') return { causes: [] };
  return { causes: before.causes, ...(before.outbox === undefined ? {} : { outbox: before.outbox }) };
}

/** What of a ledger's messages no channel has taken: still tried, and given up. Oldest first. */
export interface Outbox {
  readonly waiting: readonly Waiting[];
  readonly givenUp: readonly Waiting[];
}

/** The messages of a ledger that no channel has taken. */
export function outboxOf(state: State): Outbox {
  const all = state.status === 'unopened' ? [] : outbox(state);
  return {
    waiting: all.filter(({ isGivenUp }) => !isGivenUp),
    givenUp: all.filter(({ isGivenUp }) => isGivenUp),
  };
}

/** When a sweep has to send the next of them, epoch ms; undefined while none waits. */
export function outboxDueAt(state: State): number | undefined {
  const { waiting } = outboxOf(state);
  const due = waiting.map(one => turnAt(waiting, one));
  return due.length === 0 ? undefined : Math.min(...due);
}
