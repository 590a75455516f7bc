import type { Actor, PublicMessage, TicketEvent } from '@baton/shared';
import type { Installation } from './installation';
import { instantOfText, translateActor, type Conversation } from './translateFreshservice';

/** Who acted; Baton's own writes are the app's, nobody's claim (design §6). */
export function actorOf({ directory, ownAgent }: Installation, agentId: string | undefined): Actor {
  return agentId !== undefined && agentId === ownAgent ? { rule: 'baton' } : translateActor(directory, agentId);
}

const meaningOf = ({ incoming, private: isPrivate }: Conversation) =>
  incoming ? 'CustomerReplied' : isPrivate ? 'WorkNoted' : 'PublicReplySent';

/**
 * What a note or reply means; nothing where neither an agent of the agreement nor the customer said it.
 *
 * @param learned - epoch ms
 */
export function translateSaid(
  installation: Installation,
  said: Conversation,
  learned: number,
): TicketEvent | undefined {
  const type = meaningOf(said);
  const actor = actorOf(installation, said.user_id ?? undefined);
  if (type !== 'CustomerReplied' && actor.person === undefined) return undefined;
  const at = Math.min(instantOfText(said.created_at), learned);
  return { type, deliveryId: `fs:said:${said.id}`, at, learned, actor, channel: 'freshservice', assurance: 'platform' };
}

/** What the customer can read or has written on a ticket. */
export const translateConversation = (conversations: readonly Conversation[]): readonly PublicMessage[] =>
  conversations
    .filter(said => said.incoming || !said.private)
    .map(({ incoming, created_at: at }) => ({ at: instantOfText(at), by: incoming ? 'customer' : 'agent' }));
