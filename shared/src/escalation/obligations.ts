import type { HoldingParty } from '../agreement';
import type { Reading } from '../clock';
import { dueAfter, elapsedWithin, type Calendar } from '../time';
import type { Ask } from './ask';
import { custodian } from './custody';
import { hoursOf } from './hours';
import { askHours, chaseDueAt, isAwaitingInfo, openAsks } from './openAsks';
import { promiseReading, resolveReading } from './promise';
import type { Open, Stalemate } from './state';
import { answerHours, claimDueAt, offerDueAt } from './targets';

/** What is owed, in the words of design §2. */
export type ObligationKind = 'acknowledge' | 'respond' | 'resolve' | 'next-action' | 'decide' | 'answer' | 'chase';

/** One thing a party owes: by whom, by when. Instants in epoch ms, durations in service ms. */
export interface Obligation {
  readonly kind: ObligationKind;
  /** Which one of its kind: the same for as long as it is owed, whoever holds the ticket. */
  readonly name: string;
  readonly party: HoldingParty | 'vendor';
  /** Which vendor, where one owes it. */
  readonly vendor?: string;
  readonly person?: string;
  readonly team?: string;
  readonly dueAt: number;
  /** Negative once missed. */
  readonly remaining: number;
  readonly isPaused: boolean;
}

function respond(state: Open, now: number): Obligation[] {
  const reading = promiseReading(state, 'respond', now);
  return !reading || state.firstReplyAt !== undefined ? [] : [owed(state, 'respond', reading)];
}

const owed = (state: Open, kind: ObligationKind, reading: Reading): Obligation => {
  const { party, team, person } = custodian(state);
  return {
    kind,
    name: kind,
    party,
    ...(team === undefined ? {} : { team }),
    ...(person === undefined ? {} : { person }),
    dueAt: reading.dueAt,
    remaining: reading.remaining,
    isPaused: reading.status === 'paused',
  };
};

const by = (dueAt: number, calendar: Calendar, now: number) => ({
  dueAt,
  remaining: now <= dueAt ? elapsedWithin(calendar, now, dueAt) : -elapsedWithin(calendar, dueAt, now),
  isPaused: false,
});

function acknowledge(state: Open, now: number): Obligation[] {
  if (state.status === 'offered') {
    const { to, crossing, handoff, rung } = state.offer;
    const hours = answerHours(state.terms, { crossing, team: to.team });
    const isPaused = isAwaitingInfo(state);
    const answer = { kind: 'acknowledge', name: `acknowledge ${handoff}/${rung}` } as const;
    return [{ ...answer, ...to, ...by(offerDueAt(state, now), hours, now), isPaused }];
  }
  const { party, team, person } = custodian(state);
  if (person !== undefined || state.status === 'stalemate') return [];
  const hours = hoursOf(state.terms, party, team);
  return [
    {
      kind: 'acknowledge',
      name: `acknowledge c${state.custody.length}`,
      party,
      ...(team === undefined ? {} : { team }),
      ...by(claimDueAt(state, state.custody.length - 1), hours, now),
    },
  ];
}

function nextAction(state: Open, now: number): Obligation[] {
  if (!state.promised || state.status === 'stalemate') return [];
  const { party, team, person } = custodian(state);
  const who = { party, ...(team === undefined ? {} : { team }), ...(person === undefined ? {} : { person }) };
  const name = `next-action ${state.promised.handoff}`;
  return [
    { kind: 'next-action', name, ...who, ...by(state.promised.deadline, hoursOf(state.terms, party, team), now) },
  ];
}

/** When the tie-break owner must have decided, epoch ms: in their own party's hours (rules §5.4). */
export function decideDueAt(state: Stalemate): number {
  const { decide } = state.terms.boundaries[state.crossing].tieBreak;
  return dueAfter(hoursOf(state.terms, state.ownerParty), state.since, decide);
}

function decide(state: Open, now: number): Obligation[] {
  if (state.status !== 'stalemate') return [];
  const { ownerParty: party, owner: person } = state;
  const name = `decide ${state.since}`;
  return [{ kind: 'decide', name, party, person, ...by(decideDueAt(state), hoursOf(state.terms, party), now) }];
}

const answer = (state: Open, ask: Ask, now: number): Obligation => ({
  kind: 'answer',
  name: ask.id,
  ...ask.of,
  ...by(ask.answerBy, askHours(state, ask), now),
});

/** What whoever holds it owes on an Ask whose answer is late. */
function chase(state: Open, ask: Ask, now: number): Obligation[] {
  const due = chaseDueAt(state, ask, now);
  if (due === undefined) return [];
  const holder = custodian(state);
  const name = `${ask.id} chase ${ask.chased + 1}`;
  return [{ kind: 'chase', name, ...holder, ...by(due, hoursOf(state.terms, holder.party, holder.team), now) }];
}

const onAsks = (state: Open, now: number): Obligation[] =>
  openAsks(state).flatMap(ask => [answer(state, ask, now), ...chase(state, ask, now)]);

/**
 * Everything that is owed at `now`, most pressing first. While an offer is open the receiver owes one thing (the
 * answer) and the giver one standing thing (to resolve), whatever was asked besides; nothing is owed once the ticket is
 * resolved (law 5).
 */
export function obligations(state: Open, now: number): readonly Obligation[] {
  if (state.status === 'resolved') return [];
  const resolve = owed(state, 'resolve', resolveReading(state, now));
  if (state.status === 'offered') return [...acknowledge(state, now), ...onAsks(state, now), resolve];
  return [
    ...decide(state, now),
    ...acknowledge(state, now),
    ...nextAction(state, now),
    ...respond(state, now),
    ...onAsks(state, now),
    resolve,
  ].sort((a, b) => a.dueAt - b.dueAt);
}
