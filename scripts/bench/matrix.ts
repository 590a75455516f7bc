/* npm run bench:matrix: looking tickets up among 10, 100 and 1,000 rules, beside two rule engines, in one run. */
import { performance } from 'node:perf_hooks';
import {
  layOut,
  matrixGaps,
  matrixOverlaps,
  readAgreement,
  shadowedCells,
  starterAgreement,
  type Agreement,
} from '@baton/shared';
import { drawnRules, drawnTickets, type DrawnRule } from './drawnRules';
import { baton, batonExplained, jsonRulesEngine, plainLoop, zenEngine, type Matcher } from './ruleEngines';
import { table } from './table';

/** How long each is measured, ms. */
const MEASURED = 800;
const sizes = [10, 100, 1000];
const tickets = drawnTickets(64);

const party = (name: string) => ({ name, timeZone: 'UTC', lead: name });
const person = (name: string, at: 'msp' | 'client') => ({ id: name, name, party: at, teams: [`${at}-desk`] });
const team = (at: 'msp' | 'client') => ({ id: `${at}-desk`, name: at, party: at, tier: 'L1' as const });

/** The starter's agreement with the drawn rules as its matrix. */
function agreementOf(rules: readonly DrawnRule[]): Agreement {
  const document = starterAgreement({
    id: 'drawn',
    name: 'Drawn',
    parties: { msp: party('ann'), client: party('ben') },
    teams: [team('msp'), team('client')],
    people: [person('ann', 'msp'), person('amy', 'msp'), person('ben', 'client'), person('bob', 'client')],
  });
  const matrix = rules.map(({ id, when }) => ({ id, name: id, when, targets: { resolve: '8h' } }));
  return readAgreement(JSON.parse(JSON.stringify({ ...document, matrix })));
}

/** Lookups in a second, the tickets one after the other over and over. */
async function perSecond({ first }: Matcher): Promise<number> {
  for (const ticket of tickets) await first(ticket);
  const began = performance.now();
  let done = 0;
  while (performance.now() - began < MEASURED) {
    for (const ticket of tickets) {
      const found = first(ticket);
      if (found instanceof Promise) await found;
    }
    done += tickets.length;
  }
  return (done * 1000) / (performance.now() - began);
}

/** One after the other: an engine that stops at its first rule stops every run it is in. */
async function answersOf({ first }: Matcher): Promise<string> {
  const answers: (string | undefined)[] = [];
  for (const ticket of tickets) answers.push(await first(ticket));
  return answers.join();
}

const rounded = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 });

/** Every engine's speed for one size; the ratio is how much faster Baton is with all reasons given. */
async function measured(size: number): Promise<readonly (readonly string[])[]> {
  const rules = drawnRules(size);
  const agreement = agreementOf(rules);
  const matchers = [batonExplained(agreement), baton(agreement)];
  const others = [plainLoop(rules), zenEngine(rules), jsonRulesEngine(rules)];
  const expected = await answersOf(plainLoop(rules));
  const rates: number[] = [];
  for (const matcher of [...matchers, ...others]) {
    if ((await answersOf(matcher)) !== expected) throw new Error(`${matcher.name} answers otherwise`);
    rates.push(await perSecond(matcher));
  }
  const [explained = 0] = rates;
  return [...matchers, ...others].map(({ name }, n) => {
    const rate = rates[n] ?? 0;
    return [n === 0 ? String(size) : '', name, rounded(rate), `${rounded(1000 / rate)} ms`, rounded(explained / rate)];
  });
}

const timed = (what: string, count: () => number): readonly string[] => {
  const began = performance.now();
  const found = count();
  return [what, String(found), `${rounded(performance.now() - began)} ms`];
};

const counted = (found: Iterable<unknown>): number => [...found].length;

/** Every combination of the drawn values, each fact with one more that no rule mentions: what no rule allows. */
function askedOneByOne(rules: readonly DrawnRule[]): number {
  const facts = [...new Set(rules.flatMap(({ when }) => Object.keys(when)))];
  const values = new Map(facts.map(fact => [fact, ['', ...new Set(rules.flatMap(({ when }) => when[fact] ?? []))]]));
  const count = (left: readonly DrawnRule[], [fact, ...others]: readonly string[]): number => {
    if (fact === undefined) return left.length === 0 ? 1 : 0;
    const counts = (values.get(fact) ?? []).map(value =>
      count(
        left.filter(({ when }) => when[fact]?.includes(value) ?? true),
        others,
      ),
    );
    return counts.reduce((all, each) => all + each, 0);
  };
  return count(rules, facts);
}

/** Pairs of which each fact has a value that both allow, or one that is open. */
function pairsOneByOne(rules: readonly DrawnRule[]): number {
  const meet = ({ when: one }: DrawnRule, { when: other }: DrawnRule): boolean =>
    Object.entries(one).every(([fact, values]) => values.some(value => other[fact]?.includes(value) ?? true));
  return rules.reduce((all, upper, n) => all + rules.slice(n + 1).filter(lower => meet(upper, lower)).length, 0);
}

/** Types and priorities that the drawn rules leave open. */
const LEFT_OPEN = 8;

function checkedOneByOne(rules: readonly DrawnRule[]): readonly (readonly string[])[] {
  const agreement = agreementOf(rules);
  const gaps = [...matrixGaps(layOut(agreement))].reduce((all, { size }) => all + size, 0);
  const pairs = counted(matrixOverlaps(layOut(agreement)));
  const asked = timed('combinations that nobody owns, asked one by one', () => askedOneByOne(rules));
  const paired = timed('overlapping pairs, compared two by two', () => pairsOneByOne(rules));
  if (gaps !== Number(asked[1]) * LEFT_OPEN || pairs !== Number(paired[1])) {
    throw new Error(`The analysis finds ${gaps / LEFT_OPEN} and ${pairs}, one by one ${asked[1]} and ${paired[1]}`);
  }
  return [asked, paired];
}

function analysed(size: number): readonly (readonly string[])[] {
  const rules = drawnRules(size);
  const withRest = agreementOf(rules);
  const withoutRest = agreementOf(rules.slice(0, -1));
  return [
    timed('groups that nobody owns, without the last rule', () => counted(matrixGaps(layOut(withoutRest)))),
    timed('groups that nobody owns, with it', () => counted(matrixGaps(layOut(withRest)))),
    timed('overlapping pairs', () => counted(matrixOverlaps(layOut(withRest)))),
    timed('shadowed rules', () => counted(shadowedCells(layOut(withRest)))),
    ...checkedOneByOne(rules.slice(0, -1)),
  ];
}

async function main(): Promise<void> {
  const rows: (readonly string[])[] = [];
  for (const size of sizes) rows.push(...(await measured(size)));
  console.log(table(['rules', 'who', 'lookups a second', 'each', 'Baton with reasons is so many times as fast'], rows));
  console.log(`\n1,000 rules on six facts\n\n${table(['asked for', 'found', 'time'], analysed(1000))}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
