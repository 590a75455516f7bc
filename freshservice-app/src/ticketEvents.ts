import { advance, observe, unopened, type Actor, type TicketEvent } from '@baton/shared';
import { carryOut, readTicket } from './freshserviceDesk';
import { installationOf, type Args, type Installation } from './installation';
import {
  actorIdOf,
  conversationSchema,
  instantOfText,
  productEventSchema,
  ticketSchema,
  translateActor,
  translateTicket,
  type FreshserviceTicket,
  type ProductEvent,
} from './translateFreshservice';

const FOLLOWED = ['group_id', 'responder_id', 'status', 'priority', 'type', 'deleted', 'spam'];

/** Whether an event says what changed, and nothing of it concerns Baton. */
function isElsewhere({ data }: ProductEvent): boolean {
  const changes = data['changes'] ?? (data.ticket ? data.ticket['changes'] : undefined);
  if (typeof changes !== 'object' || changes === null) return false;
  const names = Object.keys(changes);
  return names.length > 0 && !names.some(name => FOLLOWED.includes(name));
}

/** The ticket the event carries, or, where that lacks what Baton follows, read again. */
async function ticketOf({ data }: ProductEvent): Promise<FreshserviceTicket | undefined> {
  if (!data.ticket) return undefined;
  const isWhole = 'group_id' in data.ticket && 'responder_id' in data.ticket;
  const carried = isWhole ? ticketSchema.safeParse(data.ticket) : undefined;
  return carried?.success ? carried.data : readTicket(data.ticket.id);
}

/** Baton's own writes come back as events; they are the app's, nobody's claim (design §6). */
const actorOf = ({ directory, ownAgent }: Installation, event: ProductEvent): Actor => {
  const id = actorIdOf(event);
  return id !== undefined && id === ownAgent ? { rule: 'baton' } : translateActor(directory, id);
};

const circumstances = (installation: Installation, event: ProductEvent, learned: number, at: number, id: string) => ({
  deliveryId: id,
  at: Math.min(at, learned),
  learned,
  actor: actorOf(installation, event),
  channel: 'freshservice',
  assurance: 'platform' as const,
});

const fingerprint = ({ id, updated_at, group_id, responder_id, status, priority }: FreshserviceTicket): string =>
  ['fs', id, updated_at ?? '', group_id ?? '', responder_id ?? '', status, priority].join(':');

async function takeChange(args: Args, event: ProductEvent, now: number): Promise<void> {
  const installation = installationOf(args, now);
  const native = await ticketOf(event);
  if (!native) return;
  const { directory } = installation;
  const ticket = translateTicket(directory, native);
  const ports = installation.portsFor(async () => ticket.facts, ticket.title);
  const ledger = await ports.ledger.load(ticket.id);
  const at = instantOfText(native.updated_at ?? native.created_at);
  const seen = observe(
    ledger?.page.state ?? unopened,
    ticket,
    circumstances(installation, event, now, at, fingerprint(native)),
  );
  if (seen.length === 0) return;
  const advanced = await advance(ports, ticket.id, seen, ledger);
  await carryOut(ticket.id, directory, advanced.notices);
}

function said(installation: Installation, event: ProductEvent, now: number): { ticket: string; event: TicketEvent }[] {
  const parsed = conversationSchema.safeParse(event.data.conversation);
  const ticket = event.data.conversation?.ticket_id ?? event.data.ticket?.id;
  if (!parsed.success || ticket === undefined) return [];
  const conversation = parsed.data;
  const at = instantOfText(conversation.created_at);
  const delivery = circumstances(installation, event, now, at, `fs:said:${conversation.id}`);
  if (conversation.incoming) return [{ ticket, event: { ...delivery, type: 'CustomerReplied' } }];
  if (delivery.actor.person === undefined) return [];
  return [{ ticket, event: { ...delivery, type: conversation.private ? 'WorkNoted' : 'PublicReplySent' } }];
}

async function takeConversation(args: Args, event: ProductEvent, now: number): Promise<void> {
  const installation = installationOf(args, now);
  for (const { ticket, event: reported } of said(installation, event, now)) {
    const facts = async () => translateTicket(installation.directory, await readTicket(ticket)).facts;
    await advance(installation.portsFor(facts), ticket, [reported]);
  }
}

/** Something happened on a ticket: what cannot be read or done now is logged and left to the next event or sweep. */
async function onProductEvent(
  args: Args,
  take: (args: Args, event: ProductEvent, now: number) => Promise<void>,
): Promise<void> {
  const event = productEventSchema.safeParse(args);
  try {
    if (event.success && !isElsewhere(event.data)) await take(args, event.data, Date.now());
  } catch (error) {
    console.info(error instanceof Error ? `${error.name}: ${error.message}` : 'An event could not be taken.');
  }
}

/** A ticket was created or changed. */
export const onTicketChange = (args: Args): Promise<void> => onProductEvent(args, takeChange);
/** A note or reply was added. */
export const onConversation = (args: Args): Promise<void> => onProductEvent(args, takeConversation);
