/** A part of a page that is generated from an agreement. */
export type PageBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'steps'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** A page to print, or to paste into a knowledge base. */
export interface GeneratedPage {
  readonly title: string;
  readonly blocks: readonly PageBlock[];
}

export const heading = (text: string): PageBlock => ({ kind: 'heading', text });
export const said = (text: string): PageBlock => ({ kind: 'text', text });
export const steps = (items: readonly string[]): PageBlock => ({ kind: 'steps', items });

/** A table, or a sentence where it would be empty. */
export const tableOr = (none: string, head: readonly string[], rows: readonly (readonly string[])[]): PageBlock =>
  rows.length === 0 ? said(none) : { kind: 'table', head, rows };

/** A text in pieces, addresses by themselves: `[['see '], ['https://a.example', 'link']]`. */
export const piecesOf = (text: string): readonly { readonly text: string; readonly isLink: boolean }[] =>
  text
    .split(/(https:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((piece, place) => ({ text: piece, isLink: place % 2 === 1 }))
    .filter(piece => piece.text !== '');

/** What would be read as Markdown or HTML is written so that it is not; a line break would end a cell. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1');

const plain = (text: string): string =>
  piecesOf(text)
    .map(piece => (piece.isLink ? `<${piece.text.replace(/\|/g, '%7C')}>` : escaped(piece.text)))
    .join('');

const row = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;

function markdownOf(block: PageBlock): string {
  if (block.kind === 'heading') return `## ${plain(block.text)}`;
  if (block.kind === 'text') return plain(block.text);
  if (block.kind === 'steps') return block.items.map((item, n) => `${n + 1}. ${plain(item)}`).join('\n');
  return [row(block.head), row(block.head.map(() => '---')), ...block.rows.map(row)].join('\n');
}

/** A page as Markdown that a knowledge base takes. */
export const pageMarkdown = ({ title, blocks }: GeneratedPage): string =>
  `${[`# ${plain(title)}`, ...blocks.map(markdownOf)].join('\n\n')}\n`;
