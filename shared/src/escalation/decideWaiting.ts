import { clockAt, type Mark } from '../clock';
import type { TicketEventOf } from '../ticket';
import { custodyAt } from './custody';
import { fact, facts, nothing, type Context, type Decision } from './decision';
import { partyOfActor } from './participants';
import { requesterWrote } from './resolution';
import type { Open, State } from './state';

/** Whether the clock has a mark of this kind at this very instant: the same report need not be told twice. */
export const isMarked = ({ marks }: Open, at: number, is: Mark['is']): boolean =>
  marks.some(mark => mark.at === at && mark.is === is);

/** A rule of the desk acts for whoever holds the ticket; somebody the agreement does not know for nobody. */
function isHolding(context: Context, state: Open, event: TicketEventOf<'WaitingStarted'>): boolean {
  const { person, native } = event.actor;
  const isRule = person === undefined && native === undefined;
  return isRule || partyOfActor(context, event) === custodyAt(state, event.at).to.party;
}

/**
 * The desk's status started to wait. Only the holding party pauses the clock, and only for the customer: waiting for
 * the other party or a vendor is an Ask (rules §5.6), so it ends a pause rather than starting one.
 */
export function decideWaitingStarted(context: Context, state: State, event: TicketEventOf<'WaitingStarted'>): Decision {
  if (state.status === 'unopened') return nothing;
  const { whom } = event;
  if (isMarked(state, event.at, 'pause')) return nothing;
  if (whom === 'customer' && isHolding(context, state, event)) {
    return facts(fact(event, 'WaitingStarted', { whom, isProvisional: true }));
  }
  return state.uncounted === whom ? nothing : notCounted(state, event);
}

function notCounted(state: Open, event: TicketEventOf<'WaitingStarted'>): Decision {
  const { whom } = event;
  const isOver = whom !== 'customer' && clockAt(state.marks, event.at).status === 'paused';
  const ended = isOver ? [statusEnded(state, event)] : [];
  return facts(...ended, fact(event, 'WaitingNotCounted', { whom }));
}

/** The desk's status ended a pause; one that nobody had made a hold never was. */
function statusEnded(state: Open, event: TicketEventOf<'WaitingStarted' | 'WaitingEnded'>) {
  const clock = clockAt(state.marks, event.at);
  const isVoid = clock.status === 'paused' && clock.isProvisional === true;
  return fact(event, 'WaitingEnded', { because: 'status', ...(isVoid ? { isVoid } : {}) });
}

/** The desk's status no longer waits. Kept while nothing waits too: the start may be on its way. */
export function decideWaitingEnded(_: Context, state: State, event: TicketEventOf<'WaitingEnded'>): Decision {
  if (state.status === 'unopened' || isMarked(state, event.at, 'resume')) return nothing;
  return facts(statusEnded(state, event));
}

/** The customer answered: what waited for them goes on; nothing is confirmed by silence. */
export function decideCustomerReplied(_: Context, state: State, event: TicketEventOf<'CustomerReplied'>): Decision {
  if (state.status === 'unopened') return nothing;
  if (clockAt(state.marks, event.at).status !== 'paused') return facts(...requesterWrote(state, event));
  return facts(fact(event, 'WaitingEnded', { because: 'reply' }));
}
