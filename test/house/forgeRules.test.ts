import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgeFindings } from '../../scripts/validate/forgeRules';
import { root } from './run';

const sound = readFileSync(join(root, 'manifest.yml'), 'utf8');

function findings(manifest: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'baton-forge-'));
  cpSync(join(root, 'manifest.yml'), join(folder, 'manifest.yml'));
  writeFileSync(join(folder, 'manifest.yml'), manifest);
  const found = forgeFindings(folder).map(({ level, message }) => `${level} ${message}`);
  rmSync(folder, { recursive: true });
  return found;
}

function spoiled(from: string, to: string): string {
  if (!sound.includes(from)) throw new Error(`manifest.yml has no ${from}`);
  return sound.replace(from, to);
}

test('our own manifest has no finding', () => expect(findings(sound)).toEqual([]));

test.each([
  ['an event that does not exist', 'avi:jira:assigned:issue', 'avi:jira:exploded:issue', 'avi:jira:exploded:issue'],
  ['a scope taken out', '    - storage:app\n', '', 'storage:app is missing'],
  ['an unknown key of a function', 'timeoutSeconds: 300', 'timeout: 300', 'unknown key: timeout'],
  [
    'an unknown key of a schedule',
    'interval: fiveMinute',
    'interval: fiveMinute\n      cron: daily',
    'unknown key: cron',
  ],
  ['a key twice', 'permissions:', 'app: {}\npermissions:', 'Map keys must be unique'],
  ['no YAML', 'modules:', 'modules: [', 'error '],
])('sees %s', (_, from, to, message) => {
  expect(findings(spoiled(from, to))).toContainEqual(expect.stringContaining(message));
});
