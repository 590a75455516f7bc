import { broughtBy } from '../escalation';
import { advance } from './advance';
import type { Notice, Ports } from './ports';

/** Two tickets by the desk's own ids, and when (epoch ms). */
interface Merging {
  readonly from: string;
  readonly into: string;
  readonly now: number;
}

/**
 * Takes what a merged ticket brings into the ledger of the one it goes on in; done twice it counts once. Nothing where
 * that one has no ledger yet.
 *
 * @returns what the desk has to do on the ticket that stays
 * @throws LedgerError, DeskError
 */
export async function mergeInto(ports: Ports, { from, into, now }: Merging): Promise<readonly Notice[]> {
  const merged = (await ports.ledger.load(from))?.page.state;
  if (merged?.status !== 'gone' || merged.how !== 'merged') return [];
  const advanced = await advance(ports, into, [
    {
      ...{ type: 'TicketJoined', deliveryId: `merge:${merged.id}`, at: now, learned: now, from },
      ...{ actor: { rule: 'baton' }, channel: 'baton', assurance: 'platform' },
      brought: broughtBy(merged, merged.since),
    },
  ]);
  return advanced.notices;
}
