import { DeskError, type Directory } from '@baton/shared';
import { z } from 'zod';
import { platformAnswer } from './platformErrors';
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

/** Asks Freshservice by a request template; the answer's JSON. @throws DeskError */
export async function ask(template: string, context: Record<string, string>, body?: object): Promise<unknown> {
  const options = body ? { context, body: JSON.stringify(body) } : { context };
  const answer = await platformAnswer($request.invokeTemplate(template, options), template);
  try {
    return answer.response === '' ? undefined : JSON.parse(answer.response);
  } catch {
    throw new DeskError('unexpected', `Freshservice's answer to ${template} is no JSON.`);
  }
}

/** What an answer has under a name. @throws DeskError where it is not of that form */
export function read<T>(schema: z.ZodType<T>, answer: unknown, name: string): T {
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

/** As the request template `listAgents` asks for them, and how many pages of them are read. */
const AGENTS_PER_PAGE = 100;
const MOST_AGENT_PAGES = 10;

const listedAgentSchema = agentSchema.extend({ id: nativeId });

/** All agents, active or not; undefined where there are more than are read. @throws DeskError */
export async function listAgents(page = 1): Promise<readonly z.infer<typeof listedAgentSchema>[] | undefined> {
  const agents = read(z.array(listedAgentSchema), await ask('listAgents', { page: String(page) }), 'agents');
  if (agents.length < AGENTS_PER_PAGE) return agents;
  const others = page < MOST_AGENT_PAGES ? await listAgents(page + 1) : undefined;
  return others && [...agents, ...others];
}

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
