import { isMember, type Directory } from '../agreement';
import type { TicketEvent } from '../ticket';
import { custodian } from './custody';
import { fact, facts, refuse, type Context, type Decision } from './decision';
import { isNothingSaid, PACKET_LIMIT, utf8Bytes } from './packet';
import { actingFor, isActive, partyOfActor } from './participants';
import type { GoneHow } from './gone';
import type { Offered, Open, Stalemate, State } from './state';
import { maySort, notTheSorter } from './triage';

const answers = {
  declined: 'The offer was declined.',
  returned: 'The offer was returned with guidance.',
  withdrawn: 'The offer was withdrawn.',
} as const;

function whoHolds({ directory }: Context, state: Open): string {
  const { party, person } = custodian(state);
  const name = person === undefined ? undefined : directory.people[person]?.name;
  return name ?? directory.parties[party].name;
}

function answeredBefore(context: Context, state: Open): Decision {
  const answer = state.offers[state.offers.length - 1]?.answer;
  if (answer === undefined) return refuse('no-offer', 'Nothing is offered here now.', 'Reload to see who holds it.');
  if (answer !== 'accepted') return refuse('already-answered', answers[answer], 'Reload to see who holds it.');
  const sentence = `${whoHolds(context, state)} has already accepted it.`;
  return refuse('already-answered', sentence, 'Talk to them if it should be yours.');
}

const goneSentences: Readonly<Record<GoneHow, string>> = {
  deleted: 'The ticket was deleted.',
  spam: 'The ticket was marked as spam.',
  merged: 'The ticket was merged into another one.',
};

/** Why there is nothing to answer: who was faster, or that nothing was ever offered. */
export function noOffer(context: Context, state: State): Decision {
  if (state.status === 'unopened') {
    return refuse('not-governed', 'No agreement governs this one yet.', 'Ask a service lead to add a cell for it.');
  }
  if (state.status === 'gone') return refuse('gone', goneSentences[state.how], 'Reload to see how it stands.');
  if (state.status !== 'resolved') return answeredBefore(context, state);
  return refuse('already-resolved', 'It is already resolved.', 'Reopen it first if it is not fixed.');
}

const otherPartyOnly = (context: Context, state: Offered): Decision => {
  const name = context.directory.parties[state.offer.to.party].name;
  return refuse('wrong-party', `Only ${name} can answer this offer.`, 'Withdraw it if it should stay with you.');
};

function otherTeamOnly(context: Context, { offer }: Offered): Decision {
  if (offer.triage !== undefined) return notTheSorter(context, offer);
  const { directory } = context;
  const name = directory.teams[offer.to.team]?.name ?? 'the receiving team';
  return refuse('not-in-team', `It is offered to ${name}.`, `Ask somebody of ${name} or their lead to answer.`);
}

/**
 * The team for which somebody may answer: their own of those that were asked; the offer's for whom it names and for the
 * receiving party's lead and coordinator, who alone answer while it is to be sorted.
 */
function answeredFor({ directory }: Context, { offer, offers }: Offered, person: string): string | undefined {
  if (offer.triage !== undefined) return maySort(directory, offer.to.party, person) ? offer.to.team : undefined;
  const asked = [offer.to.team, ...offers.filter(span => span.handoff === offer.handoff).map(span => span.team)];
  const { lead, coordinator } = directory.parties[offer.to.party];
  const isNamed = [offer.to.person, lead, coordinator].includes(person);
  return asked.find(team => isMember(directory, person, team)) ?? (isNamed ? offer.to.team : undefined);
}

/** An act on an offer, with the handoff its person saw. */
interface Seeing {
  readonly handoff?: string;
}

/** An open offer and who answers it for which team. */
interface Answering {
  readonly state: Offered;
  readonly person: string;
  readonly team: string;
}

/** Somebody saw an offer that is gone: another one stands in its place. */
export function otherOffer(state: Offered, seen: string | undefined): Decision | undefined {
  if (seen === undefined || seen === state.offer.handoff) return undefined;
  return refuse('already-answered', 'This is another offer than the one you saw.', 'Read it, then answer it.');
}

/** Whoever acted may answer the offer that is open, or why not. */
export function answering(context: Context, state: State, event: TicketEvent & Seeing): Answering | Decision {
  if (state.status !== 'offered') return noOffer(context, state);
  const other = otherOffer(state, event.handoff);
  if (other) return other;
  const { party } = state.offer.to;
  if (partyOfActor(context, event) !== party) return otherPartyOnly(context, state);
  const person = actingFor(context, event, party);
  if (typeof person !== 'string') return person;
  const team = answeredFor(context, state, person);
  return team === undefined ? otherTeamOnly(context, state) : { state, person, team };
}

/** One sentence a person owes: what is wrong with it, if anything. */
export function unsaid(field: string, text: string, sentence: string): Decision | undefined {
  if (isNothingSaid(text)) return refuse('text-missing', sentence, 'Write one sentence.', { [field]: sentence });
  if (utf8Bytes(text) <= PACKET_LIMIT) return undefined;
  const long = 'This is longer than 8 KB.';
  return refuse('packet-too-large', long, 'Shorten it, or attach the long parts.', { [field]: long });
}

/** Whether the origin has already refused to take this handoff back: it may once only (rules §3.4). */
export const isReturnRefused = ({ offers }: Open, returns: string | undefined): boolean =>
  returns !== undefined &&
  offers.some(span => span.returns === returns && (span.answer === 'declined' || span.answer === 'returned'));

/** A refusal of the open offer; the second across one boundary is a stalemate. */
export function refusing(
  context: Context,
  state: Offered,
  event: TicketEvent,
  refusal: ReturnType<typeof fact>,
): Decision {
  const { crossing, returns } = state.offer;
  if (isReturnRefused(state, returns)) {
    return refuse(
      'return-already-refused',
      'A return can be refused once only.',
      'Accept it, or raise it with your lead.',
    );
  }
  if ((state.refusals[crossing] ?? 0) === 0) return facts(refusal);
  const { owner, holder } = state.terms.boundaries[crossing].tieBreak;
  const known = context.directory.people[owner]?.party;
  const ownerParty = known === 'msp' || known === 'client' ? known : holder.party;
  return facts(refusal, fact(event, 'StalemateReached', { crossing, owner, ownerParty, holder: { ...holder } }));
}

/** Who may end a stalemate: the tie-break owner; both leads only if the owner has left. */
export const stalemateDeciders = (directory: Directory, { owner }: Pick<Stalemate, 'owner'>): readonly string[] =>
  isActive({ directory }, owner) ? [owner] : [directory.parties.msp.lead, directory.parties.client.lead];
