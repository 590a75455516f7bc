import {
  appendFileSync,
  createReadStream,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { ExportError } from './exportError';

/** A ticket with its past, as it is written: one line. */
export interface PastTicket {
  readonly id: string;
  readonly line: object;
}

/** What a pull has brought since the last time, and where it goes on from there: whatever its desk needs to know. */
export interface Batch<Cursor> {
  readonly tickets: readonly PastTicket[];
  readonly cursor: Cursor;
}

const stateForm = z.strictObject({ asked: z.string(), bytes: z.number(), cursor: z.unknown() });

const idForm = z
  .object({ id: z.union([z.string(), z.number()]) })
  .or(z.object({ ticket: z.object({ id: z.number() }) }).transform(({ ticket }) => ticket));

async function idsIn(file: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const line of createInterface({ input: createReadStream(file) }))
    ids.add(String(idForm.parse(JSON.parse(line)).id));
  return ids;
}

function stateIn(file: string, asked: string): z.infer<typeof stateForm> {
  const state = stateForm.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (state.asked === asked || state.bytes === 0) return state;
  throw new ExportError(`${file} belongs to an export of something else. Finish that one, or name another --out.`);
}

/** An export on disk: its lines, and beside them how far it has come. */
export interface KeptHistory {
  /** Where to go on; undefined at the beginning. */
  readonly cursor: unknown;
  /** Tickets that are written already. */
  readonly known: ReadonlySet<string>;
  readonly add: (batch: Batch<unknown>) => void;
  /** Nothing is left to go on with. */
  readonly finish: () => void;
}

/**
 * Begins an export, or goes on with the one that was cut short: what was written after the last state is taken off and
 * pulled again, so that no ticket is lost, cut or told twice.
 *
 * @param asked - what is pulled; another answer must not be mixed into the same file
 * @throws ExportError where the file is something else
 */
export async function keptHistory(file: string, asked: string): Promise<KeptHistory> {
  const beside = `${file}.state`;
  if (!existsSync(beside) && existsSync(file))
    throw new ExportError(`${file} is there already. Name another --out, or move it.`);
  const { bytes: written, cursor } = existsSync(beside) ? stateIn(beside, asked) : { bytes: 0, cursor: undefined };
  const keep = (state: z.infer<typeof stateForm>): void => {
    writeFileSync(`${beside}.part`, JSON.stringify(state));
    renameSync(`${beside}.part`, beside);
  };
  keep({ asked, bytes: written, cursor });
  appendFileSync(file, '');
  truncateSync(file, written);
  const known = await idsIn(file);
  let bytes = written;
  return {
    cursor,
    known,
    add({ tickets, cursor: next }) {
      const text = tickets.map(({ line }) => `${JSON.stringify(line)}\n`).join('');
      appendFileSync(file, text);
      for (const { id } of tickets) known.add(id);
      bytes += Buffer.byteLength(text);
      keep({ asked, bytes, cursor: next });
    },
    finish: () => rmSync(beside, { force: true }),
  };
}
