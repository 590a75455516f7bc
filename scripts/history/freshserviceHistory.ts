import { saidOf, type Mapping } from '@baton/shared';
import { z } from 'zod';
import type { DeskApi } from './deskApi';
import { ExportError } from './exportError';
import type { Batch, PastTicket } from './keptHistory';
import { wantedFields } from './wantedFields';

/** What of a Freshservice account to pull. Epoch ms. */
export interface FreshservicePull {
  /** Tickets created then or later. */
  readonly from: number;
  /** Tickets created before then. */
  readonly to: number;
  /** Id of the workspace; the primary one unless said. */
  readonly workspace?: string | undefined;
  readonly mapping: Mapping;
  readonly known: ReadonlySet<string>;
  /** Where a pull that was cut short goes on; undefined at the beginning. */
  readonly cursor: unknown;
}

const idForm = z.number().nullish();
const shownForm = z.union([z.string(), z.number()]).nullish().catch(undefined);
const ticketForm = z
  .object({ id: z.number(), created_at: z.string(), group_id: idForm, responder_id: idForm })
  .catchall(z.unknown());
const pageForm = z.object({ tickets: z.array(ticketForm) });
const activityForm = z.object({
  content: z.string().nullish(),
  sub_contents: z.array(z.string()).nullish(),
  created_at: z.string(),
});
const activitiesForm = z.object({ activities: z.array(activityForm), next_page_url: z.string().nullish() });
const groupForm = z.object({ group: z.object({ name: z.string() }) });
const agentForm = z.object({ agent: z.object({ first_name: z.string(), last_name: z.string().nullish() }) });
const cursorForm = z.object({ page: z.number().int().positive() }).catch({ page: 1 });

type Ticket = z.infer<typeof ticketForm>;
type Activity = z.infer<typeof activityForm>;

/** Tickets listed at once. */
const PAGE = 100;

/** The next page as a path of the same desk: credentials go nowhere else. */
function nextPath(next: string | null | undefined): string | undefined {
  if (!next) return undefined;
  const path = /^(?:https?:\/\/[^/]+)?(\/api\/v2\/tickets\/\d+\/activities\?.*)$/.exec(next)?.[1];
  if (path) return path;
  throw new ExportError('Freshservice named a next page of activities that is not known here.');
}

/** What activities say of the wanted fields, and when; who did it and whatever else they say stays there. */
async function activitiesOf(api: DeskApi, id: number, wanted: readonly string[]): Promise<object[] | undefined> {
  const found: Activity[] = [];
  let path: string | undefined = `/api/v2/tickets/${id}/activities`;
  while (path !== undefined) {
    const answer: z.infer<typeof activitiesForm> | undefined = await api.askIfThere({ path, form: activitiesForm });
    if (!answer) return undefined;
    found.push(...answer.activities);
    path = nextPath(answer.next_page_url);
  }
  const isWanted = (line: string): boolean => wanted.some(field => saidOf([line], field) !== undefined);
  return found.flatMap(({ content, sub_contents, created_at }) => {
    const lines = [content ?? '', ...(sub_contents ?? [])].filter(isWanted);
    return lines.length === 0 ? [] : [{ created_at, sub_contents: lines }];
  });
}

/** Names by id, each asked for once, and only where no activity says it. */
function namesOf(api: DeskApi) {
  const known = new Map<string, Promise<string | undefined>>();
  const ask = async (path: string): Promise<string | undefined> => {
    if (path.startsWith('/api/v2/groups')) return (await api.askIfThere({ path, form: groupForm }))?.group.name;
    const found = await api.askIfThere({ path, form: agentForm });
    return found && [found.agent.first_name, found.agent.last_name].filter(Boolean).join(' ');
  };
  return (kind: 'groups' | 'agents', id: number | null | undefined): Promise<string | undefined> | undefined => {
    if (!id) return undefined;
    const path = `/api/v2/${kind}/${id}`;
    if (!known.has(path)) known.set(path, ask(path));
    return known.get(path);
  };
}

type Names = ReturnType<typeof namesOf>;

/** What a ticket is like now in the fields of which no activity tells. */
async function standingOf(ticket: Ticket, untold: readonly string[], names: Names): Promise<object> {
  const standing: Record<string, unknown> = {};
  for (const field of untold) {
    if (field === 'Group') standing['group_name'] = await names('groups', ticket.group_id);
    else if (field === 'Agent') standing['responder_name'] = await names('agents', ticket.responder_id);
    else standing[field.toLowerCase()] = shownForm.parse(ticket[field.toLowerCase()]) ?? undefined;
  }
  return standing;
}

/** Tickets with what their activities say of the fields that a mapping needs, one at a time. */
export async function* freshserviceHistory(
  api: DeskApi,
  { from, to, workspace, mapping, known, cursor }: FreshservicePull,
): AsyncGenerator<Batch<{ page: number }>> {
  const wanted = wantedFields(mapping);
  const names = namesOf(api);
  const since = new Date(from).toISOString();
  const place = workspace === undefined ? '' : `&workspace_id=${encodeURIComponent(workspace)}`;

  const pastOf = async (ticket: Ticket): Promise<PastTicket[]> => {
    const activities = await activitiesOf(api, ticket.id, wanted);
    if (!activities) return [];
    const told = activities.flatMap(one => (one as { sub_contents: string[] }).sub_contents);
    const untold = wanted.filter(field => saidOf(told, field) === undefined);
    const { id, created_at } = ticket;
    return [
      {
        id: String(id),
        line: { ticket: { id, created_at, ...(await standingOf(ticket, untold, names)) }, activities },
      },
    ];
  };
  const isWanted = ({ id, created_at }: Ticket): boolean =>
    !known.has(String(id)) && Date.parse(created_at) >= from && Date.parse(created_at) < to;

  let { page } = cursorForm.parse(cursor);
  // What was passed over before a cut is known by its absence, so the pages before it are looked through once more.
  let isFound = page > 1;
  for (;;) {
    const path = `/api/v2/tickets?updated_since=${since}&order_type=asc&per_page=${PAGE}&page=${page}${place}`;
    const { tickets } = await api.ask({ path, form: pageForm });
    for (const ticket of tickets.filter(isWanted)) {
      const tickets = await pastOf(ticket);
      isFound ||= tickets.length > 0;
      yield { tickets, cursor: { page } };
    }
    page += 1;
    if (tickets.length === PAGE) continue;
    // Tickets change while they are listed and move the pages, so they are listed until nothing is new.
    if (!isFound) return;
    [page, isFound] = [1, false];
  }
}
