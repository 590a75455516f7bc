import type { TicketEvent, TicketEventOf } from '../ticket';
import { custodian, custodyAt, SAME_MOMENT } from './custody';
import { fact, facts, nothing, type Decision } from './decision';
import type { NewFact } from './events';
import type { Confirming, Open } from './state';

/** How long (ms) the desk's own event may take to dispute a claim (rules §4.4); after it the claim stays as it is. */
const DISPUTED_WITHIN = 600_000;

type Moved = TicketEventOf<'TicketMoved'>;

/** Whether an event of the desk itself is the one that made the claimed custody. */
function isOfClaim(state: Open, { since }: Confirming, { assurance, at, to }: Moved): boolean {
  const { party, person } = custodian(state);
  const isThere = to.party === party && to.person === person;
  return assurance === 'platform' && isThere && Math.abs(at - since) <= SAME_MOMENT;
}

function disputed(state: Open, claim: Confirming, event: TicketEvent, actor: string): NewFact {
  const custody = { ...custodyAt(state, claim.since - 1).to };
  const data = { fact: claim.fact, claimed: claim.person, actor, custody };
  return fact(event, 'IdentityDisputed', data, { at: Math.max(event.at, claim.since) });
}

/**
 * What the desk's own event says of a custody that the browser claimed: confirmed, disputed, or nothing where it
 * names no one. Undefined if the event is about something else.
 */
export function claimJudged(state: Open, event: Moved): Decision | undefined {
  const claim = state.confirming;
  if (!claim || !isOfClaim(state, claim, event)) return undefined;
  const actor = event.actor.person ?? event.actor.native;
  if (actor === claim.person) return facts(fact(event, 'AssuranceRaised', { fact: claim.fact }));
  const isTooLate = event.learned - claim.since > DISPUTED_WITHIN;
  return actor === undefined || isTooLate ? nothing : facts(disputed(state, claim, event, actor));
}

/** When (epoch ms) a claim is disputed by what the desk had told before it was made. */
export const disputedAt = ({ confirming }: Open): number | undefined =>
  confirming?.disputedBy === undefined ? undefined : confirming.since;

/** The desk had told of the claim's native change first: it is disputed as if that had come afterwards (rules §4.4). */
export function disputedClaim(state: Open, event: TicketEventOf<'TimePassed'>): NewFact[] {
  const claim = state.confirming;
  if (claim?.disputedBy === undefined) return [];
  return [disputed(state, claim, { ...event, at: claim.since }, claim.disputedBy)];
}
