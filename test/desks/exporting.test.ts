import { hashing, readExport, verifyLedger, type ExportedLedger } from '@baton/shared';
import { starts, type TestDesk } from './support/desks';

jest.setTimeout(120_000);

/** What a desk answers in one piece at most, bytes. */
const ANSWER = 100_000;

/** The hash under the key this installation was given. */
function hashOf({ db, name }: TestDesk) {
  if (name === 'jira') return hashing();
  const { value } = db.prepare("SELECT value FROM freshservice_keys WHERE name = 'ledger'").get() as { value: string };
  return hashing(value);
}

async function exported(on: TestDesk, id: string, person: string): Promise<readonly ExportedLedger[]> {
  const parts: ExportedLedger[] = [];
  for (let page: { page?: number } = {}; ;) {
    const answer = await on.ask(id, person, { type: 'ledger', ...page });
    expect(JSON.stringify(answer).length).toBeLessThan(ANSWER);
    if (!answer.ok || !answer.ledger) throw new Error('nothing was given out');
    parts.push(answer.ledger);
    const { earlier } = answer.ledger;
    if (earlier === undefined) return parts;
    page = { page: earlier };
  }
}

it.each(['freshservice', 'jira'] as const)('a long ledger leaves %s in parts that fit together', async name => {
  const on = await starts[name]();
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  for (let minute = 10; minute < 34; minute += 2) {
    await on.until(`09:${minute}`);
    expect(await on.offer(id, 'ana', { evidence: 'Line of a log. '.repeat(200) })).toMatchObject({ ok: true });
    await on.until(`09:${minute + 1}`);
    await on.ask(id, 'ana', { type: 'withdraw' });
  }
  await on.until('10:40');
  const parts = await exported(on, id, 'omar');
  if (name === 'freshservice') expect(parts.length).toBeGreaterThan(1);
  const ledger = readExport(JSON.stringify(parts));
  expect(ledger.facts).toEqual(on.facts(id));
  const { misfit, texts } = verifyLedger(ledger, hashOf(on));
  expect(misfit).toBeUndefined();
  expect(texts.kept).toBe(48);
  await on.stop();
});
