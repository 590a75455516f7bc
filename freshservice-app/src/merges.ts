import { mergeInto, type Directory, type Notice, type TicketEvent } from '@baton/shared';
import { readTicket } from './freshserviceDesk';
import type { Installation } from './installation';
import { actorOf } from './translateSaid';
import { instantOfText, translateTicket, type Conversation, type FreshserviceTicket } from './translateFreshservice';

/** The number that follows words of the agreement in a note, at most this many other signs later. */
const NUMBER_WITHIN = 12;

function numberAfter(text: string, words: string): string | undefined {
  const found = text.toLowerCase().indexOf(words.toLowerCase());
  if (found < 0) return undefined;
  const rest = text.slice(found + words.length);
  const number = /\d+/.exec(rest);
  return number && number.index <= NUMBER_WITHIN ? number[0] : undefined;
}

/** The ticket that a note says this one was merged into: Freshservice leaves such a note and no field of its own. */
export function mergeNoted(directory: Directory, { private: isPrivate, body_text }: Conversation): string | undefined {
  if (!isPrivate) return undefined;
  const words = directory.merged?.freshservice ?? [];
  return words.flatMap(one => numberAfter(body_text, one) ?? [])[0];
}

/** A merge that a note tells of a ticket that is closed; nothing else closes one with such a note. */
export function translateMerge(
  installation: Installation,
  native: FreshserviceTicket,
  said: Conversation,
  learned: number,
): TicketEvent | undefined {
  const { directory } = installation;
  const into = mergeNoted(directory, said);
  const isClosed = translateTicket(directory, native).status.is === 'resolved';
  if (into === undefined || into === native.id || !isClosed) return undefined;
  const at = Math.min(instantOfText(said.created_at), learned);
  const about = {
    deliveryId: `fs:merged:${native.id}`,
    at,
    learned,
    actor: actorOf(installation, said.user_id ?? undefined),
  };
  return { ...about, type: 'TicketMerged', channel: 'freshservice', assurance: 'platform', into };
}

/**
 * What a merged ticket brings goes on in the one it was merged into.
 *
 * @returns what is to be done on that one
 * @throws LedgerError, DeskError
 */
export function bringInto(installation: Installation, from: string, into: string): Promise<readonly Notice[]> {
  const { directory } = installation;
  let read: ReturnType<typeof readTicket> | undefined;
  const stays = async () => translateTicket(directory, await (read ??= readTicket(into)));
  const ports = installation.portsFor(async () => (await stays()).facts);
  return mergeInto(ports, { from, into, now: Date.now(), stays });
}
