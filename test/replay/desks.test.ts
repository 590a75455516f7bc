import { caseMeasures, courseOf, readMapping, type Mapping } from '@baton/shared';
import { heldCases, readLog } from '@baton/shared/log';

const HOUR = 3_600_000;

type Told = Parameters<Parameters<typeof readLog>[2]['line']>[0];

/** A file, read in blocks of a size: its cases and what is wrong with it. */
async function readText(mapping: Mapping, text: string, size = 1000) {
  const sort = heldCases();
  const flaws: unknown[] = [];
  const line = (read: Told) => void ('kind' in read ? flaws.push(read) : sort.add(read));
  const bytes = new TextEncoder().encode(text);
  async function* blocks() {
    for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.slice(at, at + size));
  }
  await readLog(blocks(), mapping, { line, flaw: flaw => void flaws.push(flaw) });
  return { cases: [...sort.cases()], flaws };
}

/** What a file counts, case by case, and the teams each lay with. */
async function countedIn(mapping: Mapping, text: string, size?: number) {
  const { cases, flaws } = await readText(mapping, text, size);
  expect(flaws).toEqual([]);
  const words = { waiting: new Set(mapping.waiting), resolved: new Set(mapping.resolved) };
  return cases.map(logged => {
    const course = courseOf(logged, words);
    const { serviceMs, waitingMs, byTeam, transfers } = caseMeasures(course, undefined);
    const people = course.standings.map(({ person }) => person);
    return { id: logged.id, teams: course.teams, people, serviceMs, waitingMs, byTeam, transfers };
  });
}

const counted = (mapping: Mapping, ...lines: object[]) =>
  countedIn(mapping, lines.map(one => JSON.stringify(one)).join('\n'));

const changed = (id: string, hour: string, ...items: [field: string, from: string | null, to: string | null][]) => ({
  id,
  created: `2026-03-02T${hour}:00.000+0000`,
  items: items.map(([field, fromString, toString]) => ({ field, fieldId: field, fromString, toString })),
});

const issue = {
  key: 'SUP-7',
  fields: {
    ...{ created: '2026-03-02T08:00:00.000+0000', status: { name: 'Done' }, priority: { name: 'High' } },
    ...{ assignee: { displayName: 'Ana' }, customfield_10050: { value: 'Network' } },
  },
  changelog: {
    histories: [
      changed('104', '12:00', ['status', 'Waiting for customer', 'Done']),
      changed('103', '11:00', ['status', 'Open', 'Waiting for customer']),
      changed('102', '09:00', ['customfield_10050', 'Desk', 'Network'], ['assignee', null, 'Ana']),
      changed('101', '08:30', ['labels', '', 'printer']),
    ],
  },
};

const jiraMapping = readMapping({ format: 'jira', team: 'customfield_10050' });

test('an issue of Jira is what its changelog says it was, from its first field to its last', async () => {
  expect(await counted(jiraMapping, issue)).toEqual([
    {
      ...{ id: 'SUP-7', teams: ['Desk', 'Network'], people: [undefined, 'Ana', 'Ana', 'Ana'], transfers: 1 },
      ...{ serviceMs: 3 * HOUR, waitingMs: HOUR, byTeam: { Desk: HOUR, Network: 2 * HOUR } },
    },
  ]);
});

test('issues come one a line, as a list, or as pages of a search; a changelog newest or oldest first', async () => {
  const pages = { ...issue, key: 'SUP-8', changelog: { values: [...issue.changelog.histories].reverse() } };
  const alone = await counted(jiraMapping, issue, pages);
  expect(alone.map(({ id }) => id)).toEqual(['SUP-7', 'SUP-8']);
  expect(alone[1]).toEqual({ ...alone[0], id: 'SUP-8' });
  expect(await counted(jiraMapping, { issues: [issue, pages] })).toEqual(alone);
  expect(await counted(jiraMapping, [issue, pages])).toEqual(alone);
});

test('a document over many lines is read as the same issues one a line are, whatever the blocks', async () => {
  const other = { ...issue, key: 'SÜP-8', fields: { ...issue.fields, summary: 'a "]" and a \\' } };
  const alone = await counted(jiraMapping, issue, other);
  const lists = [
    [issue, other],
    { total: 2, issues: [issue, other] },
    { values: [issue, other] },
    [{ issues: [issue, other] }],
  ];
  const written = lists.map(list => JSON.stringify(list, null, 2));
  for (const text of [...written, `\uFEFF${[issue, other].map(one => JSON.stringify(one, null, 1)).join('\n')}`])
    for (const size of [5, 100_000]) expect(await countedIn(jiraMapping, text, size)).toEqual(alone);
});

test('a document that breaks off is counted up to there, and said with its line', async () => {
  const whole = JSON.stringify([issue, { ...issue, key: 'SUP-8' }], null, 1);
  const cut = whole.slice(0, whole.lastIndexOf('priority'));
  const { cases, flaws } = await readText(jiraMapping, cut);
  expect(cases.map(({ id }) => id)).toEqual(['SUP-7']);
  expect(flaws).toMatchObject([{ kind: 'no JSON', line: cut.split('\n').length, isCounted: false }]);
  const broken = await readText(
    jiraMapping,
    `[\n${JSON.stringify(issue)},\n{"key": oops},\n${JSON.stringify(issue)}\n]`,
  );
  expect(broken.cases.map(({ id }) => id)).toEqual(['SUP-7']);
  expect(broken.flaws).toMatchObject([{ kind: 'no JSON', isCounted: false }]);
  const number = await readText(jiraMapping, `[\n\n7,\n${JSON.stringify(issue)}]`);
  expect([number.cases.length, number.flaws]).toMatchObject([1, [{ line: 3, message: 'This is no JSON object.' }]]);
});

test('pages of one issue’s changes are that issue from its first change on; the mapping says whose where they do not', async () => {
  const changes = [...issue.changelog.histories].reverse();
  const self = 'https://contoso.atlassian.net/rest/api/3/issue/SUP-7/changelog?startAt=';
  const page = (at: number) => ({ self: `${self}${at}`, startAt: at, total: 4, values: changes.slice(at, at + 2) });
  const [read] = await counted(jiraMapping, page(0), page(2));
  expect(read).toMatchObject({ id: 'SUP-7', teams: ['Desk', 'Network'], serviceMs: 2.5 * HOUR, waitingMs: HOUR });
  const nameless = { values: changes };
  const named = readMapping({ format: 'jira', team: 'customfield_10050', issue: 'SUP-9' });
  const [whole] = await countedIn(named, JSON.stringify(nameless, null, 2));
  expect(whole).toMatchObject({ id: 'SUP-9', teams: ['Desk', 'Network'], serviceMs: 2.5 * HOUR, waitingMs: HOUR });
  expect((await readText(jiraMapping, JSON.stringify(nameless))).flaws).not.toEqual([]);
});

test('a ticket of Freshservice is what its activities say in words', async () => {
  const said = (hour: string, content: string, ...more: string[]) => ({
    ...{ actor: { id: 9, name: 'Ana' }, content, sub_contents: more, created_at: `2026-03-02T${hour}:00Z` },
  });
  const ticket = { id: 41, created_at: '2026-03-02T08:00:00Z', status: 4, priority: 3 };
  const activities = [
    said('12:00', 'updated the ticket', 'set Status as Resolved'),
    said('11:00', 'set Status as Pending'),
    said('09:00', 'updated the ticket', 'set Group as Network', 'set Agent as Nuno'),
    said('08:00', 'created a new ticket', 'set Group as Desk', 'set Agent as none'),
  ];
  expect(await counted(readMapping({ format: 'freshservice' }), { ticket, activities })).toEqual([
    {
      ...{ id: '41', teams: ['Desk', 'Network'], people: [undefined, undefined, 'Nuno', 'Nuno', 'Nuno'], transfers: 1 },
      ...{ serviceMs: 3 * HOUR, waitingMs: HOUR, byTeam: { nobody: 0, Desk: HOUR, Network: 2 * HOUR } },
    },
  ]);
});
