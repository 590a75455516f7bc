import type { AgreementDocument, HoldingParty } from '../agreement';

/** The tiers a team can be. */
export type Tier = AgreementDocument['teams'][string]['tier'];

/** Where a native group may belong, and what in its name says so: never more than a suggestion. */
export interface PlaceSuggestion {
  /** Absent where nothing says whose it is. */
  readonly party?: HoldingParty;
  readonly tier: Tier;
  readonly because: string;
}

/** What is known before anything is mapped: what the two sides are called. */
export type PartyNames = Readonly<Record<HoldingParty, string>>;

type Hint<Of> = readonly [sign: RegExp, means: Of];

const sides: readonly Hint<HoldingParty>[] = [
  [/\b(msp|provider|managed|noc|partner)\b/i, 'msp'],
  [/\b(internal|in-?house|client|local it|corporate|on-?site)\b/i, 'client'],
];

/** Said outright first, then by what such teams usually do. */
const tiers: readonly Hint<Tier>[] = [
  [/\b(?:l|lvl|level|tier|line) ?-?1\b|\b(?:first|1st)[ -](?:line|level)\b/i, 'L1'],
  [/\b(?:l|lvl|level|tier|line) ?-?2\b|\b(?:second|2nd)[ -](?:line|level)\b/i, 'L2'],
  [/\b(?:l|lvl|level|tier|line) ?-?3\b|\b(?:third|3rd)[ -](?:line|level)\b/i, 'L3'],
  [/\b(vendors?|suppliers?|third[ -]part(y|ies)|contractors?)\b/i, 'vendor'],
  [/\b(service ?desk|help ?desk|front ?line|noc|triage|intake|dispatch)\b/i, 'L1'],
  [/\b(architects?|architecture|experts?|developers?|development|product|escalations?)\b/i, 'L3'],
  [/\b(networks?|infra\w*|servers?|systems?|clouds?|security|databases?|applications?|field|desktops?)\b/i, 'L2'],
];

/** Groups that a desk makes for itself say who may sign in, not who does what. */
const plumbing =
  /^(jira|confluence|site|org|atlassian|trusted|system|bitbucket)-|^administrators$|^all (agents|users)$/i;

/** Words that many organisations have in their names. */
const common = new Set(
  'it the and of for group groups services service support ltd inc gmbh llc co msp team'.split(' '),
);

const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 1);

const namedIn = (words: readonly string[], party: string): string | undefined =>
  wordsOf(party).find(word => !common.has(word) && words.includes(word));

function hintIn<Of>(
  name: string,
  hints: readonly Hint<Of>[],
): { readonly means: Of; readonly said: string } | undefined {
  for (const [sign, means] of hints) {
    const said = sign.exec(name)?.[0];
    if (said !== undefined) return { means, said };
  }
  return undefined;
}

function sideOf(
  name: string,
  parties: PartyNames,
): { readonly means: HoldingParty; readonly said: string } | undefined {
  const words = wordsOf(name);
  const [msp, client] = [namedIn(words, parties.msp), namedIn(words, parties.client)];
  // A name that has both in it says neither.
  if (msp !== undefined && client === undefined) return { means: 'msp', said: msp };
  if (client !== undefined && msp === undefined) return { means: 'client', said: client };
  return msp === undefined ? hintIn(name, sides) : undefined;
}

/**
 * Where a native group may belong by its name; undefined where the name says nothing of a team.
 *
 * @example
 * suggestPlace('MSP-Network L2', { msp: 'Northwind', client: 'Contoso' });
 * //=> { party: 'msp', tier: 'L2', because: '“MSP” and “L2” in its name' }
 */
export function suggestPlace(name: string, parties: PartyNames): PlaceSuggestion | undefined {
  if (plumbing.test(name)) return undefined;
  // An underscore is no edge of a word; here it is one.
  const text = name.replaceAll('_', ' ');
  const [side, tier] = [sideOf(text, parties), hintIn(text, tiers)];
  const said = [...new Set([side, tier].flatMap(hint => (hint ? [`“${hint.said}”`] : [])))];
  if (said.length === 0) return undefined;
  return {
    ...(side ? { party: side.means } : {}),
    tier: tier?.means ?? 'L2',
    because: `${said.join(' and ')} in its name`,
  };
}
