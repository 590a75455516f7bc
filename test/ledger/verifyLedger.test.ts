import { ledgersIn } from '../../scripts/verifyLedger/everything';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import {
  exportedPart,
  findBreak,
  hashing,
  memoryLedger,
  readExport,
  verifyLedger,
  type ExportedLedger,
  type LedgerFact,
  type SealedTexts,
} from '../../shared/src/ledger';
import { acceptedByOmar, hashOf, offeredByAna, story, withdraws, offers, given } from '../support/story';

const recordings = resolve(__dirname, '../ledgers');
const folder = mkdtempSync(join(tmpdir(), 'baton-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The command in one file, so that starting it again and again costs little. */
const script = join(folder, 'verifyLedger.cjs');
beforeAll(() =>
  build({
    entryPoints: [resolve(__dirname, '../../scripts/verifyLedger.ts')],
    outfile: script,
    ...{ bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' },
  }),
);

interface Recorded {
  readonly ledger: ExportedLedger;
  readonly key?: string;
}

/** A ledger that was recorded, as it would have been exported. */
function recorded(name: string): Recorded {
  const lines = readFileSync(join(recordings, `${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
  const read = lines.map(line => JSON.parse(line) as unknown);
  const { texts, key } = read.at(-1) as { texts: SealedTexts; key?: string };
  const facts = read.slice(0, -1) as LedgerFact[];
  const ledger: ExportedLedger = { format: 'baton-ledger', version: 1, ticket: '4711', facts, texts };
  return { ledger, ...(key === undefined ? {} : { key }) };
}

const names = readdirSync(recordings)
  .filter(file => file.endsWith('.jsonl'))
  .map(file => file.replace('.jsonl', ''));

const copied = (ledger: ExportedLedger) => JSON.parse(JSON.stringify(ledger)) as Writable;
interface Writable {
  facts: (LedgerFact & { at: number; seq: number; prev: string })[];
  texts: Record<string, { salt: string; text: string } | null>;
}

let files = 0;
function fileOf(content: string): string {
  const file = join(folder, `${(files += 1)}.json`);
  writeFileSync(file, content);
  return file;
}

/** Runs the command as an operator does. */
function verify(content: unknown, args: readonly string[] = [], env: Record<string, string> = {}) {
  const file = fileOf(typeof content === 'string' ? content : JSON.stringify(content));
  return command([file, ...args], env);
}

function command(args: readonly string[], env: Record<string, string> = {}) {
  const options = { encoding: 'utf8', env: { PATH: process.env['PATH'], ...env } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], options);
  return { status, said: `${stdout}${stderr}` };
}

jest.setTimeout(120_000);

test('an export of everything is taken apart into its ledgers, each with its parts', () => {
  const lines = [
    { format: 'baton-audit', revision: 1 },
    { format: 'baton-ledger', ticket: '1' },
  ];
  const all = [...lines, { format: 'baton-ledger', ticket: '2' }, { format: 'baton-ledger', ticket: '1', earlier: 3 }];
  const text = all.map(line => `${JSON.stringify(line)}\n`).join('');
  expect(ledgersIn(text)?.map(one => (JSON.parse(one) as { ticket: string }[]).map(({ ticket }) => ticket))).toEqual([
    ['1', '1'],
    ['2'],
  ]);
  expect(ledgersIn(JSON.stringify(all[1]))).toBeUndefined();
  expect(ledgersIn('{"format":')).toBeUndefined();
});

describe('an exported ledger', () => {
  it.each(names)('%s fits from end to end', name => {
    const { ledger, key } = recorded(name);
    const { misfit, texts } = verifyLedger(readExport(JSON.stringify(ledger)), hashing(key));
    expect(misfit).toBeUndefined();
    expect(texts.kept).toBe(Object.keys(ledger.texts).length);
  });

  it.each<readonly [string, (ledger: Writable) => void, object]>([
    ['an entry changed', ({ facts }) => void (facts[2]!.at += 60_000), { seq: 3, because: 'content' }],
    ['an entry dropped', ({ facts }) => void facts.splice(2, 1), { seq: 4, because: 'number' }],
    ['an entry doubled', ({ facts }) => void facts.splice(2, 0, facts[2]!), { seq: 3, because: 'number' }],
    ['two entries swapped', ({ facts }) => void facts.splice(1, 2, facts[2]!, facts[1]!), { because: 'number' }],
    [
      'an entry dropped and the rest numbered anew',
      ({ facts }) => {
        facts.splice(2, 1);
        facts.forEach((fact, index) => (fact.seq = index + 1));
      },
      { seq: 3, because: 'link' },
    ],
    [
      'a text changed',
      ({ texts }) => Object.values(texts).forEach(text => text && (text.text += '.')),
      { seq: 3, because: 'text' },
    ],
    ['a text taken out', ledger => void (ledger.texts = {}), { seq: 3, because: 'missing text' }],
  ])('shows %s', (_, tamper, misfit) => {
    for (const name of ['acceptedAndReopened', 'claimDisputed']) {
      const { ledger, key } = recorded(name);
      const spoiled = copied(ledger);
      tamper(spoiled);
      expect(verifyLedger(spoiled as never, hashing(key)).misfit).toMatchObject(misfit);
    }
  });

  it('shows a cut end and an end written anew by what a note says', () => {
    const { ledger } = recorded('acceptedAndReopened');
    const last = ledger.facts.at(-1)!;
    const note = { seq: last.seq, begins: last.hash.slice(0, 16) };
    expect(verifyLedger(ledger, hashOf, [note]).misfit).toBeUndefined();
    const cut = { ...ledger, facts: ledger.facts.slice(0, -1) };
    expect(verifyLedger(cut, hashOf).misfit).toBeUndefined();
    expect(verifyLedger(cut, hashOf, [note]).misfit).toEqual({ seq: last.seq, because: 'cut tail' });
    const other = { ...note, begins: '0123456789abcdef' };
    expect(verifyLedger(ledger, hashOf, [other]).misfit).toEqual({ seq: last.seq, because: 'other seal' });
  });

  it('says what was removed, and that is no break', async () => {
    const told = await acceptedByOmar();
    const press = { type: 'EraseText', fact: 3, because: 'secret' } as const;
    await told.happens('2026-03-02 11:00', 'ana', press);
    const last = await told.ports.ledger.load(told.ticket);
    const ledger = readExport(JSON.stringify(exportedPart(told.ticket, last!)));
    expect(verifyLedger(ledger, hashOf)).toMatchObject({ texts: { kept: 0, erased: 4, left: 0 } });
    expect(verifyLedger(ledger, hashOf).misfit).toBeUndefined();
  });

  it('is whole again from the parts in which a desk gives it out', async () => {
    const told = await offeredByAna(story({}, { ledger: memoryLedger(12_000) }));
    for (let hour = 11; hour < 16; hour += 1) {
      await given(told, withdraws(`2026-03-02 ${hour}:00`, 'ana'), offers(`2026-03-02 ${hour}:30`, 'ana'));
    }
    const parts: ExportedLedger[] = [];
    for (let at = await told.ports.ledger.load(told.ticket); at;) {
      parts.push(exportedPart(told.ticket, at));
      const { earlier } = at.page;
      at = earlier === undefined ? undefined : await told.ports.ledger.loadVersion(told.ticket, earlier);
    }
    expect(parts.length).toBeGreaterThan(1);
    const whole = readExport(JSON.stringify(parts));
    expect(findBreak(whole.facts, hashOf, whole.texts)).toBeUndefined();
    expect(whole.facts).toEqual(await told.facts());
    expect(() => readExport(JSON.stringify(parts.slice(0, 1)))).toThrow(/its oldest part is missing/);
  });
});

describe('npm run verify-ledger', () => {
  it('ends with 0 and says what was checked', () => {
    const { ledger } = recorded('acceptedAndReopened');
    const { status, said } = verify(ledger);
    expect(said).toContain('Checked: numbering, links, contents, texts.');
    expect(said).toMatch(/Everything fits\. The last entry is \d+, seal [0-9a-f]{16}\./);
    expect(status).toBe(0);
  });

  it('ends with 1 at the first break and says what it means', () => {
    const { ledger } = recorded('acceptedAndReopened');
    const spoiled = copied(ledger);
    spoiled.facts[2]!.at += 1;
    const { status, said } = verify(spoiled);
    expect([status, said]).toEqual([1, expect.stringContaining('BROKEN: Entry 3 is not as it was written')]);
  });

  it('checks against a note on the ticket as it stands there', () => {
    const { ledger } = recorded('acceptedAndReopened');
    const last = ledger.facts.at(-1)!;
    const note = `Ledger entry ${last.seq}, seal ${last.hash.slice(0, 16)}.`;
    expect(verify(ledger, ['--seal', note]).status).toBe(0);
    const cut = { ...ledger, facts: ledger.facts.slice(0, -1) };
    expect(verify(cut, ['--seal', `${last.seq}:${last.hash.slice(0, 16)}`])).toMatchObject({
      status: 1,
      said: expect.stringContaining('the end was cut off'),
    });
  });

  describe('of a ledger sealed with a key', () => {
    const { ledger, key = '' } = recorded('claimDisputed');

    it('takes the key from a file or the environment', () => {
      for (const run of [
        verify(ledger, ['--key-file', fileOf(`${key}\n`)]),
        verify(ledger, [], { BATON_LEDGER_KEY: key }),
      ])
        expect(run).toMatchObject({ status: 0, said: expect.stringContaining('Everything fits.') });
    });

    it('takes no key from the list of processes', () => {
      expect(verify(ledger, ['--key', key]).status).toBe(2);
    });

    it('says without it what could not be checked', () => {
      const { status, said } = verify(ledger);
      expect(said).toContain('Not checked: contents and texts.');
      expect(said).toContain('What could be checked fits.');
      expect(said).not.toContain('Everything fits');
      expect(status).toBe(0);
    });

    it('tells another key from a changed ledger', () => {
      const { status, said } = verify(ledger, [], { BATON_LEDGER_KEY: 'the key of another installation' });
      expect([status, said]).toEqual([2, expect.stringContaining('No entry is sealed with this ledger key')]);
      const spoiled = copied(ledger);
      spoiled.facts[1]!.at += 1;
      expect(verify(spoiled, [], { BATON_LEDGER_KEY: key }).status).toBe(1);
    });
  });

  const sound = () => recorded('climbedItsLadder').ledger;

  it.each<readonly [string, () => string, string]>([
    ['no JSON', () => 'ledger,of,ticket', 'no whole JSON text'],
    ['empty', () => '', 'the file is empty'],
    ['cut off', () => JSON.stringify(sound()).slice(0, 900), 'it may have been cut off'],
    ['of another format', () => '{"facts":[]}', '"format" is not "baton-ledger"'],
    ['a list of nothing', () => '[]', 'there is nothing in it'],
    ['a list of numbers', () => '[1,2]', '"format" is not "baton-ledger"'],
    ['of a newer version', () => JSON.stringify({ ...sound(), version: 2 }), 'A newer version of Baton'],
    ['without entries', () => JSON.stringify({ ...sound(), facts: [] }), 'ledger.facts: there are no entries in it'],
    ['with an entry that is none', () => JSON.stringify({ ...sound(), facts: [{}] }), 'ledger.facts.0.seq'],
    ['of 50 MB', () => ' '.repeat(50_000_000), '50 MB'],
  ])('ends with 2 and a clear sentence for a file that is %s', (_, content, sentence) => {
    const { status, said } = verify(content());
    expect([status, said]).toEqual([2, expect.stringContaining(sentence)]);
    expect(said).not.toMatch(/\n\s+at /);
  });

  it.each([
    ['no file at all', [], 'missing required argument'],
    ['a file that is not there', ['/nowhere/ledger.json'], 'There is no file'],
    ['a folder', [folder], 'There is no file'],
    ['a seal that is none', ['x.json', '--seal', 'twelve'], '12:0123456789abcdef'],
  ])('ends with 2 for %s', (_, args, sentence) => {
    expect(command(args)).toEqual({ status: 2, said: expect.stringContaining(sentence) });
  });
});
