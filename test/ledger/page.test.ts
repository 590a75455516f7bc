import { canonicalJson, decodePage, encodePage, hashing, type Page, type StoredPage } from '../../shared/src/ledger';
import { LedgerError } from '../../shared/src/failures';
import { acceptedByOmar } from '../support/story';

const hash = hashing();

async function page(): Promise<Page> {
  const told = await acceptedByOmar();
  const ledger = await told.ports.ledger.load(told.ticket);
  if (!ledger) throw new Error('the story is stored');
  return ledger.page;
}

/** What reading says: the error's code and sentence. */
function refusalOf(stored: StoredPage): { code: string; message: string } {
  try {
    decodePage(stored, hash);
  } catch (error) {
    if (error instanceof LedgerError) return error;
    throw error;
  }
  throw new Error('it was read');
}

/** A page changed by somebody who can make a seal that fits. */
const resealed = async (change: (page: Page) => object): Promise<StoredPage> => {
  const body = canonicalJson(change(await page()));
  return { body, mac: hash(body) };
};

describe('a stored page', () => {
  it('reads back exactly', async () => {
    const before = await page();
    expect(decodePage(encodePage(before, hash), hash)).toEqual(JSON.parse(canonicalJson(before)));
  });

  it('is one canonical string: keys in order, no space', async () => {
    const { body } = encodePage(await page(), hash);
    expect(body).toBe(canonicalJson(JSON.parse(body)));
  });

  it('that was altered is refused in a sentence an admin can act on', async () => {
    const stored = encodePage(await page(), hash);
    const { code, message } = refusalOf({ ...stored, body: stored.body.replace('omar', 'dana') });
    expect(code).toBe('corrupt');
    expect(message).toBe(
      'A page of the ledger is damaged: its content does not match its seal. Nothing was changed; an admin can verify it.',
    );
  });

  it.each([
    ['a wrong seal', (stored: StoredPage) => ({ ...stored, mac: '0'.repeat(64) })],
    ['no seal', (stored: StoredPage) => ({ body: stored.body, mac: '' })],
    ['half its body', (stored: StoredPage) => ({ ...stored, body: stored.body.slice(0, 100) })],
    ['no body', (stored: StoredPage) => ({ ...stored, body: undefined as unknown as string })],
    ['a body that the store made an object', (stored: StoredPage) => ({ ...stored, body: {} as unknown as string })],
    ['a body that is no JSON', () => ({ body: 'nonsense', mac: hash('nonsense') })],
    ['a body that is null', () => ({ body: 'null', mac: hash('null') })],
  ])('with %s is refused', async (_, spoil) => {
    expect(refusalOf(spoil(encodePage(await page(), hash))).code).toBe('corrupt');
  });

  it('from a newer version is refused as such, not called damaged', async () => {
    const { code, message } = refusalOf(await resealed(old => ({ ...old, v: 2, facts: 'otherwise' })));
    expect(code).toBe('newer-version');
    expect(message).toBe('This ledger was written by a newer version of Baton. Update the app; nothing was changed.');
  });

  it.each([
    ['a fact dropped', (old: Page) => ({ ...old, facts: old.facts.filter((_, index) => index !== 1) })],
    ['a fact altered', (old: Page) => ({ ...old, facts: old.facts.map(fact => ({ ...fact, cause: 'other' })) })],
    ['facts in another order', (old: Page) => ({ ...old, facts: [...old.facts].reverse() })],
    ['its tail cut', (old: Page) => ({ ...old, facts: old.facts.slice(0, -1) })],
    ['no fact left', (old: Page) => ({ ...old, facts: [] })],
    ['another head', (old: Page) => ({ ...old, head: { ...old.head, seq: 99 } })],
    ['a field missing', ({ state: _, ...old }: Page) => old],
  ])('with %s is refused even under a fitting seal', async (_, change) => {
    expect(refusalOf(await resealed(change)).code).toBe('corrupt');
  });

  it('sealed with one key does not open with another', async () => {
    const stored = encodePage(await page(), hashing('one'));
    expect(() => decodePage(stored, hashing('other'))).toThrow(LedgerError);
  });
});
