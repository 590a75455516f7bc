import { parseAgreement, type Agreement, type AgreementDocument, type Hashing, type InForce } from '@baton/shared';
import { z } from 'zod';
import { aboutIn, keepAbout, type StoredRecord } from './sealedRecords';

/**
 * What counts lies among the records of people: whoever looks a ticket up reads those in the same query, so that
 * knowing which agreement counts costs no call.
 */
const STANDING = 'agreement';
/** UTF-16 units of one piece of a text: a record has room for more, whatever the letters. */
const PIECE = 25_000;

const standingSchema = z.object({
  revision: z.int(),
  activations: z.array(
    z.object({ version: z.int(), from: z.int(), open: z.enum(['keep', 'move']), content: z.string() }),
  ),
});

/** From when which text counts, by instant, as of a revision of the versions. */
export type Standing = z.infer<typeof standingSchema>;

const pieceSchema = z.object({ of: z.int(), text: z.string() });
const pieceName = (content: string, at: number): string => `${STANDING} ${content} ${at}`;

/** What stands in the records of one installation; undefined before a version was put in force here. */
export function standingIn(records: readonly StoredRecord[], hash: Hashing): Standing | undefined {
  return standingSchema.safeParse(aboutIn(records, STANDING, hash)).data;
}

function textIn(records: readonly StoredRecord[], content: string, hash: Hashing): string | undefined {
  const piece = (at: number) => pieceSchema.safeParse(aboutIn(records, pieceName(content, at), hash)).data;
  const first = piece(0);
  const pieces = Array.from({ length: first?.of ?? 0 }, (_, at) => piece(at)?.text);
  return pieces.length === 0 || pieces.includes(undefined) ? undefined : pieces.join('');
}

/** What was read last: a server that is still warm reads the same text for every request. */
const lastRead = new Map<string, Agreement>();

function agreementOf(text: string): Agreement {
  const agreement = lastRead.get(text) ?? parseAgreement(text);
  lastRead.clear();
  lastRead.set(text, agreement);
  return agreement;
}

/** The agreement that counts at an instant (epoch ms), of the records of people; none where none was put in force. */
export function agreementInForce(
  records: readonly StoredRecord[],
  hash: Hashing,
  at: number,
): { readonly agreement?: Agreement } {
  const activation = standingIn(records, hash)
    ?.activations.filter(({ from }) => from <= at)
    .at(-1);
  const text = activation && textIn(records, activation.content, hash);
  return text === undefined ? {} : { agreement: agreementOf(text) };
}

async function keepText(content: string, document: AgreementDocument, hash: Hashing): Promise<void> {
  const text = JSON.stringify(document);
  const of = Math.ceil(text.length / PIECE);
  for (let at = 0; at < of; at += 1) {
    await keepAbout(pieceName(content, at), { of, text: text.slice(at * PIECE, (at + 1) * PIECE) }, hash);
  }
}

/** Makes versions count, each from its instant: the texts first, so that a crash between leaves the old one in force. */
export async function putInForce(
  inForce: readonly (InForce & { readonly content: string })[],
  revision: number,
  hash: Hashing,
): Promise<void> {
  for (const { content, document } of inForce) await keepText(content, document, hash);
  const activations = inForce.map(({ version, from, open, content }) => ({ version, from, open, content }));
  await keepAbout(STANDING, { revision, activations }, hash);
}
