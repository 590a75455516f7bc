import { factWords, listedFacts } from '../condition';
import type { Condition } from '../schema';

const either = (values: readonly (string | number)[]): string => values.join(' or ');

const nested = (word: string, inside: readonly Condition[] | undefined): readonly string[] =>
  inside === undefined ? [] : [inside.map(each => `(${whenText(each)})`).join(` ${word} `)];

/** What a ticket must be for a cell, in words: `work type incident, priority 1 or 2`. */
export function whenText(when: Condition): string {
  const { keywords, bounces, all, any } = when;
  const lines = [
    ...listedFacts.flatMap(fact => (when[fact] === undefined ? [] : [`${factWords[fact]} ${either(when[fact])}`])),
    ...(keywords === undefined ? [] : [`${either(keywords.map(word => `“${word}”`))} in the title`]),
    ...(bounces === undefined ? [] : [`at least ${bounces} crossings so far`]),
    ...nested('and', all),
    ...nested('or', any),
  ];
  return lines.length === 0 ? 'every ticket' : lines.join(', ');
}
