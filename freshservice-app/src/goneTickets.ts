import type { State, TicketEvent } from '@baton/shared';
import type { FreshserviceTicket } from './translateFreshservice';

type Circumstances = Pick<TicketEvent, 'deliveryId' | 'at' | 'learned' | 'actor' | 'channel' | 'assurance'>;

/** A ticket that was deleted or marked as spam; nothing where no ledger follows it or it is known. */
export function goneEvents(state: State, { deleted }: FreshserviceTicket, seen: Circumstances): readonly TicketEvent[] {
  if (state.status === 'unopened' || state.status === 'gone') return [];
  return [{ ...seen, type: 'TicketDeleted', how: deleted ? 'deleted' : 'spam' }];
}
