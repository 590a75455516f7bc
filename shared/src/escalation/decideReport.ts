import { isThere, partyOf, type Directory, type HoldingParty, type RegulatoryRoute, type Terms } from '../agreement';
import type { Asked, TicketEvent } from '../ticket';
import { custodian } from './custody';
import { fact, type Context } from './decision';
import type { NewFact } from './events';
import type { Open } from './state';

const holds = (party: string | undefined): party is HoldingParty => party === 'msp' || party === 'client';

/** The approver of the route; the holder's lead where the approver has left. */
function askedFor(directory: Directory, state: Open, { approver }: RegulatoryRoute, at: number): Asked {
  const party = partyOf(directory, approver);
  if (holds(party) && isThere(directory, approver, at)) return { party, person: approver };
  const { party: holder } = custodian(state);
  return { party: holder, person: directory.parties[holder].lead };
}

/**
 * A cell with a regulatory route asks its approver what has to be reported, from the moment a ticket falls into it; the
 * time runs at every hour (capability A6). Of the past nobody is asked, and of one route once.
 */
export function reportAsked({ directory }: Context, state: Open, event: TicketEvent, terms: Terms): NewFact[] {
  const { regulatory } = terms;
  const isAsked = state.asks.some(({ route }) => route !== undefined && route === regulatory?.route);
  if (!regulatory || isAsked || event.assurance === 'history' || state.status === 'resolved') return [];
  const { route, report } = regulatory;
  const of = askedFor(directory, state, regulatory, event.at);
  const about = { ask: `a${state.asks.length + 1}`, kind: 'approval', of, isBlocking: false, route } as const;
  return [fact(event, 'Asked', { ...about, answerBy: event.at + report, chase: report })];
}
