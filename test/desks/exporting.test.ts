import { hashing, readExport, verifyLedger } from '@baton/shared';
import { starts, type TestDesk } from './support/desks';
import { exported } from './support/exported';

jest.setTimeout(120_000);

/** The hash under the key this installation was given. */
function hashOf({ db, name }: TestDesk) {
  if (name === 'jira') return hashing();
  const { value } = db.prepare("SELECT value FROM freshservice_keys WHERE name = 'ledger'").get() as { value: string };
  return hashing(value);
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
