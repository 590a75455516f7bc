import { otherParty, type HoldingParty } from '../agreement';
import type { TicketEventOf } from '../ticket';
import { unsaid } from './answering';
import { decideApprove, decideRefuse, deciding, type Deciding } from './decideOverride';
import { facts, nothing, refuse, type Context, type Decision } from './decision';
import type { NewFact } from './events';
import { actingFor, partyOfActor } from './participants';
import type { State } from './state';

type Recorded = TicketEventOf<'RecordApproval'>;

/** Whose approval may be recorded, and by whom: only the other party's people record, and only for who has no seat here. */
function notRecordable(context: Context, party: HoldingParty | undefined, event: Recorded): Decision | undefined {
  if (party === undefined) {
    return refuse('not-an-approver', 'They do not approve this.', 'Choose one of those whom the agreement names.');
  }
  const { name, worksAt } = context.directory.parties[party];
  if (worksAt !== 'off desk') return refuse('wrong-party', `${name} approves here itself.`, 'Wait for their approval.');
  if (partyOfActor(context, event) === party) {
    return refuse('wrong-party', 'Only the other party records an approval.', 'Tell them what you decide.');
  }
  const person = actingFor(context, event, otherParty(party));
  return typeof person === 'string' ? undefined : person;
}

/** They decided after they were asked, and not in time to come. */
function notThen({ override }: Deciding, { answeredAt, at }: Recorded): Decision | undefined {
  if (answeredAt <= at && answeredAt >= override.at) return undefined;
  const sentence = answeredAt > at ? 'That is still to come.' : 'That is before it was asked.';
  return refuse('not-then', sentence, 'Say when they decided.', { deadline: sentence });
}

/** What they decided, as if they had done it themselves; it counts from when it is recorded, never from before. */
function decided(context: Context, state: State, event: Recorded, party: HoldingParty): Decision {
  const { deliveryId, at, learned, channel, override, person, answer, words } = event;
  const theirs = {
    deliveryId,
    at,
    learned,
    channel,
    assurance: 'attested' as const,
    override,
    actor: { person, party },
  };
  if (answer === 'approve') return decideApprove(context, state, { ...theirs, type: 'ApproveOverride' });
  return decideRefuse(context, state, { ...theirs, type: 'RefuseOverride', why: words });
}

/** By whoever recorded it, attested, with who decided and how it reached them; the review looks at it. */
function attested({ actor, channel, person, answeredAt, via, reference }: Recorded, one: NewFact): NewFact {
  const how = { via: via.trim(), ...(reference === undefined ? {} : { reference: reference.trim() }) };
  const data = { ...one.data, recorded: { person, at: answeredAt, isSampled: true } };
  const by = { ...actor, assurance: 'attested', channel };
  return { ...one, by, data, texts: { ...one.texts, ...how } } as NewFact;
}

const HOW = 'Say how it reached you.';

const recorded = (decision: Decision, event: Recorded): Decision =>
  'refusal' in decision ? decision : facts(...decision.facts.map(one => attested(event, one)));

/** A person of the other party records what an approver of one that works off the desk has decided (rules §1.2). */
export function decideRecordApproval(context: Context, state: State, event: Recorded): Decision {
  const known = deciding(context, state, { ...event, actor: { person: event.person } });
  if (!('override' in known)) return known;
  const { party } = known;
  const wrong = notRecordable(context, party, event) ?? notThen(known, event) ?? unsaid('via', event.via, HOW);
  return wrong || party === undefined ? (wrong ?? nothing) : recorded(decided(context, state, event, party), event);
}
