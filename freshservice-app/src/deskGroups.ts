import { DeskError, type DeskGroup, type DeskHours, type DeskPerson, type DeskView } from '@baton/shared';
import { z } from 'zod';
import { ask, listAgents, read } from './freshserviceDesk';

/** As the request template `listGroups` asks for them, and how many pages of them are read. */
const GROUPS_PER_PAGE = 100;
const MOST_GROUP_PAGES = 3;
/** A server method answers within 100 KB. */
const MOST_PEOPLE = 600;

const nativeId = z.union([z.number(), z.string()]).transform(String);
const groupSchema = z.looseObject({ id: nativeId, name: z.string() });
const workday = z.looseObject({ beginning_of_workday: z.string(), end_of_workday: z.string() });
const hoursSchema = z.looseObject({
  id: nativeId,
  name: z.string(),
  time_zone: z.string().catch(''),
  service_desk_hours: z.record(z.string(), workday).catch({}),
  list_of_holidays: z.array(z.looseObject({ holiday_date: z.string() })).catch([]),
  is_default: z.boolean().catch(false),
});

async function groups(page = 1): Promise<readonly DeskGroup[]> {
  const found = read(z.array(groupSchema), await ask('listGroups', { page: String(page) }), 'groups');
  const listed = found.map(({ id, name }) => ({ id, name }));
  const isLast = found.length < GROUPS_PER_PAGE || page >= MOST_GROUP_PAGES;
  return isLast ? listed : [...listed, ...(await groups(page + 1))];
}

const hoursOf = (one: z.infer<typeof hoursSchema>): DeskHours => ({
  id: one.id,
  name: one.name,
  zone: one.time_zone,
  days: Object.fromEntries(
    Object.entries(one.service_desk_hours).map(([day, open]) => [
      day,
      [open.beginning_of_workday, open.end_of_workday],
    ]),
  ),
  holidays: one.list_of_holidays.map(({ holiday_date: date }) => date),
  isDefault: one.is_default,
});

const hours = async (): Promise<readonly DeskHours[]> =>
  read(z.array(hoursSchema), await ask('listBusinessHours', {}), 'business_hours').map(hoursOf);

/** What Freshservice does not let the API key read is said; everything else is a failure. @throws DeskError */
async function told<Item>(reading: Promise<readonly Item[]>, missing: string) {
  try {
    return { items: await reading, notTold: [] };
  } catch (error) {
    const isKept = error instanceof DeskError && (error.code === 'not-allowed' || error.code === 'not-found');
    if (isKept) return { items: [], notTold: [missing] };
    throw error;
  }
}

/** The groups and business hours of the account. @throws DeskError */
export async function readGroups(): Promise<DeskView> {
  const [known, open] = await Promise.all([
    told(groups(), 'Freshservice does not show Baton its groups. Give Baton’s agent the right to see groups.'),
    told(hours(), 'Freshservice does not show Baton its business hours. Type them in, or let Baton’s agent see them.'),
  ]);
  const notTold = [...known.notTold, ...open.notTold];
  return { desk: 'freshservice', groups: known.items, hours: open.items, notTold };
}

const nameOf = (agent: Readonly<Record<string, unknown>>): string =>
  [agent['first_name'], agent['last_name']].filter(part => typeof part === 'string' && part !== '').join(' ');

/** Who is in these groups, and who is active and in none of them; Baton's own agent is nobody. @throws DeskError */
export async function readMembers(
  asked: readonly string[],
  ownAgent: string | undefined,
): Promise<readonly DeskPerson[]> {
  const agents = await listAgents();
  if (!agents) throw new DeskError('refused', 'There are more agents than Baton reads at once.');
  const people = agents
    .filter(({ id }) => id !== ownAgent)
    .map((agent): DeskPerson => {
      const { id, email, active: isActive, member_of: memberOf } = agent;
      const found = memberOf.filter(group => asked.includes(group));
      return { id, name: nameOf(agent) || email || id, ...(email ? { email } : {}), isActive, groups: found };
    });
  const placed = people.filter(({ groups: of }) => of.length > 0);
  return [...placed, ...people.filter(({ groups: of, isActive }) => of.length === 0 && isActive)].slice(0, MOST_PEOPLE);
}
