import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateOf } from '../../shared/src/escalation';
import {
  decodePage,
  findBreak,
  hashing,
  type LedgerFact,
  type SealedTexts,
  type StoredPage,
} from '../../shared/src/ledger';
import { standingOf } from './standing';

/** The last line of a recorded ledger: what it came to when it was written. */
interface About {
  /** Of the installation; absent where ledgers are not keyed. */
  readonly key?: string;
  /** When somebody looked, epoch ms. */
  readonly now: number;
  readonly texts: SealedTexts;
  readonly page: StoredPage;
  /** Newer code may say more of it, never other things. */
  readonly standing: object;
}

function recorded(file: string): { readonly facts: readonly LedgerFact[]; readonly about: About } {
  const lines = readFileSync(join(__dirname, file), 'utf8').trimEnd().split('\n');
  const read = lines.map(line => JSON.parse(line) as unknown);
  return { facts: read.slice(0, -1) as LedgerFact[], about: read.at(-1) as About };
}

const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const ledgers = readdirSync(__dirname).filter(file => file.endsWith('.jsonl'));

describe.each(ledgers)('the ledger %s, written by an earlier version,', file => {
  const { facts, about } = recorded(file);
  const { key, now, texts, page, standing } = about;

  it('is one unbroken chain', () => {
    expect(findBreak(facts, hashing(key), texts)).toBeUndefined();
  });

  it('replays to the standing, clock and waterfall it had', () => {
    expect(asStored(standingOf(stateOf(facts), now))).toMatchObject(standing);
  });

  it('has a stored page that is read as it was meant', () => {
    const { state, facts: kept } = decodePage(page, hashing(key));
    expect(kept).toEqual(facts.slice(-kept.length));
    expect(asStored(standingOf(state, now))).toMatchObject(standing);
  });
});

it('all are still here', () => {
  expect(ledgers.length).toBeGreaterThanOrEqual(6);
});
