import { broughtBy } from '../escalation';
import type { DeskTicket, TicketEvent } from '../ticket';
import { advance } from './advance';
import type { Notice, Ports } from './ports';

/** Two tickets by the desk's own ids, and when (epoch ms). */
interface Merging {
  readonly from: string;
  readonly into: string;
  readonly now: number;
  /** The ticket that stays, as its desk shows it: asked for where it has no ledger yet. */
  readonly stays: () => Promise<Pick<DeskTicket, 'createdAt' | 'placement'>>;
}

const seen = { actor: { rule: 'baton' }, channel: 'baton' } as const;

/** A ledger that is opened by a merge begins with where its ticket lies, so that what is brought has a place to go on in. */
async function opening({ into, now, stays }: Merging): Promise<TicketEvent> {
  const { createdAt, placement: to } = await stays();
  const at = Math.min(createdAt, now);
  return {
    ...seen,
    type: 'TicketOpened',
    deliveryId: `merge:opened:${into}`,
    at,
    learned: now,
    assurance: 'history',
    to,
  };
}

/**
 * Takes what a merged ticket brings into the ledger of the one it goes on in; done twice it counts once. One that
 * has no ledger yet gets it with that; nothing where no agreement governs it.
 *
 * @returns what the desk has to do on the ticket that stays
 * @throws LedgerError, DeskError
 */
export async function mergeInto(ports: Ports, merging: Merging): Promise<readonly Notice[]> {
  const { from, into, now } = merging;
  const merged = (await ports.ledger.load(from))?.page.state;
  if (merged?.status !== 'gone' || merged.how !== 'merged') return [];
  const known = await ports.ledger.load(into);
  const joined: TicketEvent = {
    ...{ ...seen, type: 'TicketJoined', deliveryId: `merge:${merged.id}`, at: now, learned: now, from },
    ...{ assurance: 'platform', brought: broughtBy(merged, merged.since) },
  };
  const events = known ? [joined] : [await opening(merging), joined];
  return (await advance(ports, into, events, known ?? null)).notices;
}
