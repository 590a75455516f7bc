import type { Violation } from '../failures';

/** Deeper than any agreement is, and shallow enough for everybody who reads it. */
const deepest = 40;
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

/** What may not be in a document that somebody sent: names that would change the reader itself, or too deep a nesting. */
export function unsafeIn(document: unknown, path: readonly string[] = []): readonly Violation[] {
  if (path.length > deepest) {
    return [{ path: path.join('.'), message: `is nested more than ${deepest} levels deep; flatten it` }];
  }
  return entriesOf(document).flatMap(([name, value]) => {
    const inside = [...path, name];
    if (!reserved.has(name)) return unsafeIn(value, inside);
    return [{ path: inside.join('.'), message: `has the reserved name “${name}”; choose another one` }];
  });
}
