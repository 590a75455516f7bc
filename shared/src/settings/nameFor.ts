/** Names that belong to the language, which no id may be. */
const reserved = (name: string): boolean => name in {};

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 56);

/**
 * An id for something by what people call it, other than those that are taken.
 *
 * @example
 * nameFor('Service Desk', { 'service-desk': {} }); //=> 'service-desk-2'
 */
export function nameFor(called: string, taken: Readonly<Record<string, unknown>>): string {
  const made = slug(called);
  const base = made === '' || reserved(made) ? 'item' : made;
  const isFree = (name: string): boolean => !Object.hasOwn(taken, name);
  if (isFree(base)) return base;
  let number = 2;
  while (!isFree(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
