import { crossingTo, isMember, otherParty, type HoldingParty } from '../agreement';
import type { TicketEventOf } from '../ticket';
import { custodian } from './custody';
import { fact, facts, nothing, type Context, type Decision } from './decision';
import type { NewFact } from './events';
import { exceptionOf } from './exception';
import { isPass, objection, packetAsked, textsOf } from './offerChecks';
import type { Open, State } from './state';
import { openTransfer } from './openTransfer';
import { overrideAt } from './openOverrides';
import { skipsTier } from './passing';
import { sorterOf } from './triage';

type Offer = TicketEventOf<'OfferHandoff'>;

/**
 * The holder gives it on with a packet: across the boundary that is an offer (rules §3.1), inside the party a pass, which
 * needs nobody's acceptance; the team it goes to owes an acknowledgement.
 */
export function decideOffer(context: Context, state: State, event: Offer): Decision {
  const refusal = objection(context, state, event);
  if (refusal || state.status === 'unopened') return refusal ?? nothing;
  return isPass(context, state, event) ? pass(context, state, event) : offer(context, state, event);
}

/** Whoever hands it off has taken it in hand, if their team has it and nobody did. */
function claiming({ directory }: Context, state: Open, event: Offer) {
  const { party, team, person: holder } = custodian(state);
  const { person } = event.actor;
  const isTheirs =
    holder === undefined && team !== undefined && person !== undefined && isMember(directory, person, team);
  return isTheirs ? [fact(event, 'Claimed', { to: { party, team, person } })] : [];
}

/** A packet that comes after the move makes it good (rules §3.8). */
function completing(state: Open, party: HoldingParty): { completes?: string } {
  const transfer = openTransfer(state);
  return transfer?.to.party === party ? { completes: transfer.id } : {};
}

/** Where the team stands above whose turn it is, the exception that lets it. */
function excused(context: Context, state: Open, event: Offer): NewFact[] {
  const isSkipping = exceptionOf(state, 'tier') !== undefined && skipsTier(context, state, event.team);
  const override = isSkipping ? overrideAt(state, 'tier', event.at) : undefined;
  return override ? [fact(event, 'OverrideUsed', { override: override.id })] : [];
}

function pass(context: Context, state: Open, event: Offer): Decision {
  const { party } = custodian(state);
  const passed = {
    to: { party, team: event.team },
    packet: packetAsked(context, state, event),
    reason: event.reason,
    deadline: event.deadline,
    ...completing(state, party),
  };
  const given = fact(event, 'Passed', passed, { texts: textsOf(state, event) });
  return facts(...claiming(context, state, event), given, ...excused(context, state, event));
}

function offer(context: Context, state: Open, event: Offer): Decision {
  const to = otherParty(custodian(state).party);
  const offered = {
    handoff: `h${state.offers.length + 1}`,
    crossing: crossingTo(to),
    to: { party: to, team: event.team },
    reason: event.reason,
    deadline: event.deadline,
    ...completing(state, to),
    ...sorterOf(context, to, state.terms.boundaries[crossingTo(to)], event.at),
  };
  const texts = textsOf(state, event);
  const given = fact(event, 'HandoffOffered', offered, { texts });
  return facts(...claiming(context, state, event), given, ...excused(context, state, event));
}
