import { personByNative, teamByGroup, type Directory } from '@baton/shared';
import type { FreshserviceTicket } from './translateFreshservice';

/** Deleted or marked as spam: nobody works on it, and its fields mean nothing until it is restored. */
export const isGone = ({ deleted, spam }: FreshserviceTicket): boolean => deleted || spam;

function strangersIn(directory: Directory, { group_id: group, responder_id: agent }: FreshserviceTicket): string[] {
  const isGroupKnown = !group || teamByGroup(directory, group) !== undefined;
  const isAgentKnown = !agent || personByNative(directory, 'freshservice', agent) !== undefined;
  return [...(isGroupKnown ? [] : [`group ${group}`]), ...(isAgentKnown ? [] : [`agent ${agent}`])];
}

/** One line for the admin where a ticket is gone, or lies with a group or agent that the agreement does not know. */
export function warnOf(directory: Directory, ticket: FreshserviceTicket): void {
  if (isGone(ticket)) {
    const how = ticket.deleted ? 'was deleted' : 'was marked as spam';
    console.info(`Ticket ${ticket.id} ${how}. Its ledger is kept as it is and goes on when the ticket is restored.`);
    return;
  }
  const strangers = strangersIn(directory, ticket);
  if (strangers.length === 0) return;
  console.info(
    `Ticket ${ticket.id} lies with ${strangers.join(' and ')}, unknown to the agreement. Custody stays where it was. ` +
      `Add ${strangers.length > 1 ? 'them' : 'it'} to a team of the agreement, or assign the ticket to one.`,
  );
}
