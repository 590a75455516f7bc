import type { Directory } from '../../shared/src/agreement';
import { isOverridden } from '../../shared/src/escalation';
import { storyDirectory, warnedTerms } from '../support/agreement';
import {
  given,
  heldByAna,
  instant,
  offeredByAna,
  story,
  type Circumstances,
  type Happening,
  type Step,
} from '../support/story';

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

describe('the approval of a party that works off the desk', () => {
  const exception = {
    ...{ of: ['transfer' as const], by: ['lead' as const], above: { isMet: true as const } },
    ...{ longest: 14_400_000, decide: 3_600_000, isBlocking: true },
  };
  const approval = (
    at: string,
    who: string,
    what: Partial<Extract<Happening, { type: 'RecordApproval' }>> = {},
  ): Step => [
    at,
    who,
    {
      ...{ type: 'RecordApproval', override: 'o1', answer: 'approve', person: 'grace' },
      ...{ answeredAt: instant('2026-03-02 09:40'), via: 'Phone call', words: '', ...what },
    },
  ];
  /** Ana asks at 09:30 for what one lead of each party has to approve; Carla has. */
  const asked = async (directory = offDesk) => {
    const until = instant('2026-03-02 12:00');
    const told = story({}, { directory, terms: async () => ({ ...warnedTerms(), exceptions: [exception] }) });
    return given(
      await heldByAna(told),
      ['2026-03-02 09:30', 'ana', { type: 'AskOverride', kind: 'transfer', until, why: 'All work on it' }],
      ['2026-03-02 09:35', 'carla', { type: 'ApproveOverride', override: 'o1' }],
    );
  };
  const refusalOf = async (step: Step, directory = offDesk) =>
    (await (await asked(directory)).happens(step[0], step[1], step[2])).refusal?.code;

  it('is recorded by the other one, attested: who, when and how; it counts from then on, not from before', async () => {
    const told = await given(await asked(), approval('2026-03-02 09:50', 'ana'));
    const fact = (await told.factsOf('OverrideApproved')).at(-1);
    expect(fact).toMatchObject({ at: instant('2026-03-02 09:50'), by: { person: 'ana', assurance: 'attested' } });
    expect(fact?.data).toMatchObject({ for: 'msp', isGiven: true });
    expect(fact?.data.recorded).toEqual({ person: 'grace', at: instant('2026-03-02 09:40'), isSampled: true });
    expect(Object.keys(fact?.texts ?? {})).toEqual(['via']);
    const state = await told.open();
    expect([
      isOverridden(state, instant('2026-03-02 09:45')),
      isOverridden(state, instant('2026-03-02 09:51')),
    ]).toEqual([false, true]);
    expect(state.overrides?.[0]?.approvals.at(-1)).toEqual({ party: 'msp', person: 'grace' });
  });

  it('may be a refusal, in their words', async () => {
    const told = await given(
      await asked(),
      approval('2026-03-02 09:50', 'ana', { answer: 'refuse', words: 'Not now' }),
    );
    expect(await told.factsOf('OverrideRefused')).toMatchObject([
      { data: { how: 'refused', recorded: { person: 'grace' } } },
    ]);
    const unsaid = await (await asked()).happens(...approval('2026-03-02 09:50', 'ana', { answer: 'refuse' }));
    expect(unsaid.refusal?.fields).toHaveProperty('why');
  });

  it.each<[string, Step, string]>([
    [
      'for somebody who does not approve it',
      approval('2026-03-02 09:50', 'ana', { person: 'omar' }),
      'not-an-approver',
    ],
    ['for the own party', approval('2026-03-02 09:50', 'ana', { person: 'carla' }), 'wrong-party'],
    ['by the party itself', approval('2026-03-02 09:50', 'omar'), 'wrong-party'],
    [
      'before it was asked',
      approval('2026-03-02 09:50', 'ana', { answeredAt: instant('2026-03-02 09:10') }),
      'not-then',
    ],
    [
      'for a time to come',
      approval('2026-03-02 09:50', 'ana', { answeredAt: instant('2026-03-02 10:10') }),
      'not-then',
    ],
    ['of what nobody asks', approval('2026-03-02 09:50', 'ana', { override: 'o9' }), 'no-override'],
  ])('is not recorded %s', async (_, step, code) => {
    expect(await refusalOf(step)).toBe(code);
  });

  it('is not recorded for a party that has its seats here', async () => {
    expect(await refusalOf(approval('2026-03-02 09:50', 'ana'), storyDirectory)).toBe('wrong-party');
  });
});
