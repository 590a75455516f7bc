import { readExport } from '@baton/shared';
import { starts, type TestDesk } from './support/desks';
import { exported } from './support/exported';

jest.setTimeout(60_000);

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** A text of this line over and over, at most 2 KB: four of them are a packet of 8 KB. */
function twoKilobytesOf(line: string): string {
  return line.repeat(Math.floor(2048 / bytes(line))).trimEnd();
}

const words = {
  'log lines': twoKilobytesOf('10:02 "array-7": latency é 42 ms, C:\\logs\\a.txt\n'),
  'quotes, which a store has to escape': twoKilobytesOf('"\n'),
  'control characters': twoKilobytesOf('\u0001x'),
  emoji: twoKilobytesOf('🧯 '),
};

/** Bytes of everything the app keeps of its tickets. */
const rows = ({ db, name }: TestDesk): number[] =>
  db
    .prepare(
      name === 'jira'
        ? 'SELECT length(CAST(value AS BLOB)) AS size FROM forge_rows WHERE until IS NULL'
        : "SELECT length(CAST(value AS BLOB)) AS size FROM fdk_key_values WHERE key LIKE 'e:%'",
    )
    .all()
    .map(row => (row as { size: number }).size);

describe.each(['freshservice', 'jira'] as const)('packets of 8 KB on %s', name => {
  it.each(Object.entries(words))('are offered and withdrawn as often as people like: %s', async (_what, text) => {
    const on = await starts[name]();
    const id = await on.open();
    await on.change(id, 'ana', { person: 'ana' });
    const packet = { diagnosis: text, actions: text, evidence: text, nextAction: text };
    for (const minute of [10, 15, 20, 25, 30]) {
      await on.until(`09:${minute}`);
      expect(await on.offer(id, 'ana', packet)).toMatchObject({ ok: true });
      expect(await on.ask(id, 'ana', { type: 'withdraw' })).toMatchObject({ ok: true });
    }
    await on.until('09:35');
    await on.offer(id, 'ana', packet);
    expect(await on.ask(id, 'omar', { type: 'accept' })).toMatchObject({ ok: true });
    expect(on.standing(id)).toBe('held msp/northwind-noc/omar');
    expect(Math.max(...rows(on))).toBeGreaterThan(16_000);
    const { texts } = readExport(JSON.stringify(await exported(on, id, 'omar')));
    const kept = Object.values(texts);
    expect(kept.filter(sealed => sealed?.text === text)).toHaveLength(24);
    await on.stop();
  });
});
