import { clockOf } from '../clock';
import type { TicketEvent } from '../ticket';
import { fact } from './decision';
import type { NewFact } from './events';
import { openAsks } from './openAsks';
import type { Open } from './state';

/** The offer is withdrawn, nobody is asked any more and no pause goes on: the ticket is gone from its desk. */
export function windUp(state: Open, event: TicketEvent, because: 'deleted' | 'merged'): NewFact[] {
  const clock = clockOf(state.marks);
  const isVoid = clock.status === 'paused' && clock.isProvisional ? { isVoid: true as const } : {};
  const waited = clock.status === 'paused' ? [fact(event, 'WaitingEnded', { because, ...isVoid })] : [];
  const asks = openAsks(state).map(({ id: ask, at }) =>
    fact(event, 'AskWithdrawn', { ask, because }, { at: Math.max(event.at, at) }),
  );
  if (state.status !== 'offered') return [...waited, ...asks];
  const { handoff, offeredAt } = state.offer;
  return [
    ...waited,
    ...asks,
    fact(event, 'HandoffWithdrawn', { handoff, because }, { at: Math.max(event.at, offeredAt) }),
  ];
}
