import { partyOf, type HoldingParty } from '../agreement';
import { isCommanded } from './command';
import { custodian } from './custody';
import type { Context } from './decision';
import { isActive } from './participants';
import type { Open } from './state';

/** Who speaks to the customer: one person, or whoever the party names while nobody holds it in person. */
export interface Speaker {
  readonly party: HoldingParty;
  readonly person?: string;
}

/**
 * The one contact who speaks outward: whoever commands a major incident, else whom the holding party names in the
 * agreement, else whoever holds it. Somebody who no longer works is passed over.
 */
export function spokesperson(context: Pick<Context, 'directory'>, state: Open): Speaker {
  const { party, person: holder } = custodian(state);
  const named = context.directory.parties[party].spokesperson;
  const [speaks] = (isCommanded(state) ? [holder, named] : [named, holder]).filter(
    person => person !== undefined && isActive(context, person),
  );
  return speaks === undefined ? { party } : { party, person: speaks };
}

/** Whether somebody speaks to the customer without passing over anybody. */
export function isSpokesperson(context: Pick<Context, 'directory'>, state: Open, person: string): boolean {
  const speaker = spokesperson(context, state);
  return speaker.person === undefined
    ? partyOf(context.directory, person) === speaker.party
    : speaker.person === person;
}
