import { notFound } from '../desk/apiFailure';
import { shiftEvents } from '../desk/onCall';
import { businessHours, slaPolicies } from '../desk/serviceLevels';
import { paged, type Account, type Route } from './route';

type Item = Record<string, unknown>;

const byId = (items: Item[], id: string | undefined): Item => {
  const found = items.find(item => item['id'] === Number(id));
  if (!found) throw notFound();
  return found;
};

interface Collection {
  name: string;
  single: string;
  kind?: Route['kind'];
  items(account: Account): Item[];
  matches?(item: Item, query: URLSearchParams): boolean;
}

/** A list and its single items, under the names the API gives them. */
const collection = ({ name, single, kind = 'other', items, matches = () => true }: Collection): Route[] => [
  {
    method: 'GET',
    path: new RegExp(`^/${name}$`),
    kind,
    answer: ({ query }, account) => {
      const found = items(account).filter(item => matches(item, query));
      return { body: { [name]: paged(found, query, 100) } };
    },
  },
  {
    method: 'GET',
    path: new RegExp(`^/${name}/(\\d+)$`),
    kind: 'other',
    answer: ({ params: [id] }, account) => ({ body: { [single]: byId(items(account), id) } }),
  },
];

const agentMatches = (agent: Item, query: URLSearchParams): boolean => {
  const email = query.get('email');
  const active = query.get('active');
  return (email === null || agent['email'] === email) && (active === null || String(agent['active']) === active);
};

const inWorkspace = (item: Item, query: URLSearchParams): boolean => {
  const workspace = query.get('workspace_id');
  return workspace === null || workspace === '0' || item['workspace_id'] === Number(workspace);
};

const roles = [
  { id: 1, name: 'Account Admin', role_type: 1, default: true },
  { id: 2, name: 'SD Agent', role_type: 2, default: true },
];

const requesters = ({ desk, people }: Account): Item[] =>
  [...new Set(desk.tickets().map(ticket => ticket.requester_id))].flatMap(id => {
    const found = people.actorById(id);
    return found ? [{ id, first_name: found.name, last_name: '', primary_email: found.email, active: true }] : [];
  });

/** People, teams, hours and policies. */
export const directoryRoutes: Route[] = [
  {
    name: 'agents',
    single: 'agent',
    kind: 'agents' as const,
    items: ({ people }: Account) => people.agents(),
    matches: agentMatches,
  },
  { name: 'groups', single: 'group', items: ({ people }: Account) => people.groups(), matches: inWorkspace },
  { name: 'requesters', single: 'requester', items: requesters },
  { name: 'roles', single: 'role', items: () => roles },
  { name: 'business_hours', single: 'business_hours', items: () => businessHours, matches: inWorkspace },
  { name: 'sla_policies', single: 'sla_policy', items: () => slaPolicies, matches: inWorkspace },
].flatMap(collection);

/** On-call management: what the desk knows of one schedule now. */
export const onCallRoutes: Route[] = [
  {
    method: 'GET',
    path: /^\/oncall\/shift-events\/current$/,
    kind: 'other',
    answer: ({ query }, { people, now }) => ({
      body: { shift_events: shiftEvents(people, query.get('schedule_id'), now()) },
    }),
  },
];
