import type { Terms } from '../../shared/src/agreement';
import {
  acceptedByOmar,
  accepts,
  customerReplies,
  desk,
  disputes,
  given,
  heldByAna,
  holds,
  holdsUnasked,
  instant,
  offeredByAna,
  replies,
  resolves,
  resumes,
  story,
  storyWith,
  takes,
  ticks,
  waits,
  opens,
  type Story,
} from '../support/story';

const waiting = async (told?: Story): Promise<Story> => given(await heldByAna(told), waits('2026-03-02 10:00', 'ana'));
const holding = async (told?: Story): Promise<Story> => given(await waiting(told), holds('2026-03-02 10:10', 'ana'));
const due = async (told: Story) => (await told.clock('2026-03-02 12:00')).dueAt;

/** The promised instant of a ticket that nothing pauses: eight hours after nine. */
const unpaused = instant('2026-03-02 17:00');

const longest =
  (customer: number) =>
  (terms: Terms): Terms => ({ ...terms, holds: { longest: { customer }, evidence: true } });

describe('a native waiting status', () => {
  it('pauses provisionally, and says so', async () => {
    expect((await (await waiting()).clock('2026-03-02 10:29')).status).toBe('paused');
    expect((await (await waiting()).factsOf('WaitingStarted'))[0]?.data).toEqual({
      whom: 'customer',
      isProvisional: true,
    });
  });

  it('that nobody confirms for 30 working minutes never paused: the clock ran all the time', async () => {
    const told = await given(await waiting(), ticks('2026-03-02 11:00'));
    expect(await told.factsOf('WaitingVoided')).toMatchObject([
      { at: instant('2026-03-02 10:30'), data: { whom: 'customer', since: instant('2026-03-02 10:00') } },
    ]);
    expect(await due(told)).toBe(unpaused);
    expect((await told.waterfall('2026-03-02 12:00')).filter(({ is }) => is === 'paused')).toEqual([]);
  });

  it('that was none is told to its holder', async () => {
    const { notices } = await (await waiting()).happens(...ticks('2026-03-02 11:00'));
    expect(notices).toMatchObject([{ is: 'tell', people: ['ana'], facts: [{ type: 'WaitingVoided' }] }]);
  });

  it('waits for its holder’s working hours to be confirmed in: over the night, nobody works', async () => {
    const told = await given(await heldByAna(), waits('2026-03-02 17:20', 'ana'), ticks('2026-03-03 12:00'));
    expect((await told.factsOf('WaitingVoided'))[0]?.at).toBe(instant('2026-03-03 09:20'));
  });

  it('counts from its start once its holder says that the customer is waited for', async () => {
    const told = await given(await holding(), ticks('2026-03-02 11:00'), resumes('2026-03-02 11:20', 'ana'));
    expect((await told.factsOf('HoldPlaced'))[0]?.data).toMatchObject({ since: instant('2026-03-02 10:00') });
    expect(await due(told)).toBe(instant('2026-03-02 18:00') + 20 * 60_000 + 14 * 3_600_000);
  });

  it('confirmed too late counts from then on: nothing is back-dated', async () => {
    const told = await given(await waiting(), holds('2026-03-02 10:45', 'ana'), resumes('2026-03-02 11:00', 'ana'));
    expect((await told.types()).slice(-3)).toEqual(['WaitingVoided', 'HoldPlaced', 'WaitingEnded']);
    expect(await due(told)).toBe(instant('2026-03-02 17:15'));
  });

  it('that ends before anybody confirmed it never paused', async () => {
    const told = await given(await waiting(), resumes('2026-03-02 10:20', 'ana'));
    expect((await told.factsOf('WaitingEnded'))[0]?.data).toEqual({ because: 'status', isVoid: true });
    expect(await due(told)).toBe(unpaused);
  });

  it('switched to and fro wins no time', async () => {
    const told = await heldByAna();
    for (const hour of ['10', '11', '12', '13', '14']) {
      await given(told, waits(`2026-03-02 ${hour}:00`, 'ana'), resumes(`2026-03-02 ${hour}:29`, 'ana'));
    }
    expect((await told.clock('2026-03-02 15:00')).dueAt).toBe(unpaused);
  });

  it('that the customer answers counts without a word: their answer says whom it waited for', async () => {
    const told = await given(await waiting(), customerReplies('2026-03-02 10:20'), ticks('2026-03-02 11:00'));
    expect(await told.factsOf('WaitingVoided')).toEqual([]);
    expect(await due(told)).toBe(instant('2026-03-02 17:20'));
  });

  it('counts so too where the answer is heard of after it was taken for void', async () => {
    const told = await given(
      await waiting(),
      ticks('2026-03-02 10:40'),
      customerReplies('2026-03-02 10:20', { learned: '2026-03-02T10:50Z' }),
    );
    expect(await due(told)).toBe(instant('2026-03-02 17:20'));
  });

  it('is void at once where it is heard of only later', async () => {
    const told = await heldByAna();
    await told.happens(
      '2026-03-02 10:00',
      'ana',
      { type: 'WaitingStarted', whom: 'customer' },
      { learned: '2026-03-02T11:10Z' },
    );
    expect((await told.types()).slice(-2)).toEqual(['WaitingStarted', 'WaitingVoided']);
    expect(await due(told)).toBe(unpaused);
  });

  it('does not keep a ticket from being resolved, and the unconfirmed pause counts nothing', async () => {
    const told = await given(await waiting(), resolves('2026-03-02 10:20', 'ana'));
    expect((await told.clock('2026-03-02 12:00')).elapsed).toBe(80 * 60_000);
  });

  it('keeps what is paused through a handoff, which its new holder may confirm', async () => {
    const told = await given(
      await offeredByAna(),
      waits('2026-03-02 10:05', 'ana'),
      accepts('2026-03-02 10:12', 'omar'),
      holds('2026-03-02 10:20', 'omar'),
      resumes('2026-03-02 10:25', 'omar'),
    );
    expect(await due(told)).toBe(instant('2026-03-02 17:20'));
  });
});

describe('a hold', () => {
  it('is its holder’s to place, nobody else’s', async () => {
    const told = await waiting();
    const { refusal } = await told.happens(...holds('2026-03-02 10:10', 'omar'));
    expect(refusal).toMatchObject({ code: 'wrong-party' });
  });

  it('needs a status that waits', async () => {
    const { refusal } = await (await heldByAna()).happens(...holds('2026-03-02 10:10', 'ana'));
    expect(refusal).toMatchObject({ code: 'not-waiting' });
  });

  it('needs a public message that the customer has not answered', async () => {
    const { refusal } = await (await waiting()).happens(...holdsUnasked('2026-03-02 10:10', 'ana'));
    expect(refusal).toMatchObject({ code: 'nothing-asked' });
  });

  it('needs none where the agreement asks for none', async () => {
    const terms = storyWith(all => ({ ...all, holds: { longest: {}, evidence: false } }));
    const { refusal } = await (await waiting(terms)).happens(...holdsUnasked('2026-03-02 10:10', 'ana'));
    expect(refusal).toBeUndefined();
  });

  it('placed twice is placed once', async () => {
    const told = await given(await holding(), holds('2026-03-02 10:12', 'carla'));
    expect(await told.factsOf('HoldPlaced')).toHaveLength(1);
  });

  it('ends with any answer of the customer', async () => {
    const told = await given(await holding(), customerReplies('2026-03-02 11:00'));
    expect(await due(told)).toBe(instant('2026-03-02 18:00'));
  });

  it('ends when it has lasted as long as the agreement allows, whenever that is noticed', async () => {
    const told = await given(await holding(storyWith(longest(3_600_000))), ticks('2026-03-02 15:00'));
    expect((await told.factsOf('WaitingEnded'))[0]).toMatchObject({
      at: instant('2026-03-02 11:00'),
      data: { because: 'longest' },
    });
    expect(await due(told)).toBe(instant('2026-03-02 18:00'));
  });

  it('that ran out is not placed again until the customer is asked again', async () => {
    const told = await given(await holding(storyWith(longest(3_600_000))), ticks('2026-03-02 11:30'));
    const again = await told.happens(...holds('2026-03-02 11:40', 'ana', '2026-03-02 10:10'));
    expect(again.refusal).toMatchObject({ code: 'nothing-asked' });
    const asked = await told.happens(...holds('2026-03-02 11:50', 'ana', '2026-03-02 11:45'));
    expect(asked.refusal).toBeUndefined();
  });

  it('is kept whatever is promised instead', async () => {
    let priority: 2 | 3 = 2;
    const other = storyWith(terms => terms, { priority: 3 });
    const two = story();
    const told = story({}, { terms: async () => (priority === 2 ? two : other).ports.terms('4711') });
    await holding(told);
    priority = 3;
    await given(told, ['2026-03-02 11:00', undefined, { type: 'TicketReprioritised' }]);
    expect(await told.clock('2026-03-02 11:30')).toMatchObject({ status: 'paused', elapsed: 3_600_000 });
  });
});

describe('the review looks by itself at a hold', () => {
  const review = async (told: Story) => (await told.factsOf('HoldPlaced')).at(-1)?.data;

  it('that began in the last fifth of a target', async () => {
    const told = await given(
      await heldByAna(),
      replies('2026-03-02 09:30', 'ana'),
      waits('2026-03-02 15:24', 'ana'),
      holds('2026-03-02 15:30', 'ana'),
    );
    expect(await review(told)).toMatchObject({ review: ['late'] });
  });

  it('but not at one a minute earlier', async () => {
    const told = await given(
      await heldByAna(),
      replies('2026-03-02 09:30', 'ana'),
      waits('2026-03-02 15:23', 'ana'),
      holds('2026-03-02 15:30', 'ana'),
    );
    expect(await review(told)).not.toHaveProperty('review');
  });

  it('that began late for the first reply', async () => {
    const told = await given(await heldByAna(), waits('2026-03-02 09:50', 'ana'), holds('2026-03-02 09:55', 'ana'));
    expect(await review(told)).toMatchObject({ review: ['late'] });
  });

  it('that began after the first warning', async () => {
    const told = await given(
      await heldByAna(storyWith(terms => ({ ...terms, warnings: [50, 80] }))),
      replies('2026-03-02 09:30', 'ana'),
      waits('2026-03-02 13:00', 'ana'),
      holds('2026-03-02 13:01', 'ana'),
    );
    expect(await review(told)).toMatchObject({ review: ['warned'] });
  });

  it('that follows another without a message between', async () => {
    const told = await given(
      await given(story(), opens('2026-03-02 09:00'), takes('2026-03-02 09:05', 'ana', desk)),
      replies('2026-03-02 09:06', 'ana'),
      waits('2026-03-02 10:00', 'ana'),
      holds('2026-03-02 10:10', 'ana', '2026-03-02 09:58'),
      resumes('2026-03-02 11:00', 'ana'),
      waits('2026-03-02 11:30', 'ana'),
      holds('2026-03-02 11:31', 'ana', '2026-03-02 09:58'),
    );
    expect(await review(told)).toMatchObject({ review: ['repeated'] });
  });
});

describe('a disputed hold', () => {
  it('is marked by the other party, and its clock stays', async () => {
    const told = await given(await holding(), disputes('2026-03-02 10:30', 'omar', '2026-03-02 10:00'));
    expect((await told.open()).holds).toMatchObject([{ party: 'client', isDisputed: true }]);
    expect((await told.clock('2026-03-02 11:00')).status).toBe('paused');
  });

  it('is disputed once, and not by the party that placed it', async () => {
    const told = await given(await holding(), disputes('2026-03-02 10:30', 'omar', '2026-03-02 10:00'));
    await given(told, disputes('2026-03-02 10:31', 'grace', '2026-03-02 10:00'));
    expect(await told.factsOf('HoldDisputed')).toHaveLength(1);
    const own = await told.happens(...disputes('2026-03-02 10:32', 'ana', '2026-03-02 10:00'));
    expect(own.refusal).toMatchObject({ code: 'not-a-participant' });
  });

  it('may be over, and may be the other party’s before it was handed over', async () => {
    const told = await given(
      await acceptedByOmar(),
      waits('2026-03-02 10:20', 'omar'),
      holds('2026-03-02 10:25', 'omar'),
      resumes('2026-03-02 10:50', 'omar'),
      disputes('2026-03-02 11:00', 'ana', '2026-03-02 10:20'),
    );
    expect(await told.factsOf('HoldDisputed')).toHaveLength(1);
  });
});
