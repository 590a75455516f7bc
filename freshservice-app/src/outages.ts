import type { OutageBook } from '@baton/shared';
import type { Installation } from './installation';
import { heldBy } from './listedEscalations';
import { isMine } from './sendingOnce';
import { keepOutages } from './whoIsThere';

/** By then it is known to everybody that somebody has told, ms. */
const AN_HOUR = 3_600_000;

/** Messages of a party's open tickets that no channel has taken. @throws DeskError */
async function waitingOf(party: 'msp' | 'client'): Promise<number> {
  const { rows } = await heldBy(party);
  return rows.reduce((all, { row: { unsent } }) => all + (unsent?.waiting ?? 0), 0);
}

/** Which channels take nothing: kept with the records of people, which every look at a ticket reads. */
export const outagesOf = ({ presence, hash }: Installation, now: number): OutageBook => ({
  keep: change => keepOutages(change(presence.outages ?? {}), hash),
  mayTell: name => isMine(`told:${name}`, now, AN_HOUR),
  waiting: async () => (await waitingOf('msp')) + (await waitingOf('client')),
});
