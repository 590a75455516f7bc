import { folded } from './own';
import type { Condition, TicketFacts } from './schema';

/** Lines of a condition that name allowed values of one ticket fact. */
export const listedFacts = [
  'workType',
  'priority',
  'impact',
  'urgency',
  'service',
  'client',
  'unit',
  'geography',
  'customerTier',
  'riskCategory',
] as const;

/** One of {@link listedFacts}. */
export type ListedFact = (typeof listedFacts)[number];

/** What of a ticket a native field may say. */
export type FieldFact = Exclude<ListedFact, 'workType' | 'priority'>;

/** How the facts are called in sentences. */
export const factWords: Readonly<Record<ListedFact, string>> = {
  workType: 'work type',
  priority: 'priority',
  impact: 'impact',
  urgency: 'urgency',
  service: 'service',
  client: 'client',
  unit: 'business unit',
  geography: 'geography',
  customerTier: 'customer tier',
  riskCategory: 'risk category',
};

/** Whether one line of a condition holds, and the sentence that says so. */
export interface Finding {
  readonly holds: boolean;
  readonly sentence: string;
}

/** A ticket's fact or an allowed value as it is compared. */
export const comparable = (value: string | number | undefined): string =>
  value === undefined ? '' : folded(String(value));

/** `"VPN-tunnel: down"` becomes `" vpn tunnel down "`, so that a keyword is found as whole words only. */
const wordsOf = (text: string): string =>
  ` ${folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** The sentence that says that a fact of a ticket has none of the allowed values. */
export const notListed = (fact: ListedFact, allowed: readonly (string | number)[], facts: TicketFacts): string =>
  `${factWords[fact]} is ${facts[fact] ?? 'not known'}, not ${allowed.join(' or ')}`;

const listed = (fact: ListedFact, allowed: readonly (string | number)[], facts: TicketFacts): Finding => {
  const actual = facts[fact];
  const holds = allowed.some(value => comparable(value) === comparable(actual));
  return { holds, sentence: holds ? `${factWords[fact]} is ${actual}` : notListed(fact, allowed, facts) };
};

/** Whether a title has a keyword or phrase, as whole words. */
export const hasPhrase = (title: string, phrase: string): boolean => wordsOf(title).includes(wordsOf(phrase));

const keyword = (keywords: readonly string[], title: string): Finding => {
  const found = keywords.find(phrase => hasPhrase(title, phrase));
  if (found !== undefined) return { holds: true, sentence: `the title has “${found}”` };
  return { holds: false, sentence: `the title has none of ${keywords.map(phrase => `“${phrase}”`).join(', ')}` };
};

const crossings = (least: number, bounces: number): Finding => ({
  holds: bounces >= least,
  sentence: `${bounces} crossings so far, ${least} needed`,
});

const either = (choices: readonly Condition[], facts: TicketFacts): readonly Finding[] => {
  const met = choices.map(choice => findings(choice, facts)).find(isMet);
  return met ?? [{ holds: false, sentence: 'none of the alternatives holds' }];
};

/** Every line of a condition, judged against a ticket. A condition without lines holds for all. */
export function findings(condition: Condition, facts: TicketFacts): readonly Finding[] {
  const lists = listedFacts.flatMap(fact => {
    const allowed = condition[fact];
    return allowed === undefined ? [] : [listed(fact, allowed, facts)];
  });
  const { keywords, bounces, all = [], any } = condition;
  return [
    ...lists,
    ...(keywords === undefined ? [] : [keyword(keywords, facts.title ?? '')]),
    ...(bounces === undefined ? [] : [crossings(bounces, facts.bounces ?? 0)]),
    ...all.flatMap(each => findings(each, facts)),
    ...(any === undefined ? [] : either(any, facts)),
  ];
}

/** Whether all findings hold. */
export const isMet = (found: readonly Finding[]): boolean => found.every(({ holds }) => holds);
