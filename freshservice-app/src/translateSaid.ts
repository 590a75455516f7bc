import { approvalIn, type Actor, type PublicMessage, type TicketEvent } from '@baton/shared';
import type { Installation } from './installation';
import { instantOfText, translateActor, type Conversation } from './translateFreshservice';

/** Who acted; Baton's own writes are the app's, nobody's claim (design §6). */
export function actorOf({ directory, ownAgent }: Installation, agentId: string | undefined): Actor {
  return agentId !== undefined && agentId === ownAgent ? { rule: 'baton' } : translateActor(directory, agentId);
}

const meaningOf = ({ incoming, private: isPrivate }: Conversation) =>
  incoming ? 'CustomerReplied' : isPrivate ? 'WorkNoted' : 'PublicReplySent';

/** The override that an approver's words name. */
const namedIn = (code: string) => ({ code, override: code.slice(code.indexOf('-') + 1).toLowerCase() });

/**
 * What a note or reply means, an approval in the words shown included; nothing where neither an agent of the agreement nor the customer said it.
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
  const deliveryId = `fs:said:${said.id}`;
  const about = { deliveryId, at, learned, actor, channel: 'freshservice', assurance: 'platform' as const };
  const code = said.private ? approvalIn(said.body_text) : undefined;
  return code === undefined ? { ...about, type } : { ...about, type: 'ApproveOverride', ...namedIn(code) };
}

/** What the customer can read or has written on a ticket. */
export const translateConversation = (conversations: readonly Conversation[]): readonly PublicMessage[] =>
  conversations
    .filter(said => said.incoming || !said.private)
    .map(({ incoming, created_at: at }) => ({ at: instantOfText(at), by: incoming ? 'customer' : 'agent' }));
