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

/** What would be read as Markdown or HTML is written so that it is not; a line break would end a cell. */
const plain = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1');

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
