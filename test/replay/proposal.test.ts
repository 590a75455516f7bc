import { proposeMapping, readMapping } from '@baton/shared';
import { deskLines, readHead, readLog } from '@baton/shared/log';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const proposed = (text: string) => proposeMapping(readHead(bytes(text), true));

test('columns of a common export are proposed from their names and from what stands in them', () => {
  const log = [
    'number;sys_updated_at;sys_mod_count;incident_state;assignment_group;assigned_to;priority;category;opened_by',
    'INC1;02-03-2026 08:00;0;New;Desk;?;3 - Moderate;Network;Ann',
    'INC1;14-03-2026 09:30;1;Awaiting User Info;Desk;Ana;3 - Moderate;Network;Ann',
    'INC1;15-03-2026 09:30;2;Closed;Desk;Ana;3 - Moderate;Network;Ann',
  ].join('\n');
  expect(proposed(log)).toEqual({
    ...{ format: 'csv', delimiter: ';', encoding: 'utf-8', zone: 'UTC', missing: ['?'] },
    ...{ case: 'number', at: 'sys_updated_at', atFormat: 'dd-MM-yyyy HH:mm', order: 'sys_mod_count' },
    ...{ status: 'incident_state', team: 'assignment_group', person: 'assigned_to', priority: 'priority' },
    ...{ type: 'category', waiting: ['Awaiting User Info'], resolved: ['Closed'] },
  });
});

test('lines of JSON are read by dotted paths, and a file of another encoding is known', async () => {
  const lines = proposed('{"key":"OPS-1","updated":"2026-03-02T08:00:00Z","fields":{"status":{"name":"Done"}}}\n');
  expect(lines).toMatchObject({ format: 'ndjson', case: 'key', at: 'updated', status: 'fields.status.name' });
  const latin = Uint8Array.from([...bytes('id,at,status,team\n1,2026-03-02T08:00:00Z,New,B'), 0xfc, ...bytes('ro\n')]);
  const mapping = readMapping(proposeMapping(readHead(latin, true)));
  const teams: unknown[] = [];
  const line = (read: object): void => void teams.push('event' in read && (read.event as { team: string }).team);
  async function* blocks() {
    yield latin;
  }
  await readLog(blocks(), mapping, { line, flaw: flaw => teams.push(flaw) });
  expect(teams).toEqual(['Büro']);
});

test('a file without lines says what would mend it', () => {
  expect(() => readHead(bytes('id,at,status\n'), true)).toThrow('no lines below the names of its columns');
});

test('what a desk exports is known for it, with its own fields, over many lines or one', () => {
  const item = { field: 'Support team', fieldId: 'customfield_7', fromString: 'Desk', toString: 'NOC' };
  const issue = {
    ...{ key: 'SUP-1', fields: { created: '2026-03-02T08:00:00.000+0000', status: { name: 'Waiting' } } },
    changelog: { histories: [{ id: '1', created: '2026-03-02T09:00:00.000+0000', items: [item] }] },
  };
  const texts = [
    `${JSON.stringify(issue)}\n`,
    JSON.stringify({ issues: [issue] }, null, 2),
    JSON.stringify([issue], null, 1),
  ];
  for (const text of texts) {
    const head = readHead(bytes(text), true);
    expect(head).toMatchObject({ format: 'jira', labels: { customfield_7: 'Support team' } });
    expect(proposeMapping(head)).toMatchObject({
      format: 'jira',
      case: 'key',
      team: 'customfield_7',
      waiting: ['Waiting'],
    });
    expect(deskLines(head, readMapping(proposeMapping(head))).map(cells => cells[4])).toEqual(['Desk', 'NOC']);
  }
  const ticket = {
    ticket: { id: 1, created_at: '2026-03-02T08:00:00Z' },
    activities: [{ content: 'set Status as Closed' }],
  };
  const head = readHead(bytes(`${JSON.stringify(ticket)}\n`), true);
  expect(proposeMapping(head)).toMatchObject({ format: 'freshservice', team: 'Group', resolved: ['Closed'] });
  expect(readHead(bytes(`${JSON.stringify(ticket)}\n`), true, 'ndjson').columns).toContain('ticket.id');
});
