import { z } from 'zod';
import type { State } from '../escalation';
import { LedgerError } from '../failures';
import { findBreak, type Head, type LedgerFact } from './chain';
import { canonicalJson, type Hashing } from './hash';
import { liftPage } from './upcast';

/**
 * What one stored page says: the state after its last fact, and the run of facts it carries. A run begins where the
 * page before became full; `earlier` is the version of that page.
 */
export interface Page {
  readonly v: 1;
  /** Counts appends, from 1. */
  readonly version: number;
  readonly head: Head;
  readonly state: State;
  readonly facts: readonly LedgerFact[];
  /** The chain's end before this run's first fact. */
  readonly before: Head;
  readonly earlier?: number;
}

const head = z.strictObject({ seq: z.number().int().min(0), hash: z.string().min(1) });
const pageSchema = z.strictObject({
  v: z.literal(1),
  version: z.number().int().min(1),
  head,
  before: head,
  earlier: z.number().int().min(1).exactOptional(),
  state: z.looseObject({ status: z.enum(['unopened', 'held', 'offered', 'stalemate', 'resolved', 'gone']) }),
  facts: z.array(z.looseObject({ seq: z.number().int(), type: z.string(), hash: z.string(), prev: z.string() })),
});

/** A page as it is stored: one string, so that no store can reshape it, and the string's own hash. */
export interface StoredPage {
  readonly body: string;
  readonly mac: string;
}

/** Writes a page down. */
export function encodePage(page: Page, hash: Hashing): StoredPage {
  const body = canonicalJson(page);
  return { body, mac: hash(body) };
}

const damaged = (what: string): LedgerError =>
  new LedgerError('corrupt', `A page of the ledger is damaged: ${what}. Nothing was changed; an admin can verify it.`);

function parseBody(stored: StoredPage, hash: Hashing): unknown {
  if (typeof stored.body !== 'string') throw damaged('it has no body');
  if (hash(stored.body) !== stored.mac) throw damaged('its content does not match its seal');
  try {
    return JSON.parse(stored.body);
  } catch {
    throw damaged('it is no JSON');
  }
}

/**
 * Reads a page back and checks it: its seal, its shape, and that its facts are one unbroken chain.
 *
 * @throws LedgerError `corrupt` when anything was altered, `newer-version` when a newer Baton wrote it.
 */
export function decodePage(stored: StoredPage, hash: Hashing): Page {
  const parsed = pageSchema.safeParse(liftPage(parseBody(stored, hash)));
  if (!parsed.success) throw damaged(`${parsed.error.issues[0]?.path.join('.') || 'it'} is not as it should be`);
  const page = parsed.data as unknown as Page;
  const broken = findBreak(page.facts, hash, {}, page.before);
  if (broken) throw damaged(`fact ${broken.seq} does not fit the chain`);
  if (!isWhole(page)) throw damaged('its last fact is not its head');
  return page;
}

function isWhole({ facts, head }: Page): boolean {
  const last = facts[facts.length - 1];
  return last?.hash === head.hash && last.seq === head.seq;
}
