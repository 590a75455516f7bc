import type { HoldingParty } from '../agreement';
import type { OfferSpan, Open, Promised } from './state';
import { receiverOf } from './targets';

/** A desk may tell instants in whole seconds: what it says happened in the second of the offer came after it. */
const wholeSecond = (at: number): number => Math.floor(at / 1000) * 1000;

/** The offer to a party that stood at `at` (epoch ms), answered since or not. */
export const offerAt = ({ offers }: Open, at: number, party: HoldingParty): OfferSpan | undefined =>
  offers.find(span => receiverOf(span) === party && wholeSecond(span.from) <= at && at < (span.to ?? Infinity));

/** What the last offer still asks of somebody who took it while it stood: it was withdrawn, or deemed accepted, since. */
function outrun(state: Open, handoff: string): Promised | undefined {
  if (state.withdrawn?.handoff === handoff) return state.withdrawn;
  const span = state.offers.find(offer => offer.handoff === handoff);
  const isDeemed = state.custody.some(entry => entry.how === 'deemed' && entry.at === span?.to);
  return isDeemed && state.promised?.handoff === handoff ? state.promised : undefined;
}

/** The team and deadline of an offer that may still be taken natively, as of while it stood. */
export function takeable(
  state: Open,
  handoff: string,
): { readonly team: string; readonly deadline: number } | undefined {
  if (state.status === 'offered') {
    const { offer } = state;
    return offer.handoff === handoff ? { team: offer.to.team, deadline: offer.deadline } : undefined;
  }
  const team = state.offers.find(offer => offer.handoff === handoff)?.team;
  const asked = outrun(state, handoff);
  return asked && team !== undefined ? { team, deadline: asked.deadline } : undefined;
}
