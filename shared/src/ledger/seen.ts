import { clockOf } from '../clock';
import { custodian, isSamePlacement, openTransfer, type Open } from '../escalation';
import type { DeskTicket } from '../ticket';
import type { ListRow } from './row';

const waitedFor = (state: Open): ListRow['waits'] => {
  const clock = clockOf(state.marks);
  return clock.status === 'paused' ? clock.whom : state.uncounted;
};

/** Nothing said on the ticket would be news: its holder has worked on it, the customer was answered and nobody waits. */
function isHeard(state: Open): boolean {
  const { person } = custodian(state);
  if (state.status === 'resolved') return true;
  const isWorked = person !== undefined && state.worked.includes(person) && state.firstReplyAt !== undefined;
  return isWorked && state.status === 'held' && !openTransfer(state) && waitedFor(state) === undefined;
}

/** What a row keeps of the desk's own fields as they were last seen. */
export function seenIn(state: Open): Pick<ListRow, 'native' | 'waits' | 'isHeard'> {
  const waits = waitedFor(state);
  return {
    ...(isSamePlacement(state.native, custodian(state)) ? {} : { native: { ...state.native } }),
    ...(waits === undefined ? {} : { waits }),
    ...(isHeard(state) ? { isHeard: true } : {}),
  };
}

const isWaitingAsListed = ({ stage, waits }: ListRow, { status }: DeskTicket): boolean =>
  stage === 'resolved' || waits === (status.is === 'waiting' ? status.whom : undefined);

/** Whether a ticket as its desk shows it now lies or stands otherwise than its row says. */
export const differs = (row: ListRow, ticket: DeskTicket): boolean =>
  !isSamePlacement(row.native ?? row.holder, ticket.placement) ||
  (ticket.status.is === 'resolved') !== (row.stage === 'resolved') ||
  !isWaitingAsListed(row, ticket) ||
  ticket.facts.priority !== row.priority;
