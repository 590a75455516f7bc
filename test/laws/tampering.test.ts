import fc from 'fast-check';
import { chainStart, findBreak, hashing, seal, type LedgerFact, type SealedTexts } from '../../shared/src/ledger';
import { hashOf } from '../support/story';
import { anyStory, holdsFor as holdsForMany, tell } from './drawnStories';

const copied = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** Every place of a ledger is as good as another: few of them say it. */
const holdsFor: typeof holdsForMany = (drawn, check) => holdsForMany(drawn, check, 12);

/** A ledger, and two places in it to tamper with. */
const ledgers = fc.record({ drawn: anyStory(), one: fc.nat(), other: fc.nat() });

type Tampering = (facts: LedgerFact[], one: number, other: number) => void;

/** Changes one leaf of a value to another of its kind. */
function altered(value: unknown, which: number): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value}.`;
  if (typeof value !== 'object' || value === null) return 'nothing';
  const entries = Object.entries(value);
  const chosen = entries[which % Math.max(1, entries.length)];
  if (chosen === undefined) return { added: true };
  return Object.assign(value, { [chosen[0]]: altered(chosen[1], which >> 2) });
}

const remainder = (number: number, count: number): number => number % Math.max(1, count);

it.each<readonly [string, Tampering]>([
  ['editing', (facts, one, other) => altered(facts[remainder(one, facts.length)], other)],
  ['dropping', (facts, one) => facts.splice(remainder(one, facts.length - 1), 1)],
  ['doubling', (facts, one) => facts.splice(remainder(one, facts.length), 0, facts[remainder(one, facts.length)]!)],
  [
    'reordering',
    (facts, one) => {
      const index = remainder(one, facts.length - 1);
      facts.splice(index, 2, ...facts.slice(index, index + 2).reverse());
    },
  ],
])('%s any fact is detected', (_, tamper) =>
  holdsFor(ledgers, async ({ drawn, one, other }) => {
    const { facts, texts } = (await tell(drawn)).history;
    expect(findBreak(facts, hashOf, texts)).toBeUndefined();
    if (facts.length < 2) return;
    const spoiled = copied([...facts]);
    tamper(spoiled, one, other);
    expect(findBreak(spoiled, hashOf, texts)).toBeDefined();
  }),
);

/** A fact of these as somebody who knows no key would write it again, learned a moment later. */
function sealedAgain(facts: readonly LedgerFact[], chosen: LedgerFact): LedgerFact {
  const { texts: _texts, v: _v, id: _id, escalation, origin, seq, prev: _prev, hash: _hash, ...fact } = chosen;
  const later = { ...fact, learned: fact.learned + 1 };
  return seal(later, facts[seq - 2] ?? chainStart, { escalation, origin, hash: hashOf, salt: String }).fact;
}

it('a fact that was edited and sealed again without the installation’s key is detected', () =>
  holdsFor(ledgers, async ({ drawn, one }) => {
    const key = hashing('secret of the installation');
    const { facts, texts } = (await tell(drawn, { hash: key })).history;
    expect(findBreak(facts, key, texts)).toBeUndefined();
    const chosen = facts[remainder(one, facts.length)];
    if (!chosen) return;
    const again = facts.map(each => (each === chosen ? sealedAgain(facts, chosen) : each));
    expect(findBreak(again, key)?.seq).toBe(chosen.seq);
  }));

it('a fact that was edited and sealed again on its own no longer leads to the next', () =>
  holdsFor(ledgers, async ({ drawn, one }) => {
    const { facts } = (await tell(drawn)).history;
    const index = remainder(one, facts.length - 1);
    if (facts.length < 2) return;
    const again = facts.map((fact, at) => (at === index ? sealedAgain(facts, fact) : fact));
    expect(findBreak(again, hashOf)).toEqual({ seq: index + 2, because: 'link' });
  }));

it('a cut tail does not reach the head that the desk’s last note names', () =>
  holdsFor(ledgers, async ({ drawn, one }) => {
    const { steps, history } = await tell(drawn);
    const noted = steps.flatMap(({ done }) => done.notices.filter(notice => notice.is === 'note')).pop();
    if (!noted) return;
    const named = history.facts.find(({ seq }) => seq === noted.seq);
    expect(named?.hash).toBe(noted.head);
    const cut = history.facts.slice(0, remainder(one, noted.seq));
    expect(cut.map(({ hash }) => hash)).not.toContain(noted.head);
  }));

it('erasing a text is no break, changing one is', () =>
  holdsFor(ledgers, async ({ drawn, one }) => {
    const { facts, texts } = (await tell(drawn)).history;
    const refs = Object.keys(texts);
    const chosen = refs[remainder(one, refs.length)];
    if (chosen === undefined) return;
    expect(findBreak(facts, hashOf, { ...texts, [chosen]: null })).toBeUndefined();
    const changed: SealedTexts = { ...texts, [chosen]: { salt: texts[chosen]?.salt ?? '', text: 'Another text' } };
    expect(findBreak(facts, hashOf, changed)).toMatchObject({ because: 'text' });
  }));
