import type { AgreementDocument, Hashing } from '@baton/shared';
import { ifFound, platformAnswer } from './platformErrors';

/** Names the text that was entered when Baton was installed, which is kept nowhere else. */
export const INSTALLED = 'installed';
/** UTF-16 units of one piece of a text: a value has room for more, whatever the letters. */
const PIECE = 12_000;

interface Piece {
  /** How many there are. */
  readonly of: number;
  readonly text: string;
}

const pieceKey = (content: string, at: number): string => `t:${content}:${at}`;

/** The name is a hash under the installation's key, so that a text that was changed outside Baton is known. */
const nameOf = (text: string, hash: Hashing): string => hash(text).slice(0, 32);

/** A text by its name; undefined where it is not kept, or not as it was. @throws DeskError */
export async function readText(content: string, hash: Hashing): Promise<AgreementDocument | undefined> {
  const pieces: string[] = [];
  for (let at = 0; ; at += 1) {
    const piece = (await ifFound($db.get(pieceKey(content, at)), 'reading a version')) as Piece | undefined;
    if (!piece) return undefined;
    pieces.push(piece.text);
    if (pieces.length < piece.of) continue;
    const text = pieces.join('');
    return nameOf(text, hash) === content ? (JSON.parse(text) as AgreementDocument) : undefined;
  }
}

/** Keeps a text and names it by its content. @throws DeskError */
export async function keepText(document: AgreementDocument, hash: Hashing): Promise<string> {
  const whole = JSON.stringify(document);
  const content = nameOf(whole, hash);
  const of = Math.ceil(whole.length / PIECE);
  for (let at = 0; at < of; at += 1) {
    const piece: Piece = { of, text: whole.slice(at * PIECE, (at + 1) * PIECE) };
    await platformAnswer($db.set(pieceKey(content, at), piece), 'keeping a version');
  }
  return content;
}
