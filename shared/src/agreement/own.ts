/** The record's own value under a key that came from outside; inherited names such as `constructor` are not found. */
export const own = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** Text as it is compared: case, width and outer blanks do not count. */
export const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
