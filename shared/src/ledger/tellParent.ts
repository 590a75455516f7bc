import { custodian, resolveReading, type Open } from '../escalation';
import { advance } from './advance';
import type { Notice, Ports } from './ports';

/** A child and its parent by the desk's own ids, how people call the child, and when it is told (epoch ms). */
interface Telling {
  readonly child: string;
  readonly parent: string;
  readonly label: string;
  readonly now: number;
}

const isDone = ({ status }: Open): boolean => status === 'resolved' || status === 'gone';

/**
 * Tells a parent's ledger where its child lies now; told twice it means nothing new. Nothing where either has no ledger.
 *
 * @returns what the desk has to do on the parent
 * @throws LedgerError, DeskError
 */
export async function tellParent(ports: Ports, { child, parent, label, now }: Telling): Promise<readonly Notice[]> {
  const loaded = await ports.ledger.load(child);
  const state = loaded?.page.state;
  if (!loaded || !state || state.status === 'unopened' || state.parent !== parent) return [];
  const advanced = await advance(ports, parent, [
    {
      ...{ type: 'ChildSeen', deliveryId: `child:${state.id}:${loaded.page.head.seq}`, at: now, learned: now },
      ...{ actor: { rule: 'baton' }, channel: 'baton', assurance: 'platform' },
      ...{ child, label, to: { ...custodian(state) }, isDone: isDone(state), dueAt: resolveReading(state, now).dueAt },
    },
  ]);
  return advanced.notices;
}
