import { crossingTo, otherParty, type HoldingParty, type Placement } from '../agreement';
import type { TicketEventOf } from '../ticket';
import { dueAfter } from '../time';
import { answering, refusing, stalemateDeciders, unsaid } from './answering';
import { custodian } from './custody';
import { fact, facts, refuse, type Context, type Decision } from './decision';
import { hoursOf } from './hours';
import { actingFor, partyOfActor } from './participants';
import { returnTransfer } from './decideRepair';
import type { Held, Open, Promised, State } from './state';
import type { Transfer } from './transfer';
import { openTransfer } from './openTransfer';

const askForGuidance = 'Say what has to be done first.';

/** Says what to do first: before acceptance it goes back, after acceptance it is offered back (rules §3.4). */
export function decideReturn(context: Context, state: State, event: TicketEventOf<'ReturnHandoff'>): Decision {
  const held = state.status === 'held' ? returnHeld(context, state, event) : undefined;
  if (held) return held;
  const answer = answering(context, state, event);
  if (!('person' in answer)) return answer;
  const missing = unsaid('guidance', event.guidance, askForGuidance);
  if (missing) return missing;
  const texts = { guidance: event.guidance.trim() };
  const { handoff } = answer.state.offer;
  return refusing(context, answer.state, event, fact(event, 'HandoffReturned', { handoff }, { texts }));
}

/** What came without a handoff goes back; what was accepted is offered back; undefined where neither is so. */
function returnHeld(context: Context, state: Held, event: TicketEventOf<'ReturnHandoff'>): Decision | undefined {
  const transfer = receivedBy(context, state, event);
  if (transfer) return returnTransfer(context, state, transfer, event);
  if (!state.promised || partyOfActor(context, event) !== custodian(state).party) return undefined;
  return offerBack(context, state, state.promised, event);
}

/** What came to the actor's party without a handoff, if it is what they saw. */
function receivedBy(context: Context, state: Held, event: TicketEventOf<'ReturnHandoff'>): Transfer | undefined {
  const transfer = openTransfer(state);
  const isSeen = event.transfer === undefined || event.transfer === transfer?.id;
  return isSeen && partyOfActor(context, event) === transfer?.to.party ? transfer : undefined;
}

/** Where the giving party had it when it made this offer; acceptance may bear the same instant. */
function giverOf(state: Open, handoff: string, giver: HoldingParty): Placement | undefined {
  const span = state.offers.find(offer => offer.handoff === handoff);
  return span && state.custody.filter(({ at, to }) => at <= span.from && to.party === giver).pop()?.to;
}

function offerBack(context: Context, state: Held, promised: Promised, event: TicketEventOf<'ReturnHandoff'>): Decision {
  const { party } = custodian(state);
  const person = actingFor(context, event, party);
  if (typeof person !== 'string') return person;
  const to = otherParty(party);
  const giver = giverOf(state, promised.handoff, to);
  if (!giver) {
    return refuse('nothing-to-return', 'There is no handoff to give back.', 'Hand it off instead.');
  }
  const missing = unsaid('guidance', event.guidance, askForGuidance);
  if (missing) return missing;
  const crossing = crossingTo(to);
  const { receiver, nextAction } = state.terms.boundaries[crossing];
  const team = giver.team ?? receiver;
  const back = {
    handoff: `h${state.offers.length + 1}`,
    crossing,
    to: { party: to, team },
    reason: 'returned',
    deadline: dueAfter(hoursOf(state.terms, to, team), event.at, nextAction),
    returns: promised.handoff,
  };
  return facts(fact(event, 'HandoffOffered', back, { texts: { nextAction: event.guidance.trim() } }));
}

/** The tie-break owner says who has it (rules §3.4): its holder if that is the party, else the party's first team. */
export function decideStalemate(context: Context, state: State, event: TicketEventOf<'DecideStalemate'>): Decision {
  if (state.status !== 'stalemate')
    return refuse('no-offer', 'No decision is owed here.', 'Reload to see who holds it.');
  const { directory } = context;
  const { person } = event.actor;
  if (person === undefined || !stalemateDeciders(directory, state).includes(person)) {
    const name = directory.people[state.owner]?.name ?? 'the tie-break owner';
    return refuse('not-the-decider', `${name} owes this decision.`, 'Tell them what speaks for either side.');
  }
  const { receiver } = state.terms.boundaries[crossingTo(event.party)];
  const holder = custodian(state);
  const to = holder.party === event.party ? holder : { party: event.party, team: receiver };
  return facts(fact(event, 'StalemateDecided', { to: { ...to } }));
}
