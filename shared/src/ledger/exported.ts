import { z } from 'zod';
import { LedgerError } from '../failures';
import type { LedgerFact, SealedTexts } from './chain';
import type { LoadedLedger } from './ports';
import { LEDGER_VERSION } from './upcast';

/** How an exported ledger names its own form. */
const EXPORT_FORMAT = 'baton-ledger';

/**
 * A ticket's ledger as it leaves a desk: facts and texts exactly as they were sealed. A part of one names the stored page
 * that comes before it; the whole has none.
 */
export interface ExportedLedger {
  readonly format: typeof EXPORT_FORMAT;
  readonly version: 1;
  /** The desk's immutable id. */
  readonly ticket: string;
  /** Oldest first. */
  readonly facts: readonly LedgerFact[];
  readonly texts: SealedTexts;
  readonly earlier?: number;
}

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'this is no hash');
const fact = z.looseObject({
  seq: z.number().int().min(1),
  type: z.string().min(1),
  at: z.number().int(),
  learned: z.number().int(),
  origin: z.strictObject({ desk: z.enum(['freshservice', 'jira']), tenant: z.string() }),
  data: z.looseObject({}),
  texts: z.record(z.string(), hash).exactOptional(),
  prev: z.string().min(1),
  hash: z.string().min(1),
});
const exportSchema = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(LEDGER_VERSION),
  ticket: z.string().min(1),
  facts: z.array(fact).min(1, 'there are no entries in it'),
  texts: z.record(z.string(), z.strictObject({ salt: z.string(), text: z.string() }).nullable()),
  earlier: z.number().int().min(1).exactOptional(),
});

/** One stored page of a ledger as it is exported. */
export const exportedPart = (ticket: string, { page, texts }: LoadedLedger): ExportedLedger => ({
  ...{ format: EXPORT_FORMAT, version: LEDGER_VERSION, ticket, facts: page.facts, texts },
  ...(page.earlier === undefined ? {} : { earlier: page.earlier }),
});

const unreadable = (why: string): LedgerError => new LedgerError('corrupt', `This is no exported ledger: ${why}.`);

function parsed(text: string): readonly unknown[] {
  if (text.trim() === '') throw unreadable('the file is empty');
  try {
    return [JSON.parse(text) as unknown].flat();
  } catch {
    throw unreadable('it is no whole JSON text; it may have been cut off while it was copied');
  }
}

function partOf(value: unknown): ExportedLedger {
  const { format, version } = Object(value) as { format?: unknown; version?: unknown };
  if (format !== EXPORT_FORMAT) throw unreadable(`its "format" is not "${EXPORT_FORMAT}"`);
  if (typeof version === 'number' && version > LEDGER_VERSION)
    throw new LedgerError(
      'newer-version',
      'A newer version of Baton exported this ledger. Verify it with that version.',
    );
  const read = exportSchema.safeParse(value);
  if (read.success) return read.data as unknown as ExportedLedger;
  const { path = [], message } = read.error.issues[0] ?? {};
  throw unreadable(`${['ledger', ...path].join('.')}: ${message}`);
}

/**
 * Reads an exported ledger back, in one piece or as the list of its parts, newest first.
 *
 * @throws LedgerError `corrupt` with what is wrong where, `newer-version` when a newer Baton exported it.
 */
export function readExport(text: string): ExportedLedger {
  const parts = parsed(text).map(partOf).reverse();
  const [oldest] = parts;
  if (!oldest) throw unreadable('there is nothing in it');
  const { earlier, ...whole } = oldest;
  if (earlier !== undefined) throw unreadable('its oldest part is missing; export the whole again');
  const texts = Object.assign({}, ...parts.map(part => part.texts)) as SealedTexts;
  return { ...whole, facts: parts.flatMap(part => part.facts), texts };
}
