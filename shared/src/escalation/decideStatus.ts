import type { Audience } from '../agreement';
import { clockOf, withMark } from '../clock';
import type { DueTimes, TicketEvent, TicketEventOf } from '../ticket';
import { DAY, MINUTE } from '../time';
import { answering } from './answering';
import { custodian, custodyAt } from './custody';
import { fact, facts, nothing, type Context, type Decision } from './decision';
import { fastTracked } from './decideMajor';
import { opening } from './decideMove';
import { reportAsked } from './decideReport';
import { firstWork } from './decideTransfer';
import { isMarked } from './decideWaiting';
import { leaseOf } from './lease';
import { openAsks } from './openAsks';
import { partyOfActor } from './participants';
import { levelOf } from './resolution';
import type { NativeDue, Open, State } from './state';
import { transferAt } from './openTransfer';
import { withSpentTime } from './spentTime';

/** Resolving is always possible; an open offer and whatever is asked are withdrawn with it (rules §4.1). */
export function decideResolved(context: Context, state: State, event: TicketEventOf<'TicketResolved'>): Decision {
  if (state.status === 'unopened' || state.status === 'resolved' || isMarked(state, event.at, 'stop')) return nothing;
  const isOver = clockOf(withMark(state.marks, { at: event.at, is: 'stop' })).status === 'stopped';
  const resolved = fact(event, 'Resolved', {});
  const asks = isOver ? withdrawnAsks(state, event) : [];
  if (state.status !== 'offered' || !isOver) {
    return facts(...firstWork(context, state, event, 'resolved'), ...asks, resolved);
  }
  const { handoff, offeredAt } = state.offer;
  const at = Math.max(event.at, offeredAt);
  return facts(...asks, fact(event, 'HandoffWithdrawn', { handoff, because: 'resolved' }, { at }), resolved);
}

/** Nothing is asked of anybody any more. */
const withdrawnAsks = (state: Open, event: TicketEvent) =>
  openAsks(state).map(ask =>
    fact(event, 'AskWithdrawn', { ask: ask.id, because: 'resolved' }, { at: Math.max(event.at, ask.at) }),
  );

/**
 * Not fixed: the same escalation goes on inside the window, after it a new one begins, linked (rules §5.7). Kept for
 * a ticket that is not known to be resolved too: its resolving may be on its way.
 */
export function decideReopened(context: Context, state: State, event: TicketEventOf<'TicketReopened'>): Decision {
  if (state.status === 'unopened' || isMarked(state, event.at, 'restart')) return nothing;
  if (state.status !== 'resolved') return facts(fact(event, 'Reopened', {}));
  const reopened = facts(fact(event, 'Reopened', { level: levelOf(state) + 1 }));
  if (event.at < state.resolvedAt) return nothing;
  const isInWindow = event.at - state.resolvedAt <= state.terms.reopenWindowDays * DAY;
  const anew = isInWindow ? [] : opening(context, event, custodian(state), state.id);
  return anew.length > 0 ? facts(...anew) : reopened;
}

/** Another priority means other promises; no clock restarts and no pause is lost (law 3). */
export function decideReprioritised(
  context: Context,
  state: State,
  event: TicketEventOf<'TicketReprioritised'>,
): Decision {
  if (state.status === 'unopened' || !context.terms || isSamePromise(state, context.terms)) return nothing;
  const terms = withSpentTime(state.terms, context.terms, event.at);
  const isFast = terms.fastTrack === true && state.terms.fastTrack !== true;
  const replaced = fact(event, 'TermsReplaced', { terms, because: 'priority' });
  const asked = reportAsked(context, state, event, terms);
  return facts(replaced, ...(isFast ? fastTracked(context, state, event) : []), ...asked);
}

/** The desk's own due times, as far as they are news: a fact when they differ (rules §5.5). */
export function decideDueRead(_: Context, state: State, event: TicketEventOf<'DueTimesRead'>): Decision {
  const news = state.status === 'unopened' ? [] : dueNews(state.nativeDue, event);
  if (news.length === 0) return nothing;
  return facts(fact(event, 'NativeDueRead', Object.fromEntries(news.map(name => [name, event[name]]))));
}

const dueNews = (known: NativeDue = {}, told: DueTimes): readonly (keyof DueTimes)[] =>
  (['respond', 'resolve'] as const).filter(name => told[name] !== undefined && told[name] !== known[name]?.dueAt);

/** Whether the desk's own due times are others than the ledger knows. */
export const isDueNews = (state: State, told: DueTimes): boolean =>
  dueNews(state.status === 'unopened' ? undefined : state.nativeDue, told).length > 0;

const deciding = ['priority', 'workType', 'impact', 'cell', 'overlay'] as const;

const isSamePromise = ({ terms: pinned }: Open, terms: NonNullable<Context['terms']>) =>
  deciding.every(key => pinned[key] === terms[key]);

/** Somebody of the holding party for the first time, or the first one of the party it was moved to without a handoff. */
function isNewWork(state: Open, { person, party }: TicketEvent['actor'], at: number): boolean {
  if (person === undefined) return false;
  const transfer = transferAt(state, at);
  const holder = custodyAt(state, at).to.party;
  if (transfer && party === transfer.to.party && party !== holder) return !transfer.isTouched;
  return party === holder && !state.worked.includes(person);
}

const working = (state: Open, event: TicketEventOf<'PublicReplySent' | 'WorkNoted'>) => {
  const { person } = event.actor;
  return person !== undefined && isNewWork(state, event.actor, event.at)
    ? [fact(event, 'WorkStarted', { person })]
    : [];
};

/** Work renews a lease; so soon after the last time (ms) it would say nothing new. */
const NEWS_AFTER = 5 * MINUTE;

/** Who could read what was said, of those who are to be kept up to date. */
function audiencesOf({ terms }: Open, { type }: TicketEvent): Audience[] {
  const readers: readonly Audience[] = type === 'PublicReplySent' ? ['customer'] : ['internal', 'executive'];
  return readers.filter(audience => terms.update?.[audience] !== undefined);
}

/** Somebody of the holder works on it, where anything runs out if nobody does. */
function goingOn(context: Context, state: Open, event: TicketEventOf<'PublicReplySent' | 'WorkNoted'>) {
  const isHolders = partyOfActor(context, event) === custodyAt(state, event.at).to.party;
  if (!isHolders || event.actor.person === undefined) return [];
  const audiences = audiencesOf(state, event);
  if (audiences.length > 0) return [fact(event, 'WorkedOn', { audiences })];
  const isNews = leaseOf(state) !== undefined && event.at - (state.workedAt ?? 0) >= NEWS_AFTER;
  return isNews ? [fact(event, 'WorkedOn', {})] : [];
}

/** A public reply of somebody who may accept the open offer raises the question whether they do (rules §3.3). */
function asking(context: Context, state: Open, event: TicketEventOf<'PublicReplySent'>) {
  if (state.status !== 'offered' || state.offer.working || event.at < state.offer.offeredAt) return [];
  const answer = answering(context, state, event);
  if (!('person' in answer)) return [];
  const { handoff, to } = state.offer;
  return [
    fact(event, 'AcceptanceAsked', { handoff, to: { party: to.party, team: answer.team, person: answer.person } }),
  ];
}

/** An agent answered the customer: the first such reply stops the respond clock. A rule's reply answers nothing. */
export function decideReplied(context: Context, state: State, event: TicketEventOf<'PublicReplySent'>): Decision {
  const { person, native } = event.actor;
  if (state.status === 'unopened' || (person === undefined && native === undefined)) return nothing;
  const isFirst = state.firstReplyAt === undefined || event.at < state.firstReplyAt;
  const first = isFirst ? [fact(event, 'FirstReplySent', {})] : [];
  const taken = firstWork(context, state, event, 'replied');
  const work = [...working(state, event), ...goingOn(context, state, event)];
  return facts(...work, ...taken, ...first, ...asking(context, state, event));
}

/** An agent worked on the ticket without writing to the customer. */
export function decideWorked(context: Context, state: State, event: TicketEventOf<'WorkNoted'>): Decision {
  if (state.status === 'unopened') return nothing;
  return facts(...working(state, event), ...goingOn(context, state, event));
}
