import { agreedFor, assumptions, caseText, readMapping, reportText, type Mapping } from '@baton/shared';
import { heldCases, replayLog } from '@baton/shared/log';
import * as fc from 'fast-check';

const columns = { case: 'id', at: 'at', status: 'status', team: 'team', person: 'who', resolved: ['Done'] };
const mapping = readMapping({ ...columns, parties: { client: ['Desk'], msp: ['NOC'] } });

async function* inBlocks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.slice(at, at + size));
}

async function reported(bytes: Uint8Array, size: number, by: Mapping): Promise<string> {
  const agreed = agreedFor(by, undefined);
  const [cases, pieces]: [string[], string[]] = [[], []];
  await replayLog({
    ...{ blocks: inBlocks(bytes, size), mapping: by, period: { from: -Infinity, to: Infinity }, agreed },
    ...{ sort: heldCases(), assumed: assumptions(by, agreed) },
    report: {
      add: ({ measures }) => void cases.push(caseText(measures)),
      finish: (all, assumed) => void pieces.push(...reportText(all, assumed, cases)),
    },
  });
  return pieces.join('');
}

const line = fc
  .tuple(
    fc.nat(3),
    fc.nat(40),
    fc.constantFrom('Desk', 'NOC', '"Desk"', '"two\nlines"', 'No"where', '"open', 'Büro', ''),
  )
  .map(([id, hour, team]) => {
    const at = new Date(Date.UTC(2026, 2, 2) + hour * 3_600_000).toISOString();
    return `${id},${at},${hour > 35 ? 'Done' : 'New'},${team},Ana`;
  });

test('a file is told the same whatever the blocks it is read in, quotes and cut letters included', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 200 }),
      async (lines, size) => {
        const text = new TextEncoder().encode(`\uFEFFid,at,status,team,who\n${lines.join('\n')}\n`);
        const whole = await reported(text, text.length, mapping);
        expect(await reported(text, size, mapping)).toBe(whole);
      },
    ),
    { numRuns: 60 },
  ));

test('a byte that is no text counts the same in every block', async () => {
  const text = new TextEncoder().encode('id,at,status,team,who\n1,2026-03-02T08:00:00Z,New,B\u00fcro,Ana\n');
  const broken = text.map(byte => (byte === 0xc3 ? 0xff : byte));
  expect(await reported(broken, 10, mapping)).toBe(await reported(broken, broken.length, mapping));
});
