import { canonicalJson, hashing, type Page } from '@baton/shared';
import { starts, type TestDesk } from './support/desks';

jest.setTimeout(60_000);

type Body = Omit<Page, 'facts' | 'v'> & { v: number; facts: Page['facts'][number][] };
interface Stored {
  body: string;
  mac: string;
}

/** The newest row of Baton's only ledger, wherever this desk keeps it. */
const places = {
  freshservice: {
    read: "SELECT key, value FROM fdk_key_values WHERE key LIKE 'e:%' ORDER BY key DESC LIMIT 1",
    write: 'UPDATE fdk_key_values SET value = ? WHERE key = ?',
    page: (value: Stored | { body: Stored }) => value as Stored,
  },
  jira: {
    read: 'SELECT key, value FROM forge_rows WHERE until IS NULL AND value LIKE \'%"dueAt"%\'',
    write: 'UPDATE forge_rows SET value = ? WHERE until IS NULL AND key = ?',
    page: (value: Stored | { body: Stored }) => (value as { body: Stored }).body,
  },
} as const;

function readRow({ db, name }: TestDesk): { key: string; value: string } {
  const { key, value } = db.prepare(places[name].read).get() as { key: string; value: string };
  return { key, value };
}

/** The key of the installation; Jira's ledgers have none, agents cannot write there. */
function keyOf({ db, name }: TestDesk): string | undefined {
  if (name === 'jira') return undefined;
  const kept = db.prepare("SELECT value FROM freshservice_keys WHERE name = 'ledger'").get() as { value: string };
  return kept.value;
}

/** Somebody writes the store past Baton, sealing with `key` what they changed. */
function tamper(on: TestDesk, change: (page: Body) => void, key: string | undefined): void {
  const { key: at, value } = readRow(on);
  const row = JSON.parse(value) as Stored | { body: Stored };
  const stored = places[on.name].page(row);
  const page = JSON.parse(stored.body) as Body;
  change(page);
  stored.body = canonicalJson(page);
  stored.mac = hashing(key)(stored.body);
  on.db.prepare(places[on.name].write).run(JSON.stringify(row), at);
}

const damages: readonly (readonly [what: string, change: (page: Body) => void])[] = [
  ['an edited fact', page => Object.assign(page.facts[1] ?? {}, { at: 0 })],
  ['a dropped fact', page => void page.facts.splice(1, 1)],
  ['facts in another order', page => void page.facts.reverse()],
  ['a cut tail', page => void page.facts.pop()],
  ['another holder in the snapshot only', page => Object.assign(page.state, { status: 'nowhere' })],
];

async function offered(name: TestDesk['name']): Promise<{ on: TestDesk; id: string }> {
  const on = await starts[name]();
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  await on.offer(id, 'ana');
  on.lines.length = 0;
  return { on, id };
}

describe.each(['freshservice', 'jira'] as const)('a ledger written past Baton on %s', name => {
  it.each(damages)('is refused with a plain sentence and left as it is: %s', async (_what, change) => {
    const { on, id } = await offered(name);
    tamper(on, change, keyOf(on));
    const before = readRow(on);
    for (const type of ['view', 'accept', 'withdraw', 'form']) {
      const answer = await on.ask(id, type === 'accept' ? 'omar' : 'ana', { type });
      expect(answer).toMatchObject({ ok: false, code: 'corrupt' });
      expect((answer as { sentence: string }).sentence).toMatch(
        /^A page of the ledger is damaged: .+ Nothing was changed;/,
      );
    }
    await on.change(id, 'carla', { person: 'carla' });
    await on.until('10:30');
    expect(readRow(on)).toEqual(before);
    expect(on.lines.filter(line => line.includes('LedgerError')).length).toBeGreaterThan(4);
    await on.stop();
  });

  it('by a newer Baton says so, and nothing is changed', async () => {
    const { on, id } = await offered(name);
    tamper(on, page => void (page.v = 2), keyOf(on));
    const before = readRow(on);
    expect(await on.ask(id, 'omar', { type: 'accept' })).toMatchObject({
      ok: false,
      code: 'newer-version',
      sentence: 'This ledger was written by a newer version of Baton. Update the app; nothing was changed.',
    });
    expect(readRow(on)).toEqual(before);
    await on.stop();
  });
});

describe('an agent’s browser on Freshservice, which can write the store', () => {
  it('cannot seal what it changed without the ledger key', async () => {
    const { on, id } = await offered('freshservice');
    tamper(on, () => undefined, undefined);
    expect(await on.ask(id, 'omar', { type: 'accept' })).toMatchObject({
      code: 'corrupt',
      sentence: expect.stringContaining('does not match its seal'),
    });
    await on.stop();
  });

  it('cannot take the newest page out unnoticed', async () => {
    const { on, id } = await offered('freshservice');
    on.db.prepare('DELETE FROM fdk_key_values WHERE key = ?').run(readRow(on).key);
    expect(await on.ask(id, 'omar', { type: 'view' })).toMatchObject({
      code: 'corrupt',
      sentence: 'Page 3 of the ledger is missing. Nothing was changed; an admin can verify it.',
    });
    expect(on.types(id)).toEqual(['EscalationOpened', 'Claimed']);
    await on.stop();
  });

  it('cannot hide what happened by setting the record back: the next event finds it', async () => {
    const { on, id } = await offered('freshservice');
    on.db.prepare("UPDATE fdk_records SET data = json_set(data, '$.head', 1) WHERE entity = 'escalations'").run();
    await on.change(id, 'carla', { person: 'carla' });
    expect(on.types(id)).toEqual(['EscalationOpened', 'Claimed', 'HandoffOffered', 'Claimed']);
    expect(await on.ask(id, 'omar', { type: 'accept' })).toMatchObject({ ok: true });
    await on.stop();
  });
});
