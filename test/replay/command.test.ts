import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const sample = process.env['BATON_LOG'] ?? resolve(root, '../shared/data/servicenow_incidents_sample.csv');
const folder = mkdtempSync(join(tmpdir(), 'baton-replay-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const keep = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const mapping = keep(
  'map.json',
  JSON.stringify({ case: 'id', at: 'at', status: 'status', team: 'team', resolved: ['Done'] }),
);

function replay(...args: string[]) {
  const json = join(folder, 'report.json');
  rmSync(json, { force: true });
  const flags = ['--import', 'tsx', 'scripts/replay.ts', '--json', json, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, flags, {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, stdout, stderr, text: existsSync(json) ? readFileSync(json, 'utf8') : '' };
}

test('a log is counted whatever is wrong with some of its lines, and --strict says so', () => {
  const log = Buffer.concat([
    Buffer.from('\uFEFFid,at,status,team,note\n1,2026-03-02T08:00:00Z,New,Desk,\n'),
    Buffer.from('1,2026-02-30T08:00:00Z,New,Desk,impossible\n1,2026-03-02T09:00:00Z\n'),
    Buffer.from('1,"2026-03-02T09:00:00Z,New,Desk,the quote is not closed\n'),
    Buffer.from('1,2026-03-02T09:00:00Z,New,Network,"two\nlines"\n'),
    Buffer.from([0x31, 0x2c, ...Buffer.from('2026-03-02T10:00:00Z,Done,Desk,'), 0xff, 0x0a]),
  ]);
  const { status, stdout, stderr, text } = replay('--input', keep('bad.csv', log), '--map', mapping, '--strict');
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toContain('1 cases with 3 events');
  const { flaws, perCase, ...sums } = JSON.parse(text) as Record<
    string,
    { examples: { line: number; kind: string }[] }
  >;
  expect(sums).toMatchObject({ cases: 1, events: 3, transfers: 2, loops: 1, serviceMs: 7_200_000 });
  expect(perCase).toMatchObject([{ id: '1', opened: '2026-03-02T08:00:00.000Z', closed: '2026-03-02T10:00:00.000Z' }]);
  expect(flaws?.examples.map(({ line, kind }) => `${line} ${kind}`)).toEqual([
    ...['3 impossible instant', '4 wrong number of columns', '5 broken quotes', '8 bytes that are no text'],
  ]);
});

test('a mapping or log that cannot be used ends with 2 and what would mend it', () => {
  const log = keep('good.csv', 'id,at,status\n1,2026-03-02T08:00:00Z,New\n');
  const missing = replay('--input', log, '--map', mapping);
  expect(missing).toMatchObject({
    status: 2,
    stderr: 'The log has no column "team"; it has id, at, status.\n',
    text: '',
  });
});

if (!existsSync(sample)) {
  describe('a real log: FILE ABSENT, NOTHING CHECKED (../shared/data)', () => {
    it.skip('is replayed once the file is there, or BATON_LOG names it', () => undefined);
  });
} else {
  test('a real log comes to what a second program counted, twice the same bytes', () => {
    const columns = {
      case: 'number',
      at: 'sys_updated_at',
      order: 'sys_mod_count',
      team: 'assignment_group',
      status: 'incident_state',
    };
    const words = { missing: ['?'], waiting: ['Awaiting User Info'], resolved: ['Resolved', 'Closed'] };
    const map = keep('sample.json', JSON.stringify({ ...columns, ...words, atFormat: 'dd-MM-yyyy HH:mm' }));
    const { status, text } = replay('--input', sample, '--map', map);
    expect(status).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      ...{ cases: 890, events: 5998, transfers: 834, loops: 150, reopenings: 12 },
      ...{ serviceMs: 531_053_880_000, waitingMs: 439_246_680_000, flaws: { count: 5, leftOut: 0 } },
    });
    expect(replay('--input', sample, '--map', map).text).toBe(text);
  });
}
