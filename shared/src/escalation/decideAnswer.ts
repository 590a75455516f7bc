import type { TicketEvent, TicketEventOf } from '../ticket';
import { answering, noOffer, otherOffer, refusing, unsaid } from './answering';
import { custodian } from './custody';
import { fact, facts, nothing, refuse, type Context, type Decision } from './decision';
import { resolveReading } from './promise';
import { actingFor, partyOfActor } from './participants';
import type { Offered, State } from './state';
import { acceptedFor } from './triage';

/** Accepting twice is accepting once: the desk's event may have been faster than the request of the same person. */
const hasAccepted = (state: State, event: TicketEvent): boolean =>
  state.status === 'held' &&
  state.offers[state.offers.length - 1]?.answer === 'accepted' &&
  event.actor.person !== undefined &&
  custodian(state).person === event.actor.person;

/** The receiver takes the ticket: custody moves now (rules §3.3). */
export function decideAccept(context: Context, state: State, event: TicketEventOf<'AcceptHandoff'>): Decision {
  if (hasAccepted(state, event)) return nothing;
  const answer = answering(context, state, event);
  if (!('person' in answer)) return answer;
  const { offer } = answer.state;
  const deadline = event.deadline ?? offer.deadline;
  const wrong = wrongDeadline(answer.state, event, deadline);
  if (wrong) return wrong;
  const team = acceptedFor(context, answer.state, event);
  if (team !== undefined) return typeof team === 'string' ? forTeam(answer.state, event, { team, deadline }) : team;
  const to = { party: offer.to.party, team: answer.team, person: answer.person };
  return facts(fact(event, 'HandoffAccepted', { handoff: offer.handoff, to, how: 'accepted', deadline }));
}

/** The party has it from now on, and its team owes that somebody takes it. */
function forTeam({ offer }: Offered, event: TicketEvent, { team, deadline }: { team: string; deadline: number }) {
  const to = { party: offer.to.party, team };
  return facts(fact(event, 'HandoffAccepted', { handoff: offer.handoff, to, how: 'for a team', deadline }));
}

function wrongDeadline(state: Offered, event: TicketEvent, deadline: number): Decision | undefined {
  if (deadline === state.offer.deadline) return undefined;
  if (deadline <= event.at) {
    return refuse('deadline-past', 'That deadline has already passed.', 'Choose a time ahead.', {
      deadline: 'This time has already passed.',
    });
  }
  const due = resolveReading(state, event.at).dueAt;
  if (deadline < due) return undefined;
  return refuse('deadline-too-late', 'That is not before the ticket is due.', 'Choose a time before it is due.', {
    deadline: 'Choose a time before the resolve deadline.',
  });
}

/** Not ours: the giver keeps it and the refusal counts against the cell (rules §3.4). */
export function decideDecline(context: Context, state: State, event: TicketEventOf<'DeclineHandoff'>): Decision {
  const answer = answering(context, state, event);
  if (!('person' in answer)) return answer;
  const missing = unsaid('why', event.why, 'Say why in one sentence.');
  if (missing) return missing;
  const { handoff } = answer.state.offer;
  const texts = { why: event.why.trim() };
  return refusing(
    context,
    answer.state,
    event,
    fact(event, 'HandoffDeclined', { handoff, code: event.code }, { texts }),
  );
}

/** The giver, a colleague or their lead takes the offer back (rules §3.1). */
export function decideWithdraw(context: Context, state: State, event: TicketEventOf<'WithdrawHandoff'>): Decision {
  if (state.status !== 'offered') return noOffer(context, state);
  const other = otherOffer(state, event.handoff);
  if (other) return other;
  const holder = custodian(state).party;
  if (partyOfActor(context, event) !== holder) {
    const name = context.directory.parties[holder].name;
    return refuse('not-holder', `Only ${name} can withdraw this offer.`, 'Decline it or return it with guidance.');
  }
  const person = actingFor(context, event, holder);
  if (typeof person !== 'string') return person;
  return facts(fact(event, 'HandoffWithdrawn', { handoff: state.offer.handoff, because: 'giver' }));
}
