import { findBreak, readHistory } from '../../shared/src/ledger';
import {
  acceptedByOmar,
  given,
  hashOf,
  heldByAna,
  people,
  returns,
  offeredByAna,
  story,
  type Story,
} from '../support/story';

const erase = (told: Story, who: string, fact = 3) =>
  told.happens(
    '2026-03-02 11:00',
    who,
    { type: 'EraseText', fact, because: 'personal-data' },
    { deliveryId: `press of ${who}` },
  );

const clearTexts = async ({ ports, ticket }: Story): Promise<string[]> => {
  const { texts } = await readHistory(ports.ledger, ticket, await ports.ledger.load(ticket));
  return Object.values(texts).flatMap(kept => (kept ? [kept.text] : []));
};

describe('the text of a handoff', () => {
  it.each([
    ['who wrote it', 'ana'],
    ['the lead of the giving party', 'carla'],
    ['the lead of the receiving party', 'grace'],
  ])('is removed by %s, and what happened stays', async (_, who) => {
    const told = await acceptedByOmar();
    const before = await told.facts();
    const { facts } = await erase(told, who);
    expect(facts).toMatchObject([
      { type: 'TextErased', by: { person: who }, data: { fact: 3, writer: 'ana', because: 'personal-data' } },
    ]);
    expect(await clearTexts(told)).toEqual([]);
    expect((await told.facts()).slice(0, -1)).toEqual(before);
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
    const history = await readHistory(told.ports.ledger, told.ticket, await told.ports.ledger.load(told.ticket));
    expect(findBreak(history.facts, hashOf, history.texts)).toBeUndefined();
  });

  it.each([
    ['a colleague', 'bruno'],
    ['the receiver', 'omar'],
  ])('is not removed by %s, who is told whom to ask', async (_, who) => {
    const told = await acceptedByOmar();
    const { refusal, facts } = await erase(told, who);
    expect([refusal?.code, facts]).toEqual(['not-the-writer', []]);
    expect(await clearTexts(told)).toHaveLength(4);
  });

  it('is not removed by a writer who has left', async () => {
    const told = await acceptedByOmar();
    const gone = story({}, { ...told.ports, directory: people({ ana: { active: false } }) });
    expect((await erase(gone, 'ana')).refusal?.code).toBe('not-the-writer');
  });

  it('is removed once, however often somebody presses', async () => {
    const told = await acceptedByOmar();
    await erase(told, 'ana');
    const { facts, refusal } = await erase(told, 'carla');
    expect([facts, refusal]).toEqual([[], undefined]);
  });

  it('goes while it is offered, and the offer stands', async () => {
    const told = await offeredByAna();
    await erase(told, 'ana');
    expect((await told.open()).status).toBe('offered');
    await told.happens('2026-03-02 11:05', 'omar', { type: 'AcceptHandoff' });
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
    expect(await clearTexts(told)).toEqual([]);
  });

  it('goes alone: guidance given later stays', async () => {
    const told = await given(await offeredByAna(), returns('2026-03-02 10:10', 'omar'));
    await erase(told, 'ana');
    expect(await clearTexts(told)).toEqual(['Collect the array log first']);
  });
});

it.each([
  ['has no text', 1],
  ['does not exist', 99],
])('an entry that %s has nothing to remove', async (_, fact) => {
  expect((await erase(await heldByAna(), 'ana', fact)).refusal?.code).toBe('nothing-to-erase');
});

it('a ticket without a ledger has nothing to remove', async () => {
  expect((await erase(story(), 'ana', 1)).refusal?.code).toBe('nothing-to-erase');
});
