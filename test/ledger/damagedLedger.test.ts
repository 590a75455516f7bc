import { decodePage, encodePage, memoryLedger, type LedgerPort, type StoredPage } from '../../shared/src/ledger';
import { acceptedByOmar, accepts, heldByAna, offers, given, opens, story, hashOf } from '../support/story';

/** A ledger that stores strings, as the desks do, and whose strings somebody can get at. */
function storedLedger(): { port: LedgerPort; rows: Map<string, StoredPage> } {
  const memory = memoryLedger();
  const rows = new Map<string, StoredPage>();
  const port: LedgerPort = {
    ...memory,
    load: async ticket => {
      const loaded = await memory.load(ticket);
      const row = rows.get(ticket);
      return loaded && row ? { ...loaded, page: decodePage(row, hashOf) } : undefined;
    },
    append: async (ticket, append, last) => {
      const stored = await memory.append(ticket, append, last);
      if (stored === 'appended') rows.set(ticket, encodePage(append.page, hashOf));
      return stored;
    },
  };
  return { port, rows };
}

describe('a ledger that cannot be read', () => {
  it.each([
    ['damaged', (row: StoredPage) => ({ ...row, body: row.body.replace('ana', 'eve') }), 'corrupt'],
    [
      'newer',
      (row: StoredPage) => {
        const body = row.body.replace(/"v":1,"version"/, '"v":2,"version"');
        return { body, mac: hashOf(body) };
      },
      'newer-version',
    ],
  ])('(%s) refuses to go on, and keeps what is stored', async (_, spoil, code) => {
    const { port, rows } = storedLedger();
    const told = await heldByAna(story({}, { ledger: port }));
    const spoiled = spoil(rows.get(told.ticket) as StoredPage);
    rows.set(told.ticket, spoiled);
    await expect(told.happens(...offers('2026-03-02 10:00', 'ana'))).rejects.toMatchObject({
      name: 'LedgerError',
      code,
    });
    expect(rows.get(told.ticket)).toBe(spoiled);
  });

  it('goes on from what was stored when it is whole', async () => {
    const { port } = storedLedger();
    const told = await acceptedByOmar(story({}, { ledger: port }));
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
    const again = story({}, { ledger: port });
    expect((await again.happens(...opens('2026-03-02 09:00'))).facts).toEqual([]);
    expect((await given(again, accepts('2026-03-02 10:12', 'omar'))).ticket).toBe(told.ticket);
  });
});
