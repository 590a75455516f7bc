type Section = Readonly<Record<string, unknown>>;

const isSection = (value: unknown): value is Section => typeof value === 'object' && value !== null;

/** A promise written as a time alone is the same as one that says nothing but its time. */
const sectionOf = (value: unknown): Section => {
  if (isSection(value)) return value;
  return value === undefined ? {} : { within: value };
};

/** What a document says at a dotted path; undefined where it says nothing. */
export const valueAt = (document: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value === undefined ? undefined : sectionOf(value)[key]), document);

const isOnlyTime = (section: Section): boolean => Object.keys(section).join() === 'within';

const isNothing = (value: unknown): boolean =>
  value === undefined || (isSection(value) && !Array.isArray(value) && Object.keys(value).length === 0);

const without = (section: Section, key: string): Section =>
  Object.fromEntries(Object.entries(section).filter(([each]) => each !== key));

function putInList(
  list: readonly unknown[],
  [at = '', ...rest]: readonly string[],
  value: unknown,
): readonly unknown[] {
  return list.map((item, index) => (String(index) === at ? (put(item, rest, value) ?? {}) : item));
}

function put(document: unknown, [key = '', ...rest]: readonly string[], value: unknown): unknown {
  if (Array.isArray(document)) return putInList(document, [key, ...rest], value);
  const section = sectionOf(document);
  const inner = rest.length === 0 ? value : put(section[key], rest, value);
  const made = isNothing(inner) ? without(section, key) : { ...section, [key]: inner };
  return isOnlyTime(made) ? made['within'] : made;
}

/**
 * A document with another value at a dotted path; undefined takes it away, and the sections that are empty then.
 *
 * @example
 * withValueAt({ targets: { resolve: '4h' } }, 'targets.resolve.calendar', '24x7')
 * //=> { targets: { resolve: { within: '4h', calendar: '24x7' } } }
 */
export const withValueAt = <Document>(document: Document, path: string, value: unknown): Document =>
  put(document, path.split('.'), value) as Document;
