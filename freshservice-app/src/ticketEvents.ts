import { advance, observe, unopened } from '@baton/shared';
import { carryOut } from './carryOut';
import { readTicket } from './freshserviceDesk';
import { installationOf, type Installation } from './installation';
import type { Args } from './parameters';
import { mergeNoted, translateMerge } from './merges';
import { tryLater, type Missed } from './missedEvents';
import { goneEvents } from './goneTickets';
import { isGone, warnOf } from './strangers';
import { actorOf, translateSaid } from './translateSaid';
import { settingsDesk } from './settingsMethod';
import { codeIn, takeSigned } from './signing';
import { actorIdOf, changedFields, productEventSchema, type ProductEvent } from './productEvent';
import {
  conversationSchema,
  fingerprintOf,
  instantOfText,
  layIn,
  ticketSchema,
  translateTicket,
  type Conversation,
  type FreshserviceTicket,
} from './translateFreshservice';

const FOLLOWED = ['group_id', 'responder_id', 'status', 'priority', 'type', 'deleted', 'spam'];

/** Whether an event says what changed, and nothing of it concerns Baton. */
function isElsewhere(event: ProductEvent): boolean {
  const changed = changedFields(event);
  return changed !== undefined && changed.length > 0 && !changed.some(name => FOLLOWED.includes(name));
}

/** One event of one installation, as it is being read. */
interface Reading {
  readonly args: Args;
  readonly installation: Installation;
  readonly event: ProductEvent;
  /** When Baton learned of it, epoch ms. */
  readonly learned: number;
}

const carried = ({ data }: ProductEvent): FreshserviceTicket | undefined => {
  const isWhole = data.ticket !== undefined && 'group_id' in data.ticket && 'responder_id' in data.ticket;
  return isWhole ? ticketSchema.safeParse(data.ticket).data : undefined;
};

/** The ticket the event carries, or, where that lacks what Baton follows, read again. */
const ticketOf = async (event: ProductEvent, id: string): Promise<FreshserviceTicket> =>
  carried(event) ?? (await readTicket(id));

/** What every event of one delivery has in common. */
function circumstances({ installation, event, learned }: Reading, at: number, deliveryId: string) {
  const actor = actorOf(installation, actorIdOf(event));
  return {
    deliveryId,
    at: Math.min(at, learned),
    learned,
    actor,
    channel: 'freshservice',
    assurance: 'platform' as const,
  };
}

async function takeChange(reading: Reading): Promise<void> {
  const id = reading.event.data.ticket?.id;
  if (id === undefined) return;
  const native = await ticketOf(reading.event, id);
  const installation = await reading.installation.onTicket(native.id);
  if (installation.isAgreed) await takeTicket({ ...reading, installation }, native);
}

async function takeTicket(reading: Reading, native: FreshserviceTicket): Promise<void> {
  const { installation } = reading;
  const { directory, portsFor } = installation;
  warnOf(directory, native);
  const { facts, title } = translateTicket(directory, native);
  const ports = portsFor(facts, title);
  const ledger = await ports.ledger.load(native.id);
  const state = ledger?.page.state ?? unopened;
  const at = instantOfText(native.updated_at ?? native.created_at);
  const ticket = translateTicket(directory, native, layIn(state));
  const seen = isGone(native)
    ? goneEvents(state, native, circumstances(reading, at, fingerprintOf(native)))
    : observe(state, ticket, circumstances(reading, at, fingerprintOf(native)));
  if (seen.length === 0) return;
  const advanced = await advance(ports, native.id, seen, ledger ?? null);
  await carryOut(native.id, reading.installation, advanced.notices);
}

/** A note or reply that an event carries; who acted is the event's to say. */
function saidIn({ event }: Reading): Conversation | undefined {
  const said = conversationSchema.safeParse(event.data.conversation).data;
  return said && { ...said, user_id: actorIdOf(event) ?? said.user_id };
}

/** What it means: a merge that it tells of, else that somebody worked or wrote. */
async function meaningOf({ installation, learned }: Reading, ticket: string, said: Conversation) {
  const isMerge = mergeNoted(installation.directory, said) !== undefined;
  const merged = isMerge && translateMerge(installation, await readTicket(ticket), said, learned);
  return merged || translateSaid(installation, said, learned);
}

async function takeConversation(reading: Reading): Promise<void> {
  const ticket = reading.event.data.conversation?.ticket_id ?? reading.event.data.ticket?.id;
  const said = saidIn(reading);
  if (ticket !== undefined && said) await takeSaid(reading, ticket, said);
}

async function takeSaid(reading: Reading, ticket: string, said: Conversation): Promise<void> {
  const installation = await reading.installation.onTicket(ticket);
  const code = said.private ? codeIn(said.body_text) : undefined;
  const actor = actorIdOf(reading.event);
  if (code !== undefined && actor !== undefined) {
    const desk = settingsDesk(reading.args, installation, { person: actor, timeZone: 'UTC' }, reading.learned);
    return takeSigned(installation, desk, { ticket, code });
  }
  if (!installation.isAgreed) return;
  const meaning = await meaningOf({ ...reading, installation }, ticket, said);
  if (!meaning) return;
  const { directory } = installation;
  const ports = installation.portsFor(async () => translateTicket(directory, await readTicket(ticket)).facts);
  const advanced = await advance(ports, ticket, [meaning]);
  await carryOut(ticket, installation, advanced.notices);
}

const takes = { change: takeChange, conversation: takeConversation } as const;

/** Takes one event. What cannot be done now is logged and tried again later. */
async function take(args: Args, { kind, event, tried }: Missed): Promise<void> {
  const learned = Date.now();
  try {
    await takes[kind]({ args, installation: installationOf(args, learned), event, learned });
  } catch (error) {
    console.info(error instanceof Error ? `${error.name}: ${error.message}` : 'An event could not be taken.');
    await tryLater({ kind, event, tried }, error, learned);
  }
}

async function onProductEvent(args: Args, kind: Missed['kind']): Promise<void> {
  const event = productEventSchema.safeParse(args).data;
  if (event && !isElsewhere(event)) await take(args, { kind, event, tried: 0 });
}

/** A ticket was created or changed. */
export const onTicketChange = (args: Args): Promise<void> => onProductEvent(args, 'change');
/** A note or reply was added. */
export const onConversation = (args: Args): Promise<void> => onProductEvent(args, 'conversation');
/** An event that could not be taken when it came. */
export const onMissed = (args: Args, missed: Missed): Promise<void> => take(args, missed);
