/** Markup that needs no more escaping. */
export class Html {
  constructor(readonly text: string) {}
}

type Value = Html | Value[] | string | number | null | undefined | false;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, sign => ESCAPES[sign]!);

function markup(value: Value): string {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(markup).join('');
  return value === null || value === undefined || value === false ? '' : escaped(String(value));
}

/** Text with its line breaks kept. */
export const lines = (text: string): Html => new Html(escaped(text).replaceAll('\n', '<br>'));

/** Markup in which every value is escaped, unless it is markup itself. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Html =>
  new Html(parts.reduce((text, part, index) => text + markup(values[index - 1]) + part));
