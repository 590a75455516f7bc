import type { LedgerFact } from '../../shared/src/ledger';
import {
  memoryLedger,
  passTime,
  type LedgerPort,
  type ListRow,
  type Notice,
  type SweptDesk,
} from '../../shared/src/ledger';
import { leftUndone, lookAfterAt } from '../../shared/src/ledger/notices';
import { acceptedByOmar, given, instant, network, noc, story, takes, type Story } from '../support/story';

const all = async (told: Story): Promise<readonly LedgerFact[]> => (await told.facts()) as readonly LedgerFact[];
const undone = async (told: Story, at: string): Promise<string[]> =>
  leftUndone(await told.open(), await all(told), instant(at)).map(({ is }) => is);

/** A ledger in memory that remembers how it was listed. */
function listing(): { ledger: LedgerPort; rows: ListRow[] } {
  const rows: ListRow[] = [];
  const memory = memoryLedger();
  const ledger: LedgerPort = {
    ...memory,
    append: (ticket, append, last) => {
      rows.push(append.row);
      return memory.append(ticket, append, last);
    },
    relist: (_ticket, _ledger, row) => Promise.resolve(void rows.push(row)),
  };
  return { ledger, rows };
}

describe('a desk that may not have followed custody', () => {
  it('is left alone for the minute in which whoever moved it still may', async () => {
    const told = await acceptedByOmar();
    expect(await undone(told, '2026-03-02 10:12:59')).toEqual([]);
    expect(await undone(told, '2026-03-02 10:13:00')).toEqual(['assign', 'note']);
  });

  it('is looked after for a day', async () => {
    const told = await acceptedByOmar();
    expect(await undone(told, '2026-03-03 10:12')).toEqual(['assign', 'note']);
    expect(await undone(told, '2026-03-03 10:13')).toEqual([]);
  });

  it('keeps a ticket where somebody gave it since', async () => {
    const told = await given(await acceptedByOmar(), takes('2026-03-02 10:20', 'grace', noc));
    expect(await undone(told, '2026-03-02 10:30')).toEqual(['note']);
    const strayed = await given(await acceptedByOmar(), takes('2026-03-02 10:20', 'dana', network));
    expect(await undone(strayed, '2026-03-02 10:30')).toEqual(['note']);
  });

  it('asks for the same note each time, so that one that is there is found', async () => {
    const told = await acceptedByOmar();
    const facts = await all(told);
    const [, early] = leftUndone(await told.open(), facts, instant('2026-03-02 10:20'));
    await given(told, takes('2026-03-02 10:25', 'grace', noc));
    const [late] = leftUndone(await told.open(), await all(told), instant('2026-03-02 10:30'));
    const seal = (notice: Notice | undefined) => notice?.is === 'note' && [notice.key, notice.seq, notice.head];
    expect(seal(late)).toEqual(seal(early));
    expect(seal(late)).toBeTruthy();
  });

  it('is listed for the next sweep until that has looked', async () => {
    const { ledger, rows } = listing();
    const told = await acceptedByOmar(story({}, { ledger }));
    const lookAt = instant('2026-03-02 10:13');
    expect(rows.at(-1)?.dueAt).toBe(lookAt);
    expect(lookAfterAt(await all(told), instant('2026-03-02 10:26'))).toBe(lookAt);
    expect(lookAfterAt(await all(told), instant('2026-03-02 10:27'))).toBeUndefined();
    const carried: string[] = [];
    const desk: SweptDesk = {
      carryOut: async notices => void carried.push(...notices.map(({ is }) => is)),
      look: async () => [],
      remember: async () => undefined,
    };
    await passTime(told.ports, told.ticket, instant('2026-03-02 10:12:30'), desk);
    expect([carried, rows.at(-1)?.dueAt]).toEqual([[], lookAt]);
    await passTime(told.ports, told.ticket, instant('2026-03-02 10:20'), desk);
    expect(carried).toEqual(['assign', 'note']);
    expect(rows.at(-1)?.dueAt).toBeUndefined();
  });

  it('that cannot follow now stays listed', async () => {
    const { ledger, rows } = listing();
    const told = await acceptedByOmar(story({}, { ledger }));
    const refusing: SweptDesk = {
      carryOut: () => Promise.reject(new Error('The desk is down.')),
      look: async () => [],
      remember: async () => undefined,
    };
    await expect(passTime(told.ports, told.ticket, instant('2026-03-02 10:20'), refusing)).rejects.toThrow('down');
    expect(rows.at(-1)?.dueAt).toBe(instant('2026-03-02 10:13'));
  });
});
