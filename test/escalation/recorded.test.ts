import type { Directory } from '../../shared/src/agreement';
import { storyDirectory } from '../support/agreement';
import { given, instant, offeredByAna, story, type Circumstances, type Happening, type Step } from '../support/story';

const { parties } = storyDirectory;
/** Northwind works off the desk. */
const offDesk: Directory = { ...storyDirectory, parties: { ...parties, msp: { ...parties.msp, worksAt: 'off desk' } } };

type Recording = Partial<Extract<Happening, { type: 'RecordAnswer' }>>;

const records = (at: string, who: string, what: Recording = {}, more: Circumstances = {}): Step => [
  at,
  who,
  {
    ...{ type: 'RecordAnswer', answer: 'accept', person: 'omar', via: 'Phone call', reference: 'Call 17', words: '' },
    ...{ answeredAt: instant('2026-03-02 10:10'), ...what },
  },
  more,
];
const offered = (directory = offDesk) => offeredByAna(story({}, { directory }));

describe('the answer of a party that works off the desk', () => {
  it('is recorded by the giver: custody moves when they said so, attested, for the review to look at', async () => {
    const told = await given(await offered(), records('2026-03-02 10:20', 'ana'));
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
    const [fact] = await told.factsOf('HandoffAccepted');
    expect(fact).toMatchObject({ at: instant('2026-03-02 10:10'), learned: instant('2026-03-02 10:20') });
    expect(fact).toMatchObject({ by: { person: 'ana', assurance: 'attested' } });
    expect(fact?.data.recorded).toEqual({ at: instant('2026-03-02 10:10'), isSampled: true });
    expect(Object.keys(fact?.texts ?? {}).sort()).toEqual(['reference', 'via']);
  });

  it('may send it back or decline it, in their words', async () => {
    const back = { answer: 'return', words: 'Collect the array log first' } as const;
    const returned = await given(await offered(), records('2026-03-02 10:20', 'ana', back));
    expect((await returned.types()).at(-1)).toBe('HandoffReturned');
    const unsaid = await (await offered()).happens(...records('2026-03-02 10:20', 'ana', { answer: 'decline' }));
    expect(unsaid.refusal?.fields).toHaveProperty('why');
  });

  it('moves custody no earlier than what became of the offer meanwhile', async () => {
    const told = await given(await offered(), records('2026-03-02 11:40', 'ana'));
    expect(await told.types()).toEqual(expect.arrayContaining(['OfferLapsed', 'HandoffAccepted']));
    const [fact] = await told.factsOf('HandoffAccepted');
    expect(fact?.at).toBeGreaterThan(instant('2026-03-02 10:10'));
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });

  it.each([
    ['in time to come', { answeredAt: instant('2026-03-02 10:21') }, 'not-then'],
    ['before it was offered', { answeredAt: instant('2026-03-02 09:59') }, 'not-then'],
    ['without how it came', { via: ' ' }, 'text-missing'],
    ['of somebody who is not theirs', { person: 'bruno' }, 'wrong-party'],
  ])('is none %s', async (_, what, code) => {
    const { refusal } = await (await offered()).happens(...records('2026-03-02 10:20', 'ana', what));
    expect(refusal?.code).toBe(code);
  });

  it('is never recorded for a party with seats, nor by that party itself', async () => {
    const seated = await (await offered(storyDirectory)).happens(...records('2026-03-02 10:20', 'ana'));
    expect(seated.refusal?.code).toBe('wrong-party');
    const own = await (await offered()).happens(...records('2026-03-02 10:20', 'omar'));
    expect(own.refusal?.code).toBe('wrong-party');
  });
});
