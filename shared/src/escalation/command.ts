import { isActive } from './participants';
import { placementOfPerson, otherParty, type Placement } from '../agreement';
import { MINUTE } from '../time';
import { custodian } from './custody';
import type { Context } from './decision';
import type { Open, State } from './state';

/** How long after mitigation (service ms, in the hours of whoever owes it) the packet is due. */
export const PACKET_AFTER = 60 * MINUTE;

/** Whether somebody commands it now. */
export const isCommanded = ({ major }: Pick<Open, 'major'>): boolean =>
  major !== undefined && major.mitigatedAt === undefined;

/** Whether it was commanded already at `at` (epoch ms, inclusive), and still is. */
export const isCommandedAt = (state: Open, at: number): boolean =>
  isCommanded(state) && at >= (state.major?.declaredAt ?? Infinity);

/** Since when (epoch ms) the packet of a mitigated major incident is owed; undefined where none is. */
export const packetOwedSince = ({ major }: Pick<Open, 'major'>): number | undefined =>
  major?.packetAt === undefined ? major?.mitigatedAt : undefined;

/** Whether the desk is known to say that it is a major incident. */
export const isFlagged = (state: State): boolean => state.status !== 'unopened' && state.major?.isFlagged === true;

/** Leads and coordinators, those of the party that has it first. */
const seniors = ({ directory }: Context, state: Open): readonly string[] => {
  const own = custodian(state).party;
  return [own, otherParty(own)].flatMap(party => {
    const { lead, coordinator } = directory.parties[party];
    return [lead, coordinator];
  });
};

/** Who may command: whom the agreement names, and the leads and coordinators of both parties; the likeliest first. */
export function commanders(context: Context, state: Open): readonly string[] {
  const { commander } = context.directory;
  const people = [...(commander === undefined ? [] : [commander]), ...seniors(context, state)];
  return [...new Set(people)].filter(person => isActive(context, person));
}

/** Where somebody who commands works. */
export const placeOf = ({ directory }: Context, person: string): Placement | undefined =>
  placementOfPerson(directory, person);
