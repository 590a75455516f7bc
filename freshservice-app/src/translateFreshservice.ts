import {
  factsOn,
  holderIn,
  isMajorOn,
  isResolvedStatus,
  personByNative,
  placementOfGroup,
  priorityOf,
  waitedFor,
  workTypeOf,
  type Actor,
  type DeskStatus,
  type DeskTicket,
  type DueTimes,
  type Directory,
  type Placement,
  type State,
  type TicketAttachment,
  type TicketNote,
} from '@baton/shared';
import { z } from 'zod';

/** Ids come as numbers or as text; Baton keeps them as text. */
export const nativeId = z.union([z.number(), z.string()]).transform(String);

/** The part of a ticket that Baton reads, as the REST API and product events carry it. */
export const ticketSchema = z.looseObject({
  id: nativeId,
  subject: z.string().catch(''),
  created_at: z.string(),
  updated_at: z.string().optional(),
  group_id: nativeId.nullish(),
  responder_id: nativeId.nullish(),
  status: nativeId,
  priority: nativeId.catch('*'),
  due_by: z.string().optional().catch(undefined),
  fr_due_by: z.string().optional().catch(undefined),
  type: z.string().nullish().catch(undefined),
  deleted: z.boolean().catch(false),
  spam: z.boolean().catch(false),
  custom_fields: z.record(z.string(), z.unknown()).catch({}),
  attachments: z
    .array(z.looseObject({ name: z.string(), created_at: z.string(), attachment_url: z.string().optional() }))
    .catch([]),
});
/** A ticket of Freshservice; see {@link ticketSchema}. */
export type FreshserviceTicket = z.infer<typeof ticketSchema>;

/** Timestamps come as UTC or with an offset; both are read for what they say. Epoch ms. */
export const instantOfText = (text: string): number => Date.parse(text);

const statusOf = (directory: Directory, status: string): DeskStatus => {
  if (isResolvedStatus(directory, 'freshservice', status)) return { is: 'resolved' };
  const whom = waitedFor(directory, 'freshservice', status);
  return whom === undefined ? { is: 'open' } : { is: 'waiting', whom };
};

/** Where a ticket lay so far: who had custody, and where the desk's own fields were last seen. */
export interface Lay {
  readonly holder?: string;
  readonly native: Placement;
}

/** Where a ledger says that its ticket lay; undefined where none is open. */
export function layIn(state: State): Lay | undefined {
  if (state.status === 'unopened') return undefined;
  const holder = holderIn(state);
  return { native: state.native, ...(holder === undefined ? {} : { holder }) };
}

function placementIn(directory: Directory, { group_id, responder_id }: FreshserviceTicket, lay?: Lay): Placement {
  const found = placementOfGroup(directory, group_id ?? undefined, responder_id ?? undefined, lay?.holder);
  return found ?? { ...(lay?.native ?? directory.intake) };
}

/**
 * A ticket in agreement ids: the group decides where it lies, the intake where nothing does (rules §2). With a group or
 * agent the agreement does not know, it is taken to lie where it lay.
 */
export function translateTicket(directory: Directory, ticket: FreshserviceTicket, lay?: Lay): DeskTicket {
  return {
    id: ticket.id,
    title: ticket.subject,
    createdAt: instantOfText(ticket.created_at),
    facts: {
      workType: workTypeOf(directory, 'freshservice', ticket.type ?? '*') ?? 'incident',
      priority: priorityOf(directory, 'freshservice', ticket.priority) ?? 3,
      title: ticket.subject,
      ...factsOn(directory, 'freshservice', field => valueIn(ticket, field)),
    },
    placement: placementIn(directory, ticket, lay),
    status: statusOf(directory, ticket.status),
    due: dueOf(ticket),
    ...majorOn(directory, ticket),
  };
}

/** What a field of a ticket holds, as text: its own or a custom one. */
function valueIn({ custom_fields, ...own }: FreshserviceTicket, field: string): string | undefined {
  const value: unknown = own[field] ?? custom_fields[field];
  return value === undefined || value === null || value === '' ? undefined : String(value);
}

/** Whether Freshservice itself says that it is a major incident. */
function majorOn(directory: Directory, ticket: FreshserviceTicket): Pick<DeskTicket, 'isMajor'> {
  const isMajor = isMajorOn(directory, 'freshservice', field => valueIn(ticket, field));
  return isMajor === undefined ? {} : { isMajor };
}

const instantOr = (name: keyof DueTimes, text: string | undefined): DueTimes => {
  const at = text === undefined ? NaN : instantOfText(text);
  return Number.isFinite(at) ? { [name]: at } : {};
};

/** Freshservice's own due times; a ticket without a policy has none. */
const dueOf = ({ due_by, fr_due_by }: FreshserviceTicket): DueTimes => ({
  ...instantOr('resolve', due_by),
  ...instantOr('respond', fr_due_by),
});

/** Who acted, in agreement ids; somebody the directory does not know keeps their native id. */
export function translateActor(directory: Directory, agentId: string | undefined): Actor {
  if (agentId === undefined) return { rule: 'freshservice' };
  const person = personByNative(directory, 'freshservice', agentId);
  const party = person === undefined ? undefined : directory.people[person]?.party;
  return person === undefined || party === undefined ? { native: agentId } : { person, party };
}

const conversationSchema = z.looseObject({
  id: nativeId,
  user_id: nativeId.nullish(),
  private: z.boolean().catch(true),
  incoming: z.boolean().catch(false),
  created_at: z.string(),
  body_text: z.string().catch(''),
});
/** A reply or note of a ticket. */
export type Conversation = z.infer<typeof conversationSchema>;
export { conversationSchema };

/** What was done on a ticket: its notes and replies by agents, and its files. */
export function translateWork(
  directory: Directory,
  conversations: readonly Conversation[],
  ticket: FreshserviceTicket,
): { notes: readonly TicketNote[]; attachments: readonly TicketAttachment[] } {
  const notes = conversations
    .filter(said => !said.incoming)
    .map(said => {
      const person = said.user_id ? personByNative(directory, 'freshservice', said.user_id) : undefined;
      const kind = said.private ? ('note' as const) : ('reply' as const);
      return { at: instantOfText(said.created_at), kind, text: said.body_text.trim(), ...(person ? { person } : {}) };
    });
  const attachments = ticket.attachments.map(({ name, created_at, attachment_url }) => ({
    at: instantOfText(created_at),
    name,
    ...(attachment_url === undefined ? {} : { url: attachment_url }),
  }));
  return { notes, attachments };
}

/** Names a change by what came of it, so that one delivered twice counts once. */
export const fingerprintOf = (ticket: FreshserviceTicket): string => {
  const { id, updated_at: at, group_id: group, responder_id: agent, status, priority } = ticket;
  const gone = ticket.deleted || ticket.spam ? ['gone'] : [];
  return ['fs', id, at ?? '', group ?? '', agent ?? '', status, priority, ...gone].join(':');
};
