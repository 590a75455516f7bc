/** Markup that is safe to send as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = Markup | readonly Value[] | string | number | null | undefined | false;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => entities[sign] ?? sign);

function inner(value: Value): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object' && value !== null) return value.map(inner).join('');
  return value === undefined || value === null || value === false ? '' : escaped(String(value));
}

/** Text with its line breaks kept. */
export const lines = (text: string): Markup => new Markup(escaped(text).replaceAll('\n', '<br>'));

/** A template whose values are escaped, unless they are markup themselves. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Markup =>
  new Markup(parts.reduce((text, part, index) => text + inner(values[index - 1]) + part));
