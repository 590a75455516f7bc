import type { AgreementDocument } from '../agreement';

type Sections = Readonly<Record<string, unknown>>;

/** What is the very same value needs no look, which counts where one cell of a thousand was edited. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!Array.isArray(one) || !Array.isArray(other)) return JSON.stringify(one) === JSON.stringify(other);
  return one.length === other.length && one.every((each, at) => same(each, other[at]));
}

/** The sections of a text that are other than before, by name; null where one is gone. What did not change stays at home. */
export function changedSections(before: object, after: object): Sections {
  const [was, is] = [before as Sections, after as Sections];
  const names = [...new Set([...Object.keys(is), ...Object.keys(was)])];
  const changed = names.filter(name => !same(was[name], is[name]));
  return Object.fromEntries(changed.map(name => [name, is[name] ?? null]));
}

/** A text with those sections written into it. */
export const withSections = (before: object, sections: Sections): AgreementDocument =>
  Object.fromEntries(
    Object.entries({ ...before, ...sections }).filter(([, value]) => value !== null),
  ) as unknown as AgreementDocument;
