import { observe, type Directory, type State, type TicketEvent } from '@baton/shared';
import { fingerprintOf, instantOfText, layIn, translateTicket, type FreshserviceTicket } from './translateFreshservice';

/**
 * What a ticket shows that no event told: it happened since the desk's fields were last seen, by nobody knows whom.
 * `now` is the instant of looking, epoch ms.
 */
export function lookedAt(
  state: State,
  directory: Directory,
  native: FreshserviceTicket,
  now: number,
): readonly TicketEvent[] {
  const at = Math.min(now, instantOfText(native.updated_at ?? native.created_at));
  return observe(state, translateTicket(directory, native, layIn(state)), {
    ...{ deliveryId: fingerprintOf(native), at, learned: now, actor: {} },
    ...{ channel: 'reconciliation', assurance: 'platform' },
    ...(state.status === 'unopened' ? {} : { notBefore: Math.min(at, state.nativeAt) }),
  });
}
