import { DeskError, type DeskGroup, type DeskPerson, type DeskView } from '@baton/shared';
import { asUser, route } from '@forge/api';
import { z } from 'zod';
import { restAnswer } from './platformErrors';

const PER_PAGE = 50;
/** Most pages of groups, and of people of one group, that are read: 500 of either. */
const MOST_PAGES = 10;

const group = z.looseObject({ groupId: z.string(), name: z.string() });
const member = z.looseObject({
  accountId: z.string(),
  accountType: z.string().catch('atlassian'),
  displayName: z.string().catch('somebody'),
  emailAddress: z.string().optional().catch(undefined),
  active: z.boolean().catch(true),
});
const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.looseObject({ isLast: z.boolean().catch(true), values: z.array(item) });

/** Every page of a list that Jira gives in pages. @throws DeskError */
async function pages<Item>(
  schema: z.ZodType<{ isLast: boolean; values: Item[] }>,
  read: (page: number) => Promise<unknown>,
) {
  const found: Item[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = schema.safeParse(await read(page));
    if (!answer.success) throw new DeskError('unexpected', 'Jira’s groups have a form that is not known.');
    found.push(...answer.data.values);
    if (answer.data.isLast) break;
  }
  return found;
}

const get = (path: ReturnType<typeof route>, what: string): Promise<unknown> =>
  restAnswer(asUser().requestJira(path), what);

const groupsPage = (page: number): Promise<unknown> =>
  get(route`/rest/api/3/group/bulk?startAt=${page * PER_PAGE}&maxResults=${PER_PAGE}`, 'reading the groups');

const membersPage =
  (id: string) =>
  (page: number): Promise<unknown> =>
    get(
      route`/rest/api/3/group/member?groupId=${id}&includeInactiveUsers=true&startAt=${page * PER_PAGE}&maxResults=${PER_PAGE}`,
      'reading who is in a group',
    );

const notAllowed =
  'Jira does not show you its groups: you need the global permission “Browse users and groups”. Type the teams in meanwhile.';

/** The groups of the site as the acting person may see them. Jira lets no app read a service desk's calendars. */
export async function readGroups(): Promise<DeskView> {
  const view = { desk: 'jira', hours: [] } as const;
  try {
    const groups = await pages(pageOf(group), groupsPage);
    return { ...view, groups: groups.map(({ groupId: id, name }): DeskGroup => ({ id, name })), notTold: [] };
  } catch (error) {
    const isKept = error instanceof DeskError && (error.code === 'not-allowed' || error.code === 'not-found');
    if (isKept) return { ...view, groups: [], notTold: [notAllowed] };
    throw error;
  }
}

/** Who is in these groups, active or not, as the acting person may see them; apps are nobody. @throws DeskError */
export async function readMembers(groups: readonly string[]): Promise<readonly DeskPerson[]> {
  const people = new Map<string, DeskPerson>();
  for (const id of groups) {
    const members = await pages(pageOf(member), membersPage(id)).catch((error: unknown) => {
      // A group that is gone has nobody; the list of groups says that it is gone.
      if (error instanceof DeskError && error.code === 'not-found') return [];
      throw error;
    });
    for (const { accountId, accountType, displayName: name, emailAddress: email, active: isActive } of members) {
      if (accountType === 'app') continue;
      const before = people.get(accountId)?.groups ?? [];
      people.set(accountId, { id: accountId, name, ...(email ? { email } : {}), isActive, groups: [...before, id] });
    }
  }
  return [...people.values()];
}
