import { crossingTo, type HoldingParty, type Placement } from '../agreement';
import type { TicketEvent, TicketEventOf } from '../ticket';
import { unsaid } from './answering';
import { custodian, heldSince } from './custody';
import { fact, facts, refuse, type Context, type Decision } from './decision';
import { isReceiving } from './decideTransfer';
import { actingFor, partyOfActor } from './participants';
import type { Open, State } from './state';
import type { Transfer } from './transfer';
import { openTransfer } from './openTransfer';

const noTransfer = refuse('no-transfer', 'Nothing is to be put right here now.', 'Reload to see who holds it.');

const COMPLETE_IT = 'Complete the handoff, or take it back.';

interface Seeing {
  readonly transfer?: string;
}

/** The transfer that a person's press is about: the open one, if it is the one they saw. */
function seenTransfer(state: State, { transfer: seen }: Seeing): Transfer | Decision {
  const transfer = state.status === 'unopened' || state.status === 'resolved' ? undefined : openTransfer(state);
  if (!transfer) return noTransfer;
  if (seen === undefined || seen === transfer.id) return transfer;
  return refuse('no-transfer', 'It was moved again since.', 'Look at where it is now, then decide.');
}

/** Somebody of one of the two parties of a transfer, or why they may not put it right so. */
function actingIn(context: Context, event: TicketEvent, party: HoldingParty, remedy: string): string | Decision {
  if (partyOfActor(context, event) === party) return actingFor(context, event, party);
  const name = context.directory.parties[party].name;
  return refuse('wrong-party', `Only ${name} can do this.`, remedy);
}

/** Inside the giver's own party only the team it went to, its lead and coordinator answer for the receiver. */
function receiving(context: Context, state: Open, transfer: Transfer, event: TicketEvent): string | Decision {
  const person = actingIn(context, event, transfer.to.party, COMPLETE_IT);
  if (typeof person !== 'string' || isReceiving(context, state, transfer, event)) return person;
  return answersFor(context, transfer.to, person) ? person : wrongTeam(context, transfer.to);
}

const answersFor = ({ directory }: Context, { party }: Placement, person: string): boolean =>
  [directory.parties[party].lead, directory.parties[party].coordinator].includes(person);

function wrongTeam({ directory }: Context, { team }: Placement): Decision {
  const name = (team === undefined ? undefined : directory.teams[team]?.name) ?? 'the team it went to';
  return refuse('wrong-team', `Only ${name} can do this.`, COMPLETE_IT);
}

/** The team it went to; where the desk names none, the person's own. */
function teamFor({ directory }: Context, state: Open, { to }: Transfer, person: string): string {
  const { receiver } = state.terms.boundaries[crossingTo(to.party)];
  const home = directory.people[person]?.teams.find(team => directory.teams[team]?.party === to.party);
  return to.team ?? home ?? receiver;
}

/** The claim of the same person was faster than their press: it said already that they take it. */
function justFollowed(state: State, person: string | undefined): Transfer | undefined {
  if (state.status === 'unopened' || custodian(state).person !== person) return undefined;
  const last = state.transfers.at(-1);
  return last?.ended === 'first work' && last.until === heldSince(state) ? last : undefined;
}

/** The receiver takes it without a packet, for a reason (rules §3.8). */
export function decideAcceptAsItIs(context: Context, state: State, event: TicketEventOf<'AcceptAsItIs'>): Decision {
  const transfer = justFollowed(state, event.actor.person) ?? seenTransfer(state, event);
  if (!('at' in transfer) || state.status === 'unopened') return 'at' in transfer ? noTransfer : transfer;
  const person = receiving(context, state, transfer, event);
  if (typeof person !== 'string') return person;
  const to = { party: transfer.to.party, team: teamFor(context, state, transfer, person), person };
  return facts(fact(event, 'AcceptedAsItIs', { transfer: transfer.id, to, reason: event.reason }));
}

/** The giver takes it back and says why. */
export function decideTakeBack(context: Context, state: State, event: TicketEventOf<'TakeBack'>): Decision {
  const transfer = seenTransfer(state, event);
  if (!('at' in transfer) || state.status === 'unopened') return 'at' in transfer ? noTransfer : transfer;
  const person = actingIn(context, event, custodian(state).party, 'Return it with guidance, or accept it as it is.');
  if (typeof person !== 'string') return person;
  const missing = unsaid('why', event.why, 'Say why in one sentence.');
  if (missing) return missing;
  return facts(fact(event, 'TransferTakenBack', { transfer: transfer.id }, { texts: { why: event.why.trim() } }));
}

/** The receiver gives it back and says what to do first. */
export function returnTransfer(
  context: Context,
  state: Open,
  transfer: Transfer,
  event: TicketEventOf<'ReturnHandoff'>,
): Decision {
  const person = receiving(context, state, transfer, event);
  if (typeof person !== 'string') return person;
  const missing = unsaid('guidance', event.guidance, 'Say what has to be done first.');
  if (missing) return missing;
  const texts = { guidance: event.guidance.trim() };
  return facts(fact(event, 'TransferReturned', { transfer: transfer.id, how: 'guidance' }, { texts }));
}
