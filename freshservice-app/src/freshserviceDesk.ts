import { DeskError, type Directory, type Notice, type Placement } from '@baton/shared';
import { z } from 'zod';
import { platformAnswer } from './platformErrors';
import {
  activitySchema,
  conversationSchema,
  ticketSchema,
  translateWork,
  type FreshserviceTicket,
} from './translateFreshservice';

const nativeId = z.union([z.number(), z.string()]).transform(String);
const agentSchema = z.looseObject({
  active: z.boolean().catch(true),
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

/** What was done on a ticket, to prefill a packet. @throws DeskError */
export async function readWork(ticket: FreshserviceTicket, directory: Directory) {
  const answer = await ask('listConversations', { ticketId: ticket.id, page: '1' });
  return translateWork(directory, read(z.array(conversationSchema), answer, 'conversations'), ticket);
}

/** The newest activities of a ticket, for where it lay before Baton met it. @throws DeskError */
export const readActivities = async (ticketId: string) =>
  read(z.array(activitySchema), await ask('listActivities', { ticketId }), 'activities');

const numeric = (id: string | null | undefined): number | null => (id ? Number(id) : null);

/** Makes the ticket's group and agent follow custody, unless the agent's own session already did (rules §4.4). */
async function assign(ticketId: string, directory: Directory, to: Placement): Promise<void> {
  const ticket = await readTicket(ticketId);
  const group = to.team === undefined ? undefined : directory.teams[to.team]?.freshserviceGroups[0];
  const agent = to.person === undefined ? undefined : directory.people[to.person]?.freshservice;
  if ((ticket.group_id ?? undefined) === group && (ticket.responder_id ?? undefined) === agent) return;
  await ask('updateTicket', { ticketId }, { group_id: numeric(group), responder_id: numeric(agent) });
}

const nameOf = (directory: Directory, { party, team, person }: Placement): string => {
  const who = person === undefined ? undefined : directory.people[person]?.name;
  const where = (team === undefined ? undefined : directory.teams[team]?.name) ?? directory.parties[party].name;
  return who === undefined ? where : `${who}, ${where}`;
};

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A private note that holds the ledger's head, out of reach of who can write the app's store (law 8). */
async function leaveNote(ticketId: string, directory: Directory, notice: Notice & { is: 'note' }): Promise<void> {
  const who = escaped(nameOf(directory, notice.to));
  const body = `Baton: ${who} holds this ticket now. Ledger entry ${notice.seq}, seal ${notice.head.slice(0, 16)}.`;
  await ask('addNote', { ticketId }, { body, private: true });
}

/** Does on the ticket what new facts ask for, in order. @throws DeskError */
export async function carryOut(ticketId: string, directory: Directory, notices: readonly Notice[]): Promise<void> {
  for (const notice of notices) {
    if (notice.is === 'assign') await assign(ticketId, directory, notice.to);
    else await leaveNote(ticketId, directory, notice);
  }
}
