import { otherParty, type HoldingParty } from '../agreement';
import type { TicketEventOf } from '../ticket';
import { noOffer, otherOffer, unsaid } from './answering';
import { decideAccept, decideDecline } from './decideAnswer';
import { decideReturn } from './decideReturn';
import { facts, refuse, type Context, type Decision } from './decision';
import type { NewFact } from './events';
import { actingFor, partyOfActor } from './participants';
import type { Offered, State } from './state';

type Recorded = TicketEventOf<'RecordAnswer'>;

/** Whose answer may be recorded, and by whom: only the other party's people record, and only for who has no seat here. */
function notRecordable(context: Context, { offer }: Offered, event: Recorded): Decision | undefined {
  const { party } = offer.to;
  const { name, worksAt } = context.directory.parties[party];
  if (worksAt !== 'off desk') return refuse('wrong-party', `${name} answers here itself.`, 'Wait for their answer.');
  const giver: HoldingParty = otherParty(party);
  if (partyOfActor(context, event) !== giver) {
    return refuse('wrong-party', 'Only the other party records an answer.', 'Tell them what you answer.');
  }
  const person = actingFor(context, event, giver);
  return typeof person === 'string' ? undefined : person;
}

/** They answered after they were asked, and not in time to come. */
function notThen({ offer }: Offered, { answeredAt, at }: Recorded): Decision | undefined {
  if (answeredAt <= at && answeredAt >= offer.offeredAt) return undefined;
  const sentence = answeredAt > at ? 'That is still to come.' : 'That is before it was offered.';
  return refuse('not-then', sentence, 'Say when they answered.', { deadline: sentence });
}

/** What they answered, as if they had pressed it themselves; no earlier than what has become of the offer since. */
function answered(context: Context, state: Offered, event: Recorded): Decision {
  const { answeredAt, person, answer, words } = event;
  const { deliveryId, learned, channel, assurance } = event;
  const at = Math.max(answeredAt, state.offer.rungSince);
  const theirs = { deliveryId, learned, channel, assurance, at, actor: { person, party: state.offer.to.party } };
  if (answer === 'accept') return decideAccept(context, state, { ...theirs, type: 'AcceptHandoff' });
  if (answer === 'return') return decideReturn(context, state, { ...theirs, type: 'ReturnHandoff', guidance: words });
  return decideDecline(context, state, { ...theirs, type: 'DeclineHandoff', code: 'other', why: words });
}

/** By whoever recorded it, attested, with how it reached them; the review looks at it. */
function attested({ actor, channel, answeredAt, via, reference }: Recorded, decided: NewFact): NewFact {
  const by = { ...actor, assurance: 'attested', channel } as const;
  if (decided.type === 'StalemateReached') return { ...decided, by };
  const how = { via: via.trim(), ...(reference === undefined ? {} : { reference: reference.trim() }) };
  const data = { ...decided.data, recorded: { at: answeredAt, isSampled: true } };
  return { ...decided, by, data, texts: { ...decided.texts, ...how } } as NewFact;
}

/** A person of the other party records the answer of one that works off the desk (rules §1.2). */
export function decideRecordAnswer(context: Context, state: State, event: Recorded): Decision {
  if (state.status !== 'offered') return noOffer(context, state);
  const wrong =
    otherOffer(state, event.handoff) ??
    notRecordable(context, state, event) ??
    notThen(state, event) ??
    unsaid('via', event.via, 'Say how it reached you.');
  if (wrong) return wrong;
  const decision = answered(context, state, event);
  return 'refusal' in decision ? decision : facts(...decision.facts.map(one => attested(event, one)));
}
