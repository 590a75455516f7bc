import type { OutageBook } from '@baton/shared';
import { takes } from './digests';
import { changePresence } from './directoryStore';
import { listedFor } from './rowQueries';

/** Messages of a party's open work items that no channel has taken. @throws DeskError */
async function waitingOf(party: 'msp' | 'client'): Promise<number> {
  const { rows } = await listedFor(party, 'ours');
  return rows.reduce((all, { row: { unsent } }) => all + (unsent?.waiting ?? 0), 0);
}

/** Which channels take nothing: kept beside who is there, so that it is read with the directory anyway. */
export const outages: OutageBook = {
  keep: change => changePresence(presence => ({ ...presence, outages: change(presence.outages ?? {}) }), Date.now()),
  mayTell: name => takes(`told:${name}`),
  waiting: async () => (await waitingOf('msp')) + (await waitingOf('client')),
};
