import { custodian, isCommanded, type State } from '../escalation';
import { advance } from './advance';
import type { Notice, Ports } from './ports';

/** A major incident and a ticket by the desk's own ids, whether the one is linked to the other, and when (epoch ms). */
interface Linked {
  readonly major: string;
  readonly linked: string;
  readonly isLinked: boolean;
  readonly now: number;
}

/** Whether others go with it: it is commanded and goes with no other itself. */
const isLed = (state: State): boolean =>
  (state.status === 'held' || state.status === 'offered' || state.status === 'stalemate') &&
  isCommanded(state) &&
  state.major?.follows === undefined;

/**
 * Has a ticket go with a major incident it is linked to, under the same commander, or leave it again where that is over or
 * the link is gone; told twice it means nothing new. Nothing where either has no ledger.
 *
 * @returns what the desk has to do on the linked ticket
 * @throws LedgerError, DeskError
 */
export async function tellLinked(ports: Ports, { major, linked, isLinked, now }: Linked): Promise<readonly Notice[]> {
  const loaded = await ports.ledger.load(major);
  const state = loaded?.page.state;
  if (!state || state.status === 'unopened') return [];
  const seen = {
    ...{ at: now, learned: now, of: major, deliveryId: `major:${state.id}:${loaded.page.head.seq}:${isLinked}` },
    ...{ actor: { rule: 'baton' }, channel: 'baton', assurance: 'platform' as const },
  };
  const { notices } = await advance(ports, linked, [
    isLinked && isLed(state)
      ? { ...seen, type: 'FollowMajor', commander: { ...custodian(state) } }
      : { ...seen, type: 'LeaveMajor' },
  ]);
  return notices;
}
