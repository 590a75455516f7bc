import type { VendorView } from './view';

/** A shorter piece says nothing of where it comes from. */
const TELLING = 12;

/** What somebody kept back may be repeated as a whole, or sentence by sentence. */
const piecesOf = (text: string): readonly string[] => [
  text.trim(),
  ...text.split(/\n|(?<=[.!?])\s/).flatMap(piece => (piece.trim().length < TELLING ? [] : [piece.trim()])),
];

const escapedPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A text without what is kept from its reader: in its place stands what was left out. */
export function withoutKept(text: string, keeps: VendorView['keeps']): string {
  const pieces = keeps.flatMap(({ label, text: kept }) => piecesOf(kept).map(piece => ({ label, piece })));
  return pieces
    .filter(({ piece }) => piece !== '')
    .sort((one, other) => other.piece.length - one.piece.length)
    .reduce(
      (told, { label, piece }) => told.replace(new RegExp(escapedPattern(piece), 'gi'), `(${label} left out)`),
      text,
    );
}

/** The text for a vendor as it stands now: what is known of the ticket, then what was typed, each under its label. */
export function caseText({ head, tells, keeps }: VendorView, fields: Readonly<Record<string, string>>): string {
  const typed = tells.flatMap(({ name, label }) => {
    const text = fields[name]?.trim() ?? '';
    return text === '' ? [] : [`${label}: ${text}`];
  });
  return withoutKept([...head, ...typed].join('\n'), keeps);
}

/** An address that opens the person's own mail program with the text; nothing is sent by it. */
export function mailLink({ to, subject }: NonNullable<VendorView['mail']>, text: string): string {
  return `mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}
