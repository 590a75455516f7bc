/* npm run verify-ledger -- <file>: checks an exported ledger offline. Ends with 0 whole, 1 broken, 2 not checked. */
import { readFileSync, statSync } from 'node:fs';
import {
  findBreak,
  hashing,
  readExport,
  verifyLedger,
  type ExportedLedger,
  type Hashing,
  type LedgerFact,
  type NotedSeal,
} from '@baton/shared';
import { Command, InvalidArgumentError } from 'commander';
import { exitCodeOf } from './commandLine';
import { ledgersIn } from './verifyLedger/everything';
import { told } from './verifyLedger/told';

interface Flags {
  readonly seal: readonly NotedSeal[];
  readonly keyFile?: string;
}

/** No ledger of one ticket comes near it. */
const MOST_BYTES = 40_000_000;
const KEY = 'BATON_LEDGER_KEY';

/** What cannot be checked at all, in words for the person at the terminal. */
class NotChecked extends Error {}

function sealOf(text: string, before: readonly NotedSeal[] = []): readonly NotedSeal[] {
  const [, seq, begins] =
    /^(?:Ledger entry )?(\d{1,9})(?:\s*:\s*|, seal )([0-9a-f]{8,64})\.?$/i.exec(text.trim()) ?? [];
  if (seq === undefined || begins === undefined)
    throw new InvalidArgumentError('Write it as the note on the ticket says it, for example 12:0123456789abcdef.');
  return [...before, { seq: Number(seq), begins: begins.toLowerCase() }];
}

const command = new Command('npm run verify-ledger --')
  .description('Checks an exported ledger: its numbering, links, contents and texts.')
  .argument('<file>', 'what Export in the panel gave you')
  .option('--seal <entry:seal>', 'what a note of Baton on the ticket says; may be given again', sealOf, [])
  .option('--key-file <file>', `holds the ledger key of a Freshservice installation; or set ${KEY}`)
  .addHelpText('after', '\nEnds with 0 when everything fits, 1 when something does not, 2 when it cannot be checked.')
  .exitOverride();

function contentOf(file: string): string {
  const about = statSync(file, { throwIfNoEntry: false });
  if (!about?.isFile()) throw new NotChecked(`There is no file ${file}.`);
  if (about.size > MOST_BYTES) {
    const megabytes = Math.round(about.size / 1_000_000);
    throw new NotChecked(
      `${file} has ${megabytes} MB; up to 40 MB are read. Cut an export of everything between two tickets.`,
    );
  }
  return readFileSync(file, 'utf8');
}

/** The key is read from a file or the environment: whoever lists the processes sees a command's arguments. */
function keyOf({ keyFile }: Flags): string | undefined {
  const key = keyFile === undefined ? process.env[KEY] : contentOf(keyFile).replace(/\r?\n$/, '');
  if (key === '') throw new NotChecked(`The ledger key is empty. Take it from your vault, into --key-file or ${KEY}.`);
  return key;
}

/** Where no entry at all is as this key would seal it, the key is another one. */
function requireKeyOf({ facts }: ExportedLedger, hash: Hashing): void {
  const isAsSealed = (fact: LedgerFact) => !findBreak([fact], hash, {}, { seq: fact.seq - 1, hash: fact.prev });
  if (!facts.some(isAsSealed))
    throw new NotChecked('No entry is sealed with this ledger key: it is the key of another.');
}

/** How the ledger is sealed; undefined where that takes a key that was not given. */
function hashingOf(ledger: ExportedLedger, key: string | undefined): Hashing | undefined {
  const isKeyed = ledger.facts.some(({ origin }) => origin.desk === 'freshservice');
  if (key === undefined) return isKeyed ? undefined : hashing();
  const hash = hashing(key);
  requireKeyOf(ledger, hash);
  return hash;
}

function checkOne(text: string, flags: Flags): number {
  const ledger = readExport(text);
  const hash = hashingOf(ledger, keyOf(flags));
  const verification = verifyLedger(ledger, hash, flags.seal);
  const checked = { isWhole: hash !== undefined, seals: flags.seal.length };
  console.log(told(ledger, verification, checked).join('\n'));
  return verification.misfit ? 1 : 0;
}

/** An export of everything is checked ledger by ledger, and ends as the worst of them does. */
function check(file: string, flags: Flags): number {
  const text = contentOf(file);
  const ledgers = ledgersIn(text);
  return Math.max(...(ledgers ?? [text]).map(ledger => checkOne(ledger, flags)));
}

process.exitCode = exitCodeOf(() => {
  const parsed = command.parse();
  return check(parsed.args[0] ?? '', parsed.opts<Flags>());
});
