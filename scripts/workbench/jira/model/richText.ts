/** Atlassian Document Format, as far as the stand-in reads and writes it. */
export interface RichText {
  type: 'doc';
  version: 1;
  content: RichNode[];
}

export interface RichNode {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  content?: RichNode[];
}

/** Plain text as paragraphs: a blank line starts a new one, a line break stays one. */
export function richText(text: string): RichText {
  const lineNodes = (paragraph: string): RichNode[] =>
    paragraph
      .split('\n')
      .flatMap((line, index) => [
        ...(index > 0 ? [{ type: 'hardBreak' }] : []),
        ...(line === '' ? [] : [{ type: 'text', text: line }]),
      ]);
  const content = text.split(/\n{2,}/).map(paragraph => ({ type: 'paragraph', content: lineNodes(paragraph) }));
  return { type: 'doc', version: 1, content };
}

const BLOCKS = ['paragraph', 'heading', 'listItem', 'blockquote', 'codeBlock', 'panel'];

const shownInline: Record<string, (node: RichNode) => string> = {
  text: node => node.text ?? '',
  hardBreak: () => '\n',
  mention: node => String(node.attrs?.text ?? ''),
  emoji: node => String(node.attrs?.text ?? node.attrs?.shortName ?? ''),
  inlineCard: node => String(node.attrs?.url ?? ''),
};

function plainNode(node: RichNode): string {
  const inline = shownInline[node.type];
  if (inline) return inline(node);
  const text = (node.content ?? []).map(plainNode).join('');
  return BLOCKS.includes(node.type) ? `${text}\n` : text;
}

/** The text of a document, a line for each block. */
export const plainText = (document: RichText | null): string =>
  document ? document.content.map(plainNode).join('').trimEnd() : '';

export function isRichText(value: unknown): value is RichText {
  const document = value as Partial<RichText> | null;
  return (
    typeof document === 'object' &&
    document?.type === 'doc' &&
    document.version === 1 &&
    Array.isArray(document.content)
  );
}
