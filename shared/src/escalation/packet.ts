import type { PacketText } from '../ticket';

/** A packet's texts together, UTF-8 bytes, on both desks. */
export const PACKET_LIMIT = 8192;

/** UTF-8 length of a text in bytes; unpaired surrogates count as their replacement, three bytes. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** UTF-8 bytes of all texts of a packet together. */
export const packetBytes = ({ diagnosis, actions, evidence, nextAction, extra }: PacketText): number =>
  [diagnosis, actions, evidence, nextAction, ...Object.values(extra ?? {})].reduce(
    (sum, text) => sum + utf8Bytes(text),
    0,
  );

const FILLERS = new Set(['n/a', 'na', 'n.a.', 'none', 'nothing', '-', '--', '?', '.', '...', 'tbd', 'see above', 'x']);

/** Whether a text is a fact-free filler: empty, "n/a", or the ticket's own title. Language is never graded (rules §8). */
export function isNothingSaid(text: string, title?: string): boolean {
  const said = text.trim().toLowerCase();
  return said === '' || FILLERS.has(said) || (title !== undefined && said === title.trim().toLowerCase());
}
