import { DeskError, massQuestion, type Directory, type Notice, type Placement } from '@baton/shared';
import { z } from 'zod';
import { ifFound, platformAnswer } from './platformErrors';
import { activitySchema } from './translatePast';
import {
  conversationSchema,
  ticketSchema,
  translateWork,
  type Conversation,
  type FreshserviceTicket,
} from './translateFreshservice';

/** As the request template `listConversations` asks for them, and how far back is far enough for a packet. */
const CONVERSATIONS_PER_PAGE = 100;
const MOST_PAGES = 3;

const nativeId = z.union([z.number(), z.string()]).transform(String);
const agentSchema = z.looseObject({
  active: z.boolean().catch(true),
  email: z.string().optional().catch(undefined),
  member_of: z.array(nativeId).catch([]),
});
/** What Freshservice says of an agent: whether they still work there, and in which groups. */
export type Agent = z.infer<typeof agentSchema>;

async function ask(template: string, context: Record<string, string>, body?: object): Promise<unknown> {
  const options = body ? { context, body: JSON.stringify(body) } : { context };
  const answer = await platformAnswer($request.invokeTemplate(template, options), template);
  try {
    return answer.response === '' ? undefined : JSON.parse(answer.response);
  } catch {
    throw new DeskError('unexpected', `Freshservice's answer to ${template} is no JSON.`);
  }
}

function read<T>(schema: z.ZodType<T>, answer: unknown, name: string): T {
  const parsed = z.looseObject({ [name]: schema }).safeParse(answer);
  if (parsed.success) return parsed.data[name] as T;
  throw new DeskError('unexpected', `Freshservice's answer lacks ${parsed.error.issues[0]?.path.join('.') ?? name}.`);
}

/** A ticket as Freshservice has it now. @throws DeskError */
export const readTicket = async (ticketId: string): Promise<FreshserviceTicket> =>
  read(ticketSchema, await ask('getTicket', { ticketId }), 'ticket');

/** An agent as Freshservice has them now. @throws DeskError */
export const readAgent = async (agentId: string): Promise<Agent> =>
  read(agentSchema, await ask('getAgent', { agentId }), 'agent');

/** As the request template `listTickets` asks for them. */
const TICKETS_PER_PAGE = 100;

/** One page of the tickets of all workspaces that were updated since (epoch ms). @throws DeskError */
export async function listTickets(since: number, page: number) {
  const context = { since: new Date(since).toISOString(), page: String(page) };
  const tickets = read(z.array(ticketSchema), await ask('listTickets', context), 'tickets');
  return { tickets, isLast: tickets.length < TICKETS_PER_PAGE };
}

/** What was said on a ticket. @throws DeskError */
export async function readConversations(ticketId: string, page = 1): Promise<readonly Conversation[]> {
  const answer = await ask('listConversations', { ticketId, page: String(page) });
  const said = read(z.array(conversationSchema), answer, 'conversations');
  const isLast = said.length < CONVERSATIONS_PER_PAGE || page >= MOST_PAGES;
  return isLast ? said : [...said, ...(await readConversations(ticketId, page + 1))];
}

/** What was done on a ticket, to prefill a packet. @throws DeskError */
export const readWork = async (ticket: FreshserviceTicket, directory: Directory) =>
  translateWork(directory, await readConversations(ticket.id), ticket);

/** The newest activities of a ticket, for where it lay before Baton met it. @throws DeskError */
export const readActivities = async (ticketId: string) =>
  read(z.array(activitySchema), await ask('listActivities', { ticketId }), 'activities');

/** One page, at most 30, of the tickets that a query of Freshservice's own language finds. @throws DeskError */
export const filterTickets = async (query: string, page: number): Promise<readonly FreshserviceTicket[]> =>
  read(z.array(ticketSchema), await ask('filterTickets', { query, page: String(page) }), 'tickets');

const numeric = (id: string | undefined): number | null => (id === undefined ? null : Number(id));

const nativePlace = (directory: Directory, { team, person }: Placement) => ({
  group_id: numeric(team === undefined ? undefined : directory.teams[team]?.freshserviceGroups[0]),
  responder_id: numeric(person === undefined ? undefined : directory.people[person]?.freshservice),
});

/** Makes the ticket's group and agent follow custody, unless the agent's own session already did (rules §4.4). */
async function assign(ticketId: string, directory: Directory, to: Placement): Promise<void> {
  const ticket = await readTicket(ticketId);
  const place = nativePlace(directory, to);
  const isThere = numeric(ticket.group_id ?? undefined) === place.group_id;
  if (isThere && numeric(ticket.responder_id ?? undefined) === place.responder_id) return;
  await ask('updateTicket', { ticketId }, place);
}

const nameOf = (directory: Directory, { party, team, person }: Placement): string => {
  const who = person === undefined ? undefined : directory.people[person]?.name;
  const where = (team === undefined ? undefined : directory.teams[team]?.name) ?? directory.parties[party].name;
  return who === undefined ? where : `${who}, ${where}`;
};

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

type Note = Extract<Notice, { is: 'note' }>;

/** By what a question to the leads is found again. */
const askedOn = (seq: number): string => `Ledger entry ${seq}, question.`;

/** By what a note is found again. */
const sealOf = ({ seq, head }: Note): string => `Ledger entry ${seq}, seal ${head.slice(0, 16)}.`;

function wordsOf(directory: Directory, note: Note): string {
  const holds = `${nameOf(directory, note.to)} holds this ticket now.`;
  if (!note.disputed) return holds;
  const [claimed, actor] = [note.disputed.claimed, note.disputed.actor].map(id => directory.people[id]?.name ?? id);
  return `Freshservice says that ${actor}, not ${claimed}, took this ticket. ${holds}`;
}

async function leadsOf({ parties, people }: Directory): Promise<readonly string[]> {
  const agents = [parties.msp.lead, parties.client.lead].flatMap(lead => people[lead]?.freshservice ?? []);
  const found = await Promise.all(agents.map(agent => ifFound(readAgent(agent), 'reading a lead')));
  return found.flatMap(lead => lead?.email ?? []);
}

/** A private note that holds the ledger's head, out of reach of who can write the app's store (law 8). */
async function leaveNote(ticketId: string, directory: Directory, note: Note): Promise<void> {
  const body = escaped(`Baton: ${wordsOf(directory, note)} ${sealOf(note)}`);
  const told = note.disputed ? { notify_emails: await leadsOf(directory) } : {};
  await ask('addNote', { ticketId }, { body, private: true, ...told });
}

/** One question to both leads, on the first of the tickets that were moved (rules §2). */
async function askLeads(ticketId: string, directory: Directory, { moves, seq }: Extract<Notice, { is: 'ask leads' }>) {
  const body = escaped(`${massQuestion('freshservice', moves)} ${askedOn(seq)}`);
  await ask('addNote', { ticketId }, { body, private: true, notify_emails: await leadsOf(directory) });
}

/** Does on the ticket what new facts ask for, in order. @throws DeskError */
export async function carryOut(ticketId: string, directory: Directory, notices: readonly Notice[]): Promise<void> {
  for (const notice of notices) {
    if (notice.is === 'note') await leaveNote(ticketId, directory, notice);
    else if (notice.is === 'ask leads') await askLeads(ticketId, directory, notice);
    else await assign(ticketId, directory, notice.to);
  }
}

/** The same where an earlier request may have done it already: a note that is there is not left again. @throws DeskError */
export async function complete(ticketId: string, directory: Directory, notices: readonly Notice[]): Promise<void> {
  const said = notices.length > 0 ? await readConversations(ticketId) : [];
  const markOf = (notice: Notice) =>
    notice.is === 'note' ? sealOf(notice) : notice.is === 'ask leads' ? askedOn(notice.seq) : undefined;
  const isDone = (notice: Notice) => {
    const mark = markOf(notice);
    return mark !== undefined && said.some(note => note.body_text.includes(mark));
  };
  await carryOut(
    ticketId,
    directory,
    notices.filter(notice => !isDone(notice)),
  );
}
