import type { Mapping } from '@baton/shared';
import { z } from 'zod';
import type { DeskApi } from './deskApi';
import { ExportError } from './exportError';
import type { Batch, PastTicket } from './keptHistory';
import { wantedFields } from './wantedFields';

/** What of a Jira site to pull. */
export interface JiraPull {
  readonly jql: string;
  readonly mapping: Mapping;
  readonly known: ReadonlySet<string>;
  /** The token of the next page; undefined at the beginning. */
  readonly cursor: unknown;
}

/** A field as the mapping names it, and by its id. */
interface Field {
  readonly name: string;
  readonly id: string;
}

const fieldsForm = z.array(z.object({ id: z.string(), name: z.string() }));
const countForm = z.object({ count: z.number() });
const issueForm = z.object({ id: z.string(), key: z.string(), fields: z.record(z.string(), z.unknown()).default({}) });
const pageForm = z.object({ issues: z.array(issueForm), nextPageToken: z.string().nullish() });
const textForm = z.string().nullish();
const itemForm = z.object({ field: textForm, fieldId: textForm, fromString: textForm, toString: textForm });
const historyForm = z.object({ id: z.string(), created: z.union([z.string(), z.number()]), items: z.array(itemForm) });
const changesForm = z.object({
  issueChangeLogs: z.array(z.object({ issueId: z.string(), changeHistories: z.array(historyForm) })),
  nextPageToken: z.string().nullish(),
});

type Issue = z.infer<typeof issueForm>;
type History = z.infer<typeof historyForm>;

const SEARCH = '/rest/api/3/search/jql';
/** Issues asked for at once, and changes of them. */
const [PAGE, CHANGES] = [100, 1000];

/** The oldest first, so that what is created meanwhile comes last. */
const inOrder = (jql: string): string => (/\border\s+by\b/i.test(jql) ? jql : `${jql} ORDER BY created ASC`);

/** The fields that a mapping needs, by id, as the site calls them. */
async function fieldsOf(api: DeskApi, mapping: Mapping): Promise<readonly Field[]> {
  const all = await api.ask({ path: '/rest/api/3/field', form: fieldsForm });
  return wantedFields(mapping).map(name => {
    const field = all.find(({ id }) => id === name) ?? all.find(one => one.name === name);
    if (field) return { name, id: field.id };
    throw new ExportError(`This Jira has no field "${name}". Name one of its fields in the mapping, by name or id.`);
  });
}

async function changesOf(api: DeskApi, issues: readonly Issue[], fields: readonly Field[]) {
  const changes = new Map<string, History[]>(issues.map(({ id }) => [id, []]));
  const fieldIds = fields.map(({ id }) => id);
  let nextPageToken: string | null | undefined;
  do {
    const page = { issueIdsOrKeys: [...changes.keys()], fieldIds, maxResults: CHANGES };
    const body = nextPageToken ? { ...page, nextPageToken } : page;
    const answer = await api.ask({ path: '/rest/api/3/changelog/bulkfetch', body, form: changesForm });
    for (const { issueId, changeHistories } of answer.issueChangeLogs) changes.get(issueId)?.push(...changeHistories);
    ({ nextPageToken } = answer);
  } while (nextPageToken);
  return changes;
}

/** The bulk door has been seen to give instants as numbers. */
const instantOf = (created: string | number): string =>
  typeof created === 'number' ? new Date(created).toISOString() : created;

const shownForm = z
  .object({ displayName: textForm, name: textForm, value: textForm })
  .transform(({ displayName, name, value }) => displayName ?? name ?? value)
  .or(z.union([z.string(), z.number()]))
  .catch(undefined);

function pastOf({ id, key, fields: said }: Issue, histories: readonly History[], fields: readonly Field[]): PastTicket {
  const isWanted = ({ fieldId, field }: z.infer<typeof itemForm>): boolean =>
    fields.some(one => one.id === (fieldId ?? field));
  // A page that came twice brings its changes twice.
  const once = [...new Map(histories.map(history => [history.id, history])).values()];
  const shown = fields.map(field => [field.name, shownForm.parse(said[field.id])]);
  const changelog = {
    histories: once.map(history => ({
      ...{ id: history.id, created: instantOf(history.created) },
      items: history.items.filter(isWanted),
    })),
  };
  return {
    id,
    line: { id, key, fields: { created: said['created'], ...(Object.fromEntries(shown) as object) }, changelog },
  };
}

/** About how many issues there are; undefined where the site does not say. */
export async function countIssues(api: DeskApi, jql: string): Promise<number | undefined> {
  const bounded = jql.replace(/\border\s+by\b.*$/is, '');
  const asked = { path: '/rest/api/3/search/approximate-count', body: { jql: bounded }, form: countForm };
  return (await api.askIfThere(asked))?.count;
}

/** A page of a search; the first one where the token of a pull that was cut short is too old to go on with. */
async function pageOf(api: DeskApi, search: object, token: string, isKept: boolean): Promise<z.infer<typeof pageForm>> {
  const body = token === '' ? search : { ...search, nextPageToken: token };
  try {
    return await api.ask({ path: SEARCH, body, form: pageForm });
  } catch (error) {
    if (!isKept || (error instanceof ExportError && error.canGoOn)) throw error;
    return api.ask({ path: SEARCH, body: search, form: pageForm });
  }
}

/** Issues with what changed in the fields that a mapping needs, a page at a time. */
export async function* jiraHistory(
  api: DeskApi,
  { jql, mapping, known, cursor }: JiraPull,
): AsyncGenerator<Batch<string>> {
  const fields = await fieldsOf(api, mapping);
  const search = { jql: inOrder(jql), fields: ['created', ...fields.map(({ id }) => id)], maxResults: PAGE };
  const kept = z.string().catch('').parse(cursor);
  let token = kept;
  do {
    const { issues, nextPageToken } = await pageOf(api, search, token, token !== '' && token === kept);
    const fresh = issues.filter(({ id }) => !known.has(id));
    const changes = fresh.length === 0 ? new Map<string, History[]>() : await changesOf(api, fresh, fields);
    const tickets = fresh.map(issue => pastOf(issue, changes.get(issue.id) ?? [], fields));
    token = nextPageToken ?? '';
    yield { tickets, cursor: token };
  } while (token !== '');
}
