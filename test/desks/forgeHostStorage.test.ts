import { storageQuota } from '../../scripts/workbench/forge/storage/quota';
import { startProbe, type ProbeDesk } from '../support/probeForge/probeDesk';

jest.setTimeout(60_000);

let probe: ProbeDesk;
beforeEach(async () => {
  probe = await startProbe();
});
afterEach(() => probe.desk.stop());

const parcel = (owner: string, dueAt: string, more: object = {}) => ({ owner, dueAt, version: 1, ...more });
const put = (key: string, value: object) => probe.call('parcelSet', { key, value });
interface Listed {
  readonly results: readonly { readonly key: string }[];
  readonly nextCursor?: string;
}
const keys = ({ results }: Listed) => results.map(({ key }) => key);
const parcelsOf = async (payload: object) => (await probe.call<Listed>('parcelsOf', payload)).value;
const keysOf = async (payload: object) => keys(await parcelsOf(payload));

describe('two writers who read the same version', () => {
  it('cannot both win: one writes everything, the other nothing', async () => {
    await put('p1', parcel('ana', '2026-03-02T09:00:00Z'));
    const writers = ['bruno', 'dana', 'li', 'omar'];
    const answers = await Promise.all(
      writers.map(owner => probe.call('parcelNext', { key: 'p1', from: 1, owner }, owner)),
    );
    const won = answers.filter(answer => !answer.error);
    expect(won).toHaveLength(1);
    expect(answers.filter(answer => answer.error).map(({ error }) => error?.code)).toEqual(
      Array(3).fill('TRANSACTION_CONDITION_FAILED'),
    );
    const { value } = await probe.call<{ owner: string }>('parcelGet', { key: 'p1' });
    expect(value).toMatchObject({ owner: writers[answers.indexOf(won[0]!)], version: 2 });
    expect(await probe.call('kvsGet', { key: 'note:p1' })).toEqual({ value: { by: value.owner } });
  });
});

describe('an entity query', () => {
  beforeEach(async () => {
    await put('late', parcel('ana', '2026-03-02T18:00:00Z', { urgent: true }));
    await put('soon', parcel('ana', '2026-03-02T09:30:00Z', { urgent: false }));
    await put('next', parcel('ana', '2026-03-02T12:00:00Z', { urgent: true }));
    await put('other', parcel('dana', '2026-03-02T09:00:00Z'));
  });

  it('answers one partition in the order of its range', async () => {
    expect(await keysOf({ owner: 'ana' })).toEqual(['soon', 'next', 'late']);
    expect(await keysOf({ owner: 'ana', sort: 'DESC' })).toEqual(['late', 'next', 'soon']);
  });

  it('cuts the range where it is told to', async () => {
    expect(await keysOf({ owner: 'ana', before: '2026-03-02T12:00:00Z' })).toEqual(['soon']);
  });

  it('filters after reading, so that a page may be empty and still go on', async () => {
    const first = await parcelsOf({ owner: 'ana', urgent: true, limit: 1 });
    expect(first.results).toEqual([]);
    expect(await keysOf({ owner: 'ana', urgent: true, cursor: first.nextCursor })).toEqual(['next', 'late']);
  });

  it('leaves out rows that lack an attribute of the index', async () => {
    await put('bare', { owner: 'ana', version: 1 });
    expect(await keysOf({ owner: 'ana' })).not.toContain('bare');
  });

  it('lags behind writes as far as it is set to, while get never does', async () => {
    probe.desk.host.setQueryLag(5_000);
    await probe.clock.jump(probe.clock.now() + 10_000);
    await put('soon', parcel('dana', '2026-03-02T09:30:00Z'));
    expect(await keysOf({ owner: 'ana' })).toEqual(['soon', 'next', 'late']);
    expect(await keysOf({ owner: 'dana' })).toEqual(['other']);
    expect(await probe.call('parcelGet', { key: 'soon' })).toHaveProperty('value.owner', 'dana');
    await probe.clock.jump(probe.clock.now() + 5_000);
    expect(await keysOf({ owner: 'ana' })).toEqual(['next', 'late']);
    expect(await keysOf({ owner: 'dana' })).toEqual(['other', 'soon']);
  });
});

describe('the key-value store', () => {
  it('lists keys by prefix, page by page', async () => {
    for (const key of ['a:2', 'b:1', 'a:1', 'a:3']) await probe.call('kvsSet', { key, value: key });
    const list = async (more: object) =>
      (await probe.call<Listed>('kvsList', { prefix: 'a:', limit: 2, ...more })).value;
    const first = await list({});
    expect(keys(first)).toEqual(['a:1', 'a:2']);
    expect(keys(await list({ cursor: first.nextCursor }))).toEqual(['a:3']);
  });

  it('creates a key once under FAIL_IF_EXISTS, and again after its time to live', async () => {
    const once = { key: 'lock', value: 1, options: { keyPolicy: 'FAIL_IF_EXISTS', ttl: { value: 1, unit: 'HOURS' } } };
    expect(await probe.call('kvsSet', once)).toEqual({ value: null });
    expect(await probe.call('kvsSet', once)).toMatchObject({ error: { code: 'KEY_CONFLICT' } });
    await probe.clock.jump(probe.clock.now() + 3_600_000);
    expect(await probe.call('kvsSet', once)).toEqual({ value: null });
  });

  it('keeps secrets apart from values', async () => {
    expect(await probe.call('secret', { key: 'token', value: 's3' })).toEqual({ value: ['s3', null] });
  });

  it('lets each item of a batch succeed or fail by itself', async () => {
    const items = [
      { key: 'good', value: 1 },
      { key: 'b/d', value: 2 },
    ];
    expect((await probe.call('batch', { items })).value).toMatchObject({
      successfulKeys: [{ key: 'good' }],
      failedKeys: [{ key: 'b/d', error: { code: 'INVALID_KEY' } }],
    });
  });
});

describe('the store refuses', () => {
  const refusal = async (door: string, payload: object) => (await probe.call(door, payload)).error?.code;
  const deep = (levels: number): object => (levels === 0 ? {} : { in: deep(levels - 1) });

  it.each([
    ['a key with a character it does not know', 'kvsSet', { key: 'a/b', value: 1 }, 'INVALID_KEY'],
    ['a key over 500 characters', 'kvsSet', { key: 'k'.repeat(501), value: 1 }, 'KEY_TOO_LONG'],
    ['a value over 240 KiB', 'kvsSet', { key: 'k', value: 'x'.repeat(240 * 1024) }, 'MAX_SIZE'],
    ['a value deeper than 31', 'kvsSet', { key: 'k', value: deep(31) }, 'MAX_DEPTH'],
    [
      'a number of 33 bits in an integer',
      'parcelSet',
      { key: 'k', value: { version: 2 ** 31 } },
      'INVALID_ENTITY_VALUE',
    ],
    ['an empty string in an attribute', 'parcelSet', { key: 'k', value: { owner: ' ' } }, 'INVALID_ENTITY_VALUE'],
    ['an attribute nobody declared', 'parcelSet', { key: 'k', value: { colour: 'red' } }, 'INVALID_ENTITY_ATTRIBUTE'],
    ['a range over 900 bytes', 'parcelSet', { key: 'k', value: { dueAt: 'x'.repeat(901) } }, 'INVALID_ENTITY_VALUE'],
    ['a page over 100', 'parcelsOf', { owner: 'a', limit: 101 }, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'],
  ])('%s', async (_what, door, payload, code) => {
    expect(await refusal(door, payload)).toBe(code);
  });

  it('a value of exactly 31 levels not', async () => {
    expect(await refusal('kvsSet', { key: 'k', value: deep(30) })).toBeUndefined();
  });

  it('the 1,001st request of a second, and takes it in the next', () => {
    let now = 0;
    const quota = storageQuota({ now: () => now, elapsed: () => 0 });
    for (let times = 0; times < 1_000; times += 1) quota.request();
    expect(() => quota.request()).toThrow('1,000 requests a second');
    now = 1_000;
    expect(() => quota.request()).not.toThrow();
  });

  it('more than 4,000 write units in a minute, whatever the number of requests', async () => {
    const big = { key: 'big', value: 'x'.repeat(230 * 1024) };
    const codes = new Set<string | undefined>();
    for (let times = 0; times < 174; times += 1) codes.add(await refusal('kvsSet', big));
    expect([...codes]).toEqual([undefined, 'RATE_LIMIT_EXCEEDED']);
    await probe.clock.jump(probe.clock.now() + 60_000);
    expect(await refusal('kvsSet', big)).toBeUndefined();
  });
});
