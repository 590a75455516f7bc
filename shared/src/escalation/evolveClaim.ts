import { custodian, SAME_MOMENT } from './custody';
import type { FactOf } from './events';
import { without } from './evolveCustody';
import type { Open } from './state';
import type { Named } from './transfer';

/** Whom the desk names now, where somebody else wrote the name there. */
export function namedIn({ at, by, data }: FactOf<'MoveFollowedOffer' | 'TransferFollowed'>): {
  readonly named?: Named;
} {
  const { person } = data.to;
  const mover = by.person ?? by.native;
  if (person === undefined || mover === undefined || mover === person || by.assurance !== 'platform') return {};
  return { named: { person, by: mover, at } };
}

type Claim = FactOf<'HandoffAccepted' | 'AcceptedAsItIs'>;

/** Who put it under the person's name on the desk just before they are said to have accepted, if it was another. */
function disputer({ at, data }: Claim, named: Named | undefined): { readonly disputedBy?: string } {
  const isOfClaim = named !== undefined && named.person === data.to.person && Math.abs(at - named.at) <= SAME_MOMENT;
  return isOfClaim ? { disputedBy: named.by } : {};
}

/** A custody that only the browser vouches for waits for the desk's word; `named` is what the desk had said before. */
export function confirming(state: Open, fact: Claim, named: Named | undefined): Open {
  const { person } = fact.data.to;
  const isClaim = fact.by.assurance === 'claimed' && person !== undefined && custodian(state).person === person;
  if (!isClaim) return without(state, 'confirming');
  return { ...state, confirming: { fact: fact.seq, person, since: fact.at, ...disputer(fact, named) } };
}
