import {
  advance,
  canonicalJson,
  eraseCopies,
  findBreak,
  hashing,
  memoryLedger,
  readHistory,
  pageBytes,
  type Append,
  type Hashing,
  type History,
  type LedgerPort,
  type LoadedLedger,
  type Origin,
} from '../../shared/src/ledger';
import type { TicketEvent } from '../../shared/src/ticket';
import { instant, packet, story, type Happening, type Story } from './story';

/** A port over an empty store. Facts are chained with `hash` and come from `origin`, so the port must use both. */
export type MakePort = (hash: Hashing, origin: Origin) => LedgerPort | Promise<LedgerPort>;

const origin: Origin = { desk: 'freshservice', tenant: 'tenant-1' };
const hash = hashing('a secret of the installation');
const desk = { party: 'client', team: 'contoso-desk' } as const;
const deadline = instant('2026-03-02T16:00:00Z');
const offer = { type: 'OfferHandoff', team: 'northwind-noc', reason: 'skills', deadline } as const;

/** What stores have been seen to damage: quotes, line separators, markup, other planes, numbers that look like ones. */
const awkward = { ...packet, evidence: 'a "b" \\ \n\t\u2028 <script>1</script> 🧯 ação 你好 {{x}} null 007 1e3' };

/** A story whose appends are kept, to be played to another port. */
interface Recording {
  readonly told: Story;
  readonly appends: Append[];
}

function recording(pageLimit: number): Recording {
  const appends: Append[] = [];
  const memory = memoryLedger(pageLimit);
  const ledger: LedgerPort = {
    ...memory,
    append: async (ticket, append, last) => {
      const stored = await memory.append(ticket, append, last);
      if (stored === 'appended') appends.push(append);
      return stored;
    },
  };
  return { told: story({}, { ledger, hash, origin }), appends };
}

/** Opened, claimed, offered, then `last`. */
async function recorded(last: Happening, by: string): Promise<readonly [Append, Append, Append, Append]> {
  const { told, appends } = recording(32_000);
  await told.happens('2026-03-02T09:00:00Z', undefined, { type: 'TicketOpened', to: desk });
  await told.happens('2026-03-02T09:05:00Z', 'ana', { type: 'TicketMoved', to: { ...desk, person: 'ana' } });
  await told.happens('2026-03-02T10:00:00Z', 'ana', { ...offer, packet: awkward });
  await told.happens('2026-03-02T10:10:00Z', by, last);
  const [first, second, third, fourth] = appends;
  if (!first || !second || !third || !fourth) throw new Error('each step of the story is one append');
  return [first, second, third, fourth];
}

/** A ticket that is offered and withdrawn, then goes to and fro until its ledger has `pages` full pages. */
async function recordedOver(pageLimit: number, pages: number): Promise<readonly Append[]> {
  const { told, appends } = recording(pageLimit);
  await told.happens('2026-03-02T09:00:00Z', undefined, { type: 'TicketOpened', to: desk });
  await told.happens('2026-03-02T09:00:10Z', 'ana', { ...offer, packet: awkward });
  await told.happens('2026-03-02T09:00:20Z', 'ana', { type: 'WithdrawHandoff' });
  let rolls = 0;
  for (let minute = 1; rolls < pages && minute < 2000; minute += 1) {
    const at = new Date(instant('2026-03-02T09:00:00Z') + minute * 60_000).toISOString();
    const person = minute % 2 ? 'ana' : 'carla';
    await told.happens(at, person, { type: 'TicketMoved', to: { ...desk, person } });
    rolls = appends.filter(({ page }) => page.facts.length === 1 && page.version > 1).length;
  }
  return appends;
}

/** Ana takes back what she wrote. */
const erasure = (fact: number): TicketEvent => ({
  ...{ type: 'EraseText', fact, because: 'personal-data', deliveryId: 'erase-1', channel: 'test' },
  ...{ at: instant('2026-03-05T10:00:00Z'), learned: instant('2026-03-05T10:00:00Z') },
  actor: { person: 'ana', party: 'client' },
  assurance: 'platform',
});

const whole = async (port: LedgerPort) => readHistory(port, '1001', await port.load('1001'));

/** The first handoff of a ledger: its number and what its texts are filed under. */
function written({ facts }: History): readonly [number, readonly string[]] {
  const { seq, texts } = facts.find(fact => fact.type === 'HandoffOffered') ?? {};
  return [seq ?? 0, Object.values(texts ?? {})];
}

const nothingOf = ({ texts }: LoadedLedger): LoadedLedger['texts'] =>
  Object.fromEntries(Object.keys(texts).map(ref => [ref, null]));

const asLoaded = ({ page, texts }: Append): LoadedLedger => ({ page, texts });
const plain = (loaded: LoadedLedger | undefined): unknown => JSON.parse(canonicalJson(loaded ?? null));

async function play(port: LedgerPort, ticket: string, appends: readonly Append[]): Promise<void> {
  for (const append of appends) {
    expect(await port.append(ticket, append, await port.load(ticket))).toBe('appended');
  }
}

/**
 * What every ledger port promises, whatever it stores in. `makePort` is called once per test and answers a port over
 * an empty store; the tickets are called 1001, 1002 …
 */
export function ledgerContract(name: string, makePort: MakePort): void {
  describe(`${name} keeps the ledger contract:`, () => {
    const accept = () => recorded({ type: 'AcceptHandoff' }, 'omar');
    const withdraw = () => recorded({ type: 'WithdrawHandoff' }, 'ana');
    const port = () => makePort(hash, origin);

    it('a ticket without a ledger loads nothing', async () => {
      expect(await (await port()).load('1001')).toBeUndefined();
    });

    it('a first append is stored and loads back to the letter', async () => {
      const shelf = await port();
      const [first] = await accept();
      expect(await shelf.append('1001', first, undefined)).toBe('appended');
      expect(plain(await shelf.load('1001'))).toEqual(plain(asLoaded(first)));
    });

    it('each next append follows the one loaded, and the newest is what loads', async () => {
      const shelf = await port();
      const appends = await accept();
      for (const append of appends) {
        expect(await shelf.append('1001', append, await shelf.load('1001'))).toBe('appended');
        expect(plain(await shelf.load('1001'))).toEqual(plain(asLoaded(append)));
      }
    });

    it('two tickets have nothing to do with each other', async () => {
      const shelf = await port();
      const [first, second] = await accept();
      await play(shelf, '1001', [first, second]);
      await play(shelf, '1002', [first]);
      expect((await shelf.load('1001'))?.page.version).toBe(2);
      expect((await shelf.load('1002'))?.page.version).toBe(1);
    });

    it('a first append on a ledger that exists is refused and changes nothing', async () => {
      const shelf = await port();
      const [first] = await accept();
      await play(shelf, '1001', [first]);
      expect(await shelf.append('1001', first, undefined)).toBe('conflict');
      expect(plain(await shelf.load('1001'))).toEqual(plain(asLoaded(first)));
    });

    it('a stale append is refused and changes nothing', async () => {
      const shelf = await port();
      const [first, second, third, accepted] = await accept();
      const [, , , withdrawn] = await withdraw();
      await play(shelf, '1001', [first, second, third, accepted]);
      expect(await shelf.append('1001', withdrawn, asLoaded(third))).toBe('conflict');
      expect(await shelf.append('1001', third, asLoaded(second))).toBe('conflict');
      expect(plain(await shelf.load('1001'))).toEqual(plain(asLoaded(accepted)));
    });

    it('of two writers at once exactly one wins, and what loads is theirs', async () => {
      const shelf = await port();
      const [first, second, third, accepted] = await accept();
      const [, , , withdrawn] = await withdraw();
      await play(shelf, '1001', [first, second, third]);
      const last = await shelf.load('1001');
      const answers = await Promise.all([accepted, withdrawn].map(append => shelf.append('1001', append, last)));
      expect([...answers].sort()).toEqual(['appended', 'conflict']);
      const winner = answers[0] === 'appended' ? accepted : withdrawn;
      expect(plain(await shelf.load('1001'))).toEqual(plain(asLoaded(winner)));
    });

    it('of two first writers at once exactly one wins', async () => {
      const shelf = await port();
      const [first] = await accept();
      const answers = await Promise.all([1, 2, 3].map(() => shelf.append('1001', first, undefined)));
      expect([...answers].sort()).toEqual(['appended', 'conflict', 'conflict']);
    });

    it('two people acting at once are decided one after the other, and the slower one is told', async () => {
      const shelf = await port();
      const [first, second, third] = await accept();
      await play(shelf, '1001', [first, second, third]);
      const { ports } = story({}, { ledger: shelf, hash, origin });
      const act = (person: string, party: 'msp' | 'client', type: 'AcceptHandoff' | 'WithdrawHandoff') =>
        advance(ports, '1001', [
          {
            type,
            deliveryId: `${type}-${person}`,
            at: instant('2026-03-02T10:10:00Z'),
            learned: instant('2026-03-02T10:10:00Z'),
            actor: { person, party },
            channel: 'test',
            assurance: 'platform',
          },
        ]);
      const both = await Promise.all([act('omar', 'msp', 'AcceptHandoff'), act('ana', 'client', 'WithdrawHandoff')]);
      expect(both.filter(({ refusal }) => refusal !== undefined)).toHaveLength(1);
      const { facts } = await readHistory(shelf, '1001', await shelf.load('1001'));
      expect(facts).toHaveLength(4);
      expect(findBreak(facts, hash)).toBeUndefined();
    });

    it('texts come back to the letter beside the page, erased ones as null', async () => {
      const shelf = await port();
      const [first, second, third] = await accept();
      const refs = Object.keys(third.texts);
      expect(refs).toHaveLength(4);
      await play(shelf, '1001', [first, second]);
      const erased = { ...third, texts: { ...third.texts, [refs[0] ?? '']: null } };
      await play(shelf, '1001', [erased]);
      expect((await shelf.load('1001'))?.texts).toEqual(erased.texts);
    });

    it('pages of the size the port itself allows are kept whole and read back in order', async () => {
      const shelf = await port();
      const appends = await recordedOver(shelf.pageLimit, 2);
      const sizes = appends.map(({ page, texts }) => pageBytes(page, texts));
      expect(Math.max(...sizes)).toBeGreaterThan(shelf.pageLimit * 0.95);
      await play(shelf, '1001', appends);
      const last = await shelf.load('1001');
      const { facts } = await readHistory(shelf, '1001', last);
      expect(facts.map(fact => fact.seq)).toEqual(Array.from({ length: last?.page.head.seq ?? 0 }, (_, i) => i + 1));
      expect(findBreak(facts, hash)).toBeUndefined();
    }, 60_000);

    it('a page that a later one refers back to never changes', async () => {
      const shelf = await port();
      const appends = await recordedOver(Math.min(shelf.pageLimit, 32_000), 2);
      await play(shelf, '1001', appends);
      const ends = new Set(appends.flatMap(({ page }) => (page.earlier === undefined ? [] : [page.earlier])));
      expect(ends.size).toBe(2);
      for (const version of ends) {
        const sealed = appends.find(({ page }) => page.version === version);
        expect(plain(await shelf.loadVersion('1001', version))).toEqual(plain(sealed && asLoaded(sealed)));
      }
    }, 60_000);

    it('an erased text is gone from every copy, nothing else of them changes, and doing it again is no harm', async () => {
      const shelf = await port();
      const appends = await recordedOver(Math.min(shelf.pageLimit, 32_000), 2);
      await play(shelf, '1001', appends);
      const before = await whole(shelf);
      const [seq, refs] = written(before);
      expect(refs.filter(ref => before.texts[ref])).toHaveLength(4);
      const { ports } = story({}, { ledger: shelf, hash, origin });
      const { ledger, facts } = await advance(ports, '1001', [erasure(seq)]);
      const erase = () => eraseCopies(ports, '1001', ledger as LoadedLedger, facts);
      await erase();
      await erase();
      const after = await whole(shelf);
      expect(after.facts).toEqual([...before.facts, ...facts]);
      expect(findBreak(after.facts, hash, after.texts)).toBeUndefined();
      for (const { page } of appends) {
        const kept = await shelf.loadVersion('1001', page.version);
        expect(plain(kept)).toEqual(kept ? plain({ page, texts: nothingOf(kept) }) : null);
      }
    }, 60_000);

    it('putting its list row right changes nothing that loads, nor does a late one', async () => {
      const shelf = await port();
      const [first, second] = await accept();
      await play(shelf, '1001', [first, second]);
      await shelf.relist('1001', asLoaded(second), second.row);
      await shelf.relist('1001', asLoaded(first), first.row);
      expect(plain(await shelf.load('1001'))).toEqual(plain(asLoaded(second)));
    });

    it('a version that was never stored loads nothing', async () => {
      const shelf = await port();
      const [first] = await accept();
      await play(shelf, '1001', [first]);
      expect(await shelf.loadVersion('1001', 7)).toBeUndefined();
      expect(await shelf.loadVersion('1002', 1)).toBeUndefined();
    });
  });
}
