import { partyOf, partyOfTeam, type Placement } from '../agreement';
import type { TicketEvent, TicketEventOf } from '../ticket';
import { claimJudged } from './confirming';
import { custodian, custodyAt, isSamePlacement, nearCustody } from './custody';
import { fact, facts, nothing, type Context, type Decision } from './decision';
import { fastTracked } from './decideMajor';
import { reportAsked } from './decideReport';
import { claimedFromShift } from './decideShift';
import type { NewFact } from './events';
import { evolve } from './evolve';
import { isCommandedAt } from './command';
import { movedBack, movedOn, unbatoned } from './decideTransfer';
import { offerAt, takeable } from './offerAt';
import { overrideAt } from './openOverrides';
import { isActive } from './participants';
import { isBound, passAsks } from './passing';
import { unopened, type Open, type State } from './state';
import { transferAt } from './openTransfer';
import type { Transfer } from './transfer';

type Moved = TicketEventOf<'TicketMoved'>;

/** The facts that open an escalation with custody at `custody`; none where no cell governs the ticket. */
export function opening(context: Context, event: TicketEvent, custody: Placement, continues?: string): NewFact[] {
  if (!context.terms) return [];
  return [
    fact(event, 'EscalationOpened', {
      escalation: context.nextId,
      terms: context.terms,
      custody: { ...custody },
      ...(continues ? { continues } : {}),
    }),
  ];
}

/** Whether the agreement knows a place: its team and person, and that they are of its party. */
const isKnownPlace = ({ directory }: Context, { party, team, person }: Placement): boolean =>
  (team === undefined || partyOfTeam(directory, team) === party) &&
  (person === undefined || partyOf(directory, person) === party);

const placeOr = (context: Context, place: Placement | undefined): Placement =>
  place && isKnownPlace(context, place) ? place : context.directory.intake;

/** The state that an opening begins. */
const begunBy = (opened: NewFact): State => evolve(unopened, { ...opened, seq: 1 } as Parameters<typeof evolve>[1]);

/** Some tickets are major incidents from the start, and of some the approver of a route is asked. */
function fromTheStart(context: Context, event: TicketEvent, [opened]: readonly NewFact[]): NewFact[] {
  const begun = opened ? begunBy(opened) : unopened;
  if (begun.status === 'unopened') return [];
  const { terms } = begun;
  return [...(terms.fastTrack ? fastTracked(context, begun, event) : []), ...reportAsked(context, begun, event, terms)];
}

/** A ticket appears on the desk (rules §1.5); where the agreement does not know its place, the intake has it. */
export function decideOpened(context: Context, state: State, event: TicketEventOf<'TicketOpened'>): Decision {
  if (state.status !== 'unopened') return nothing;
  const opened = opening(context, event, placeOr(context, event.to));
  const isElsewhere = opened.length > 0 && event.to !== undefined && !isKnownPlace(context, event.to);
  const elsewhere = isElsewhere && event.to ? [fact(event, 'MoveUnexplained', { to: event.to })] : [];
  return facts(...opened, ...elsewhere, ...fromTheStart(context, event, opened));
}

const isOwnClaim = (state: Open, event: Moved, from: Placement): boolean =>
  event.to.person !== undefined &&
  event.actor.person === event.to.person &&
  (event.to.team ?? from.team) === from.team &&
  state.status !== 'resolved';

/** A packet is owed for it, by somebody whom it binds: a transfer inside the party that has to be explained. */
const owesPacket = (context: Context, state: Open, event: Moved, from: Placement): boolean =>
  state.status === 'held' &&
  event.assurance !== 'history' &&
  isBound(state, event) &&
  passAsks(context, state, from.team, event.to.team) !== 'none';

/** What passes under an override says so, where there is one; a transfer that nothing explains otherwise. */
function underOverride(context: Context, state: Open, event: Moved, passed: NewFact): Decision {
  const override = state.status === 'held' ? overrideAt(state, 'transfer', event.at) : undefined;
  if (!override) return unbatoned(context, state, event);
  return facts(passed, fact(event, 'OverrideUsed', { override: override.id }));
}

function withinParty(context: Context, state: Open, event: Moved, from: Placement): Decision {
  const { person } = event.to;
  if (owesPacket(context, state, event, from)) {
    return underOverride(context, state, event, fact(event, 'Passed', { to: { ...event.to } }));
  }
  if (person === undefined || from.team === undefined || !isOwnClaim(state, event, from)) {
    return facts(fact(event, 'Passed', { to: { ...event.to } }));
  }
  const taken = claimedFromShift(context, state, event);
  if (taken) return facts(taken);
  return facts(fact(event, 'Claimed', { to: { party: event.to.party, team: from.team, person } }));
}

/** Before anybody had claimed it, by a rule or by somebody who had not worked on it (rules §2). */
const isRouting = (state: Open, event: Moved): boolean =>
  state.custody.every(entry => entry.at > event.at || entry.to.person === undefined) &&
  (event.actor.person === undefined || !state.worked.includes(event.actor.person));

/** An agent of the receiving party who takes it natively has accepted; anything else only follows (rules §3.2, §3.3). */
function underOffer(context: Context, state: Open, event: Moved, handoff: string): Decision {
  const { party, person } = event.to;
  const asked = takeable(state, handoff);
  const isTaken = person !== undefined && event.actor.person === person && isActive(context, person);
  if (!asked || !isTaken) return facts(fact(event, 'MoveFollowedOffer', { handoff, to: { ...event.to } }));
  const to = { party, team: event.to.team ?? asked.team, person };
  return facts(fact(event, 'HandoffAccepted', { handoff, to, how: 'claimed natively', deadline: asked.deadline }));
}

function acrossBoundary(context: Context, state: Open, event: Moved): Decision {
  if (event.assurance === 'history') return facts(fact(event, 'MovedInHistory', { to: { ...event.to } }));
  const offer = offerAt(state, event.at, event.to.party);
  if (offer) return underOffer(context, state, event, offer.handoff);
  if (isRouting(state, event)) return facts(fact(event, 'Routed', { to: { ...event.to } }));
  return underOverride(context, state, event, fact(event, 'Routed', { to: { ...event.to }, because: 'override' }));
}

/** The desk's fields are where custody is: for the first time, again, or still. */
function whereCustodyIs(state: Open, event: Moved): Decision {
  const isNews = event.at >= state.nativeAt && isSamePlacement(custodian(state), event.to);
  if (!isNews || isSamePlacement(state.native, event.to)) return nothing;
  const transfer = transferAt(state, event.at);
  if (transfer) return facts(movedBack(event, transfer));
  return facts(fact(event, 'MoveUndone', { to: { ...event.to } }));
}

function judged(context: Context, state: Open, event: Moved): Decision {
  const claim = claimJudged(state, event);
  if (claim) return claim;
  if (nearCustody(state, event.at).some(entry => isSamePlacement(entry.to, event.to)))
    return whereCustodyIs(state, event);
  const isKnown = isSamePlacement(state.native, event.to) && !isSamePlacement(state.native, custodian(state));
  if (isKnown) return nothing;
  if (isCommandedAt(state, event.at)) return facts(fact(event, 'MovedUnderCommand', { to: { ...event.to } }));
  if (!isKnownPlace(context, event.to)) return facts(fact(event, 'MoveUnexplained', { to: { ...event.to } }));
  return known(context, state, event);
}

/** A move to somewhere the agreement knows, where custody is not. */
function known(context: Context, state: Open, event: Moved): Decision {
  const from = custodyAt(state, event.at).to;
  const transfer = transferAt(state, event.at);
  const isAway = event.to.party !== from.party || event.to.team !== from.team;
  if (isAway && transfer?.to.party === event.to.party) return movedOn(context, state, event, transfer);
  if (event.to.party !== from.party) return acrossBoundary(context, state, event);
  return insideAgain(context, state, event, transfer);
}

/** Inside the party that has custody; what had gone astray is back with that. */
function insideAgain(context: Context, state: Open, event: Moved, transfer: Transfer | undefined): Decision {
  const back = transfer ? [movedBack(event, transfer)] : [];
  const moved = withinParty(context, state, event, custodyAt(state, event.at).to);
  return 'facts' in moved ? facts(...back, ...moved.facts) : moved;
}

/** The desk says that team or person changed: which move was it (rules §2)? */
export function decideMoved(context: Context, state: State, event: Moved): Decision {
  if (state.status !== 'unopened') return judged(context, state, event);
  const first = { ...event, assurance: 'history' as const };
  const [opened] = opening(context, first, placeOr(context, event.from));
  if (!opened) return nothing;
  const begun = begunBy(opened);
  if (begun.status === 'unopened') return nothing;
  const move = judged(context, begun, event);
  return 'facts' in move ? facts(opened, ...move.facts, ...reportAsked(context, begun, event, begun.terms)) : move;
}
