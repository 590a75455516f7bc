import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { zoneSensitiveAnswers } from './zoneSensitiveAnswers';

const root = join(__dirname, '..', '..');
const script = `
  const { zoneSensitiveAnswers } = require('./test/time/zoneSensitiveAnswers.ts');
  const midnight = new Date(0);
  const machine = midnight.getHours() * 60 + midnight.getMinutes();
  console.log(JSON.stringify({ machine, answers: zoneSensitiveAnswers() }));
`;

async function answersUnder(TZ: string): Promise<{ machine: number; answers: unknown }> {
  const env = { ...process.env, TZ };
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', '-e', script], { cwd: root, env });
  return JSON.parse(stdout) as { machine: number; answers: unknown };
}

describe('the zone of the machine changes no answer', () => {
  it.each([
    ['UTC', 0],
    ['Asia/Kolkata', 330],
    ['America/New_York', 19 * 60],
  ])(
    'under TZ=%s',
    async (zone, midnightUtc) => {
      const { machine, answers } = await answersUnder(zone);
      expect(machine).toBe(midnightUtc);
      expect(answers).toEqual(JSON.parse(JSON.stringify(zoneSensitiveAnswers())));
    },
    60_000,
  );

  it('in particular not which of two equal wall times is meant', () => {
    expect(zoneSensitiveAnswers().repeated).toEqual(['2026-10-25T00:30:00.000Z', '2026-11-01T05:30:00.000Z']);
  });
});
