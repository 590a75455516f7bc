import { caseMeasures, courseOf, readMapping, type Mapping } from '@baton/shared';
import { heldCases, readLog } from '@baton/shared/log';

const HOUR = 3_600_000;

/** What a file of these lines counts, case by case, and the teams each lay with. */
async function counted(mapping: Mapping, ...lines: object[]) {
  const sort = heldCases();
  const flaws: unknown[] = [];
  const line = (read: Parameters<Parameters<typeof readLog>[2]['line']>[0]) =>
    void ('kind' in read ? flaws.push(read) : sort.add(read));
  const bytes = new TextEncoder().encode(lines.map(one => JSON.stringify(one)).join('\n'));
  async function* blocks() {
    yield await Promise.resolve(bytes);
  }
  await readLog(blocks(), mapping, { line, flaw: flaw => void flaws.push(flaw) });
  expect(flaws).toEqual([]);
  const words = { waiting: new Set(mapping.waiting), resolved: new Set(mapping.resolved) };
  return [...sort.cases()].map(logged => {
    const course = courseOf(logged, words);
    const { serviceMs, waitingMs, byTeam, transfers } = caseMeasures(course, undefined);
    const people = course.standings.map(({ person }) => person);
    return { id: logged.id, teams: course.teams, people, serviceMs, waitingMs, byTeam, transfers };
  });
}

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
