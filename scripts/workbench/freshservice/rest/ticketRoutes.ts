import { ApiFailure, validationFailure } from '../desk/apiFailure';
import type { TicketRecord } from '../desk/ticketRecord';
import { filterQuery } from './filterQuery';
import { paged, type Account, type RestCall, type Route } from './route';

const month = 30 * 86_400_000;
const includes = (query: URLSearchParams) => (query.get('include') ?? '').split(',').filter(Boolean);

/** A ticket as the API tells it: tags, statistics, conversations and people only when asked for. */
const view = (ticket: TicketRecord, query: URLSearchParams, { desk, people }: Account): Record<string, unknown> => {
  const { stats, tags, ...fields } = ticket;
  const wanted = includes(query);
  const requester = people.actorById(ticket.requester_id);
  return {
    ...fields,
    ...(wanted.includes('tags') ? { tags } : {}),
    ...(wanted.includes('stats') ? { stats } : {}),
    // The form of the answer is a guess: only that it may be asked for is documented.
    ...(wanted.includes('related_tickets') ? { related_tickets: desk.related(ticket.id) } : {}),
    ...(wanted.includes('conversations') ? { conversations: desk.conversations(ticket.id).slice(0, 10) } : {}),
    ...(wanted.includes('requester') && requester
      ? { requester: { id: requester.id, name: requester.name, email: requester.email } }
      : {}),
  };
};

const list = ({ query }: RestCall, account: Account) => {
  const since = query.get('updated_since');
  const from = since === null ? account.now() - month : Date.parse(since);
  if (Number.isNaN(from))
    throw validationFailure([{ field: 'updated_since', message: 'It should be a valid date', code: 'invalid_value' }]);
  const moment = (ticket: TicketRecord) => Date.parse(since === null ? ticket.created_at : ticket.updated_at);
  const direction = query.get('order_type') === 'asc' ? 1 : -1;
  const tickets = account.desk
    .tickets()
    .filter(ticket => moment(ticket) >= from && !ticket.deleted && !ticket.spam)
    .sort((a, b) => direction * (Date.parse(a.created_at) - Date.parse(b.created_at) || a.id - b.id));
  return { body: { tickets: paged(tickets, query, 100).map(ticket => view(ticket, query, account)) } };
};

const filter = ({ query }: RestCall, account: Account) => {
  const matches = filterQuery(query.get('query') ?? '');
  const found = account.desk.tickets().filter(ticket => !ticket.deleted && matches(ticket));
  return {
    body: { tickets: paged(found, query, 30).map(ticket => view(ticket, query, account)), total: found.length },
  };
};

const update = ({ params: [id], query, body, actor }: RestCall, account: Account) => {
  const bypassMandatory = query.get('bypass_mandatory') === 'true';
  if (bypassMandatory && !actor.isAdmin)
    throw new ApiFailure(403, { code: 'access_denied', message: 'You are not authorized to perform this action.' });
  const ticket = account.desk.update(Number(id), body, actor, { bypassMandatory });
  return { body: { ticket: view(ticket, query, account) } };
};

/** Who it is for: by e-mail, a requester who is made where there is none. */
function requesterIn({ email, ...fields }: Record<string, unknown>, { people }: Account): Record<string, unknown> {
  if (typeof email !== 'string') return fields;
  return { ...fields, requester_id: people.requester(email.split('@')[0] ?? email).id };
}

const create = ({ query, body, actor }: RestCall, account: Account) => {
  const missing = ['subject', 'description'].filter(field => !body[field]);
  if (missing.length)
    throw validationFailure(
      missing.map(field => ({
        field,
        message: 'It should not be blank as this is a mandatory field',
        code: 'missing_field',
      })),
    );
  const ticket = account.desk.create(
    requesterIn(body, account) as unknown as { subject: string; description: string },
    actor,
  );
  return { status: 201, body: { ticket: view(ticket, query, account) } };
};

const pageOfActivities = 20;

const activities = ({ params: [id], query }: RestCall, { desk }: Account) => {
  const ticket = desk.ticket(Number(id));
  const all = desk.activities(ticket.id);
  const start = Number(query.get('start_token') ?? 0) || 0;
  const next = start + pageOfActivities;
  const more =
    next < all.length ? { next_page_url: `/api/v2/tickets/${ticket.id}/activities?start_token=${next}` } : {};
  return { body: { activities: all.slice(start, next), ...more } };
};

const words =
  (isPrivate: (body: Record<string, unknown>) => boolean) =>
  ({ params: [id], body, actor }: RestCall, { desk }: Account) => {
    if (typeof body['body'] !== 'string' || !body['body'].trim())
      throw validationFailure([
        { field: 'body', message: 'It should not be blank as this is a mandatory field', code: 'missing_field' },
      ]);
    const incoming = body['incoming'] === true;
    const to = body['notify_emails'] as string[] | undefined;
    return {
      status: 201,
      body: {
        conversation: desk.say(Number(id), { body: body['body'], isPrivate: isPrivate(body), incoming, to }, actor),
      },
    };
  };

/** Everything below /tickets. */
export const ticketRoutes: Route[] = [
  { method: 'GET', path: /^\/tickets$/, kind: 'list', perInclude: 2, answer: list },
  { method: 'GET', path: /^\/tickets\/filter$/, kind: 'list', perInclude: 2, answer: filter },
  { method: 'POST', path: /^\/tickets$/, kind: 'create', answer: create },
  {
    method: 'GET',
    path: /^\/tickets\/(\d+)$/,
    kind: 'view',
    perInclude: 1,
    answer: ({ params: [id], query }, account) => ({
      body: { ticket: view(account.desk.ticket(Number(id)), query, account) },
    }),
  },
  { method: 'PUT', path: /^\/tickets\/(\d+)$/, kind: 'update', answer: update },
  { method: 'GET', path: /^\/tickets\/(\d+)\/activities$/, kind: 'other', answer: activities },
  {
    method: 'GET',
    path: /^\/tickets\/(\d+)\/conversations$/,
    kind: 'other',
    answer: ({ params: [id], query }, { desk }) => ({
      body: { conversations: paged(desk.conversations(desk.ticket(Number(id)).id), query, 100) },
    }),
  },
  {
    method: 'POST',
    path: /^\/tickets\/(\d+)\/notes$/,
    kind: 'other',
    answer: words(body => body['private'] !== false),
  },
  { method: 'POST', path: /^\/tickets\/(\d+)\/reply$/, kind: 'other', answer: words(() => false) },
];
