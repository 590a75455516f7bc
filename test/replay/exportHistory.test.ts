import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMapping } from '@baton/shared';
import { heldCases, readLog } from '@baton/shared/log';
import { deskApi, type World } from '../../scripts/history/deskApi';
import { exporting } from '../../scripts/history/exporting';
import { freshserviceHistory } from '../../scripts/history/freshserviceHistory';
import { jiraHistory } from '../../scripts/history/jiraHistory';
import { keptHistory } from '../../scripts/history/keptHistory';

type Answer = (request: IncomingMessage, asked: Record<string, unknown>, response: ServerResponse) => object | number;

const folder = mkdtempSync(join(tmpdir(), 'baton-export-test-'));
let server: Server | undefined;
afterEach(() => server?.close());
afterAll(() => rmSync(folder, { recursive: true }));

/** A tenant that answers so; a number is a status, and 0 cuts the connection. */
async function tenant(answer: Answer): Promise<string> {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', piece => (text += String(piece)));
    request.on('end', () => {
      const said = answer(request, text === '' ? {} : (JSON.parse(text) as Record<string, unknown>), response);
      if (said === 0) return void request.socket.destroy();
      response.statusCode = typeof said === 'number' ? said : 200;
      response
        .setHeader('content-type', 'application/json')
        .end(typeof said === 'number' ? '{}' : JSON.stringify(said));
    });
  });
  await new Promise<void>(done => server?.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Time that passes only where somebody waits. */
function world(): World & { readonly waited: number[] } {
  let now = Date.parse('2026-06-01T00:00:00Z');
  const waited: number[] = [];
  const sleep = async (ms: number): Promise<void> => void (waited.push(ms), (now += ms));
  return { now: () => now, sleep, random: () => 0.5, waited };
}

const linesOf = (file: string): { id?: string }[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as { id?: string });

async function teamsIn(file: string, mapping: ReturnType<typeof readMapping>) {
  const sort = heldCases();
  async function* blocks() {
    yield await Promise.resolve(readFileSync(file));
  }
  const fail = (flaw: unknown): never => {
    throw new Error(JSON.stringify(flaw));
  };
  await readLog(blocks(), mapping, { line: read => ('kind' in read ? fail(read) : sort.add(read)), flaw: fail });
  return Object.fromEntries([...sort.cases()].map(({ id, events }) => [id, events.map(({ team }) => team)]));
}

const jira = readMapping({ format: 'jira', team: 'Support team' });
const fields = [...['status', 'assignee', 'priority', 'issuetype'].map(id => ({ id, name: id }))];
const [KEPT, BUSY] = [{ id: 'customfield_7', name: 'Support team' }, 429];

const issue = (id: number) => ({
  ...{ id: String(id), key: `SUP-${id}` },
  fields: {
    ...{ created: '2026-03-02T08:00:00.000+0000', status: { name: 'Done', iconUrl: 'x' }, customfield_7: null },
    ...{ assignee: { displayName: 'Ana', emailAddress: 'ana@contoso.example' }, description: 'Private' },
  },
});
const history = (id: number, to: string) => ({
  issueId: String(id),
  changeHistories: [
    {
      ...{ id: `9${id}`, created: Date.parse('2026-03-02T09:00:00Z'), author: { displayName: 'Ana' } },
      items: [
        { field: 'Support team', fieldId: 'customfield_7', fromString: 'Desk', toString: to },
        { field: 'description', fieldId: 'description', fromString: 'Private', toString: 'More private' },
      ],
    },
  ],
});

/** Three pages of two issues; `mishap` may answer otherwise. */
const jiraSite = (mishap: Answer = () => 200): { answer: Answer; asked: string[] } => {
  const asked: string[] = [];
  const pages: Record<string, object> = {
    first: { issues: [issue(1), issue(2)], nextPageToken: 'p2' },
    // What was created meanwhile moved a page, so that one issue comes twice.
    p2: { issues: [issue(2), issue(3)], nextPageToken: 'p3' },
    p3: { issues: [issue(4)] },
  };
  const answer: Answer = (request, body, response) => {
    const said = mishap(request, body, response);
    if (said !== 200) return said;
    asked.push(`${request.url} ${JSON.stringify(body)}`);
    if (request.url === '/rest/api/3/field') return [...fields, KEPT];
    if (request.url === '/rest/api/3/search/jql') return pages[(body['nextPageToken'] as string) ?? 'first'] ?? 400;
    const ids = body['issueIdsOrKeys'] as string[];
    if (!body['nextPageToken']) return { issueChangeLogs: [history(Number(ids[0]), 'NOC')], nextPageToken: 'more' };
    return { issueChangeLogs: ids.map(id => history(Number(id), 'NOC')) };
  };
  return { answer, asked };
};

async function pullJira(site: string, file: string, by: World = world()): Promise<number> {
  const api = deskApi({ site, user: 'ana', secret: 'hush', perMinute: 6000 }, by);
  const kept = await keptHistory(file, 'q');
  return exporting(jiraHistory(api, { jql: 'project = SUP', mapping: jira, ...kept }), kept);
}

test('issues come page by page with the changes of the mapped fields, each once, and nothing else of them', async () => {
  const { answer, asked } = jiraSite();
  const file = join(folder, 'jira.ndjson');
  expect(await pullJira(await tenant(answer), file)).toBe(4);
  expect(await teamsIn(file, jira)).toEqual(
    Object.fromEntries(['SUP-1', 'SUP-2', 'SUP-3', 'SUP-4'].map(key => [key, ['Desk', 'NOC']])),
  );
  expect(readFileSync(file, 'utf8')).not.toMatch(/rivate|contoso|iconUrl|author/);
  expect(asked[1]).toContain('"jql":"project = SUP ORDER BY created ASC"');
  expect(asked.join()).not.toContain('description');
  expect(existsSync(`${file}.state`)).toBe(false);
});

test('a pull that is cut short goes on where it was, and neither loses nor repeats an issue', async () => {
  const file = join(folder, 'cut.ndjson');
  const broken = jiraSite((_, body) => (body['nextPageToken'] === 'p3' ? 0 : 200));
  const by = world();
  await expect(pullJira(await tenant(broken.answer), file, by)).rejects.toMatchObject({ canGoOn: true });
  expect(by.waited.filter(ms => ms > 100)).toHaveLength(7);
  appendFileSync(file, '{"id":"4","key":"SUP-4","fie');
  server?.close();
  const whole = jiraSite();
  expect(await pullJira(await tenant(whole.answer), file)).toBe(4);
  expect(linesOf(file).map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
  expect(whole.asked.filter(one => one.includes('search')).length).toBe(1);
});

test('a token that has grown too old begins the search again, without pulling twice what is there', async () => {
  const file = join(folder, 'old.ndjson');
  const broken = jiraSite((_, body) => (body['nextPageToken'] === 'p3' ? 0 : 200));
  await expect(pullJira(await tenant(broken.answer), file)).rejects.toMatchObject({ canGoOn: true });
  server?.close();
  let isOld = true;
  const whole = jiraSite((_, body) => (body['nextPageToken'] === 'p3' && isOld ? ((isOld = false), 400) : 200));
  expect(await pullJira(await tenant(whole.answer), file)).toBe(4);
  expect(linesOf(file).map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
});

test('a busy desk is waited for as long as it says; wrong credentials end it at once, and are not told', async () => {
  let times = 0;
  const busy = jiraSite((request, _, response) => {
    if (!request.url?.includes('search') || (times += 1) > 2) return 200;
    return response.setHeader('retry-after', times === 1 ? '30' : 'Mon, 01 Jun 2026 00:02:00 GMT') && BUSY;
  });
  const by = world();
  expect(await pullJira(await tenant(busy.answer), join(folder, 'busy.ndjson'), by)).toBe(4);
  const [first, second] = by.waited.filter(ms => ms > 1000);
  expect(first).toBe(30_500);
  // The date it names, two minutes after the beginning, and half a second.
  expect((first ?? 0) + (second ?? 0)).toBeGreaterThan(119_000);
  expect((first ?? 0) + (second ?? 0)).toBeLessThanOrEqual(120_500);
  server?.close();
  const wrong = pullJira(await tenant(() => 401), join(folder, 'wrong.ndjson'));
  await expect(wrong).rejects.toMatchObject({ canGoOn: false });
  await expect(wrong).rejects.not.toThrow(/hush/);
});

const freshservice = readMapping({ format: 'freshservice' });
const ticket = (id: number) => ({
  ...{ id, created_at: '2026-03-02T08:00:00Z', group_id: 5, responder_id: 6, status: 2, subject: 'Private' },
  description: 'Private',
});
const said = (...lines: string[]) => ({
  activities: [
    {
      actor: { id: 6, name: 'Nuno' },
      content: 'added a private note',
      sub_contents: lines,
      created_at: '2026-03-02T09:00:00Z',
    },
  ],
});

test('tickets come with what their activities say of mapped fields; those that moved a page meanwhile are found', async () => {
  let lists = 0;
  // A ticket is deleted while the second page is asked for: the one that moved to the first page is not on either.
  const first = [...Array(100).keys()].map(n => ticket(n + 1));
  const moved = [...first.slice(1), ticket(101)];
  const older = '/api/v2/tickets/1/activities?start_token=20';
  const answers: Readonly<Record<string, object | number>> = {
    '/api/v2/groups/5': { group: { name: 'Desk' } },
    '/api/v2/tickets/1/activities': { ...said('set Status as Pending'), next_page_url: older },
    [older]: said('set Group as NOC'),
    '/api/v2/tickets/2/activities': 404,
    '/api/v2/agents/6': 404,
  };
  const listed = (page: string | undefined): object => {
    if (page !== '1') return { tickets: [ticket(102)] };
    lists += 1;
    return { tickets: lists === 1 ? first : moved };
  };
  const site = await tenant(({ url = '' }) =>
    url.startsWith('/api/v2/tickets?') ? listed(/[?&]page=(\d+)/.exec(url)?.[1]) : (answers[url] ?? said()),
  );
  const file = join(folder, 'freshservice.ndjson');
  const api = deskApi({ site, user: 'hush', secret: 'X', perMinute: 6000 }, world());
  const kept = await keptHistory(file, 'q');
  const pull = { from: 0, to: Date.parse('2026-04-01T00:00:00Z'), mapping: freshservice, ...kept };
  expect(await exporting(freshserviceHistory(api, pull), kept)).toBe(101);
  const teams = await teamsIn(file, freshservice);
  expect(teams['1']).toEqual([undefined, 'NOC', 'NOC']);
  expect([teams['2'], teams['3'], teams['101'], teams['102']]).toEqual([undefined, ['Desk'], ['Desk'], ['Desk']]);
  expect(readFileSync(file, 'utf8')).not.toMatch(/rivate|Nuno/);
});
