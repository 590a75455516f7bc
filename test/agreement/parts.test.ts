import {
  agreementParts,
  matchCell,
  parseAgreement,
  partsFor,
  storedBytes,
  termsFor,
  termsIn,
  utf8Length,
  type Agreement,
  type TicketFacts,
} from '../../shared/src/agreement';
import { contentHash, storyAgreement, storyDocument } from '../support/agreement';

const kilobytes = (count: number) => count * 1024;
const words = 'Agreed in the spring review, to be read again in autumn. ';

/** An agreement of 1,000 rules whose n-th cell applies when `whenOf(n)` says so; some 750 KB of text. */
const large = (whenOf: (n: number) => object): Agreement => {
  const matrix = Array.from({ length: 1000 }, (_, n) => ({
    id: `rule-${n}`,
    name: `Rule ${n}`,
    when: whenOf(n),
    text: words.repeat(10),
    targets: { resolve: '8h' },
  }));
  return parseAgreement(JSON.stringify({ ...storyDocument(), matrix }));
};

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

/** A ticket the n-th cell is about. */
const ticketOf = (whenOf: (n: number) => object, n: number): TicketFacts => {
  const { keywords, ...facts } = Object.fromEntries(
    Object.entries(whenOf(n)).map(([key, value]) => [key, first(value)]),
  );
  return {
    workType: 'incident',
    priority: 3,
    ...facts,
    ...(keywords === undefined ? {} : { title: String(keywords) }),
  };
};

const shapes: readonly [name: string, whenOf: (n: number) => object, reads: number][] = [
  ['clients and priorities', n => ({ client: `Client ${n >> 2}`, priority: 1 + (n % 4) }), 2],
  ['work types', n => ({ workType: `type-${n}` }), 2],
  ['one work type, by service', n => ({ workType: 'incident', service: [`Service ${n}`, `Service ${n + 1}`] }), 2],
  [
    'a base with client overlays',
    n =>
      n < 60
        ? { priority: 1 + (n % 4), impact: `i${n % 15}` }
        : { client: `c${n % 90}`, priority: 1 + (n % 4), unit: `u${n % 7}` },
    2,
  ],
  ['clients beside services', n => (n % 2 === 0 ? { client: `Client ${n}` } : { service: `Service ${n}` }), 3],
];

describe('Storing an agreement', () => {
  describe.each(shapes)('of 1,000 rules of %s', (_name, whenOf, reads) => {
    const agreement = large(whenOf);
    const { index, parts } = agreementParts(agreement, contentHash);

    it('makes parts and an index of at most 32 KB', () => {
      const sizes = Object.values(parts).map(utf8Length);
      expect(sizes.length).toBeGreaterThan(20);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(kilobytes(32));
      expect(storedBytes(index)).toBeLessThanOrEqual(kilobytes(32));
    });

    it('finds the same cell as the whole matrix does, in few reads', () => {
      for (let n = 0; n < 1000; n += 37) {
        const facts = ticketOf(whenOf, n);
        const names = partsFor(index, facts);
        const read = Object.fromEntries(names.map(name => [name, parts[name] ?? '']));
        expect(names.length).toBeLessThanOrEqual(reads);
        expect(termsFor(index, read, facts)?.cell).toBe(matchCell(agreement, facts)?.cell.id);
        expect(termsIn(agreement, facts)).toEqual(termsFor(index, read, facts));
      }
    });
  });

  it('still finds rules that only keywords tell apart, in more reads', () => {
    const whenOf = (n: number) => ({ keywords: `word${n}` });
    const { index, parts } = agreementParts(large(whenOf), contentHash);
    expect(Math.max(...Object.values(parts).map(utf8Length))).toBeLessThanOrEqual(kilobytes(32));
    expect(termsFor(index, parts, ticketOf(whenOf, 987))?.cell).toBe('rule-987');
  });

  it('gives tickets with unknown or missing facts what the whole matrix gives them', () => {
    const agreement = large(n => (n === 999 ? {} : { client: `Client ${n}` }));
    const { index, parts } = agreementParts(agreement, contentHash);
    const cellFor = (facts: Partial<TicketFacts>) =>
      termsFor(index, parts, { workType: 'incident', priority: 1, ...facts })?.cell;
    expect([cellFor({}), cellFor({ client: 'Aaron' }), cellFor({ client: 'Zz' })]).toEqual([
      'rule-999',
      'rule-999',
      'rule-999',
    ]);
  });

  it('names each part by its content and keeps the names of what did not change', () => {
    const before = agreementParts(storyAgreement, contentHash).parts;
    const renamed = {
      ...storyAgreement,
      matrix: storyAgreement.matrix.map(cell => ({ ...cell, name: `${cell.name}!` })),
    };
    const after = agreementParts(renamed, contentHash).parts;
    for (const [name, text] of Object.entries(before)) expect(name).toBe(contentHash(text));
    expect(Object.keys(after).filter(name => Object.hasOwn(before, name))).toHaveLength(1);
  });

  it('keeps each leaf’s own calendars with it where all together are too many', () => {
    const base = storyDocument();
    const office = base.calendars['msp-hours'];
    const holidays = Array.from({ length: 150 }, (_, n) => `20${10 + (n % 80)}-01-${10 + (n % 20)}`);
    const calendars = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`c${n}`, { ...office, holidays }]));
    const matrix = Array.from({ length: 100 }, (_, n) => ({
      id: `rule-${n}`,
      name: `Rule ${n}`,
      when: { client: `Client ${n}` },
      text: words.repeat(20),
      targets: { resolve: { within: '8h', calendar: `c${n}` } },
    }));
    const agreement = parseAgreement(
      JSON.stringify({ ...base, matrix, calendars: { ...base.calendars, ...calendars } }),
    );
    const { index, parts } = agreementParts(agreement, contentHash);
    const facts: TicketFacts = { workType: 'incident', priority: 1, client: 'Client 42' };
    expect(Math.max(...Object.values(parts).map(utf8Length))).toBeLessThanOrEqual(kilobytes(32));
    expect(Object.keys(termsFor(index, parts, facts)?.calendars ?? {}).sort()).toEqual([
      'c42',
      'client-hours',
      'msp-hours',
    ]);
  });

  it.each([
    ['abc', 3],
    ['né', 3],
    ['“quoted”', 12],
    ['🏁', 4],
  ])('counts the bytes of %s as UTF-8', (text, bytes) => {
    expect(utf8Length(text)).toBe(bytes);
  });
});
