import type { ExceptionTerms, Terms } from '../../shared/src/agreement';
import { approvalCode, approvalIn, approvalText, guardTransition, isOverridden } from '../../shared/src/escalation';
import { storyDirectory, warnedTerms } from '../support/agreement';
import {
  acceptedByOmar,
  given,
  heldByAna,
  instant,
  moves,
  noc,
  notes,
  offers,
  replies,
  resolves,
  story,
  storyWith,
  ticks,
  type Happening,
  type Step,
  type Story,
} from '../support/story';

const hour = 3_600_000;

/** An exception as the agreement has it: a lead approves within an hour, four hours at most, and it waits. */
const exception = (more: Partial<ExceptionTerms>): ExceptionTerms => ({
  ...{ of: ['transfer'], by: ['lead'], longest: 4 * hour, decide: hour, isBlocking: true },
  ...more,
});

const withExceptions =
  (...exceptions: readonly ExceptionTerms[]) =>
  (terms: Terms): Terms => ({ ...terms, exceptions });

type Asking = Extract<Happening, { type: 'AskOverride' }>;

const asks = (at: string, who: string, until: string, more: Partial<Asking> = {}): Step => [
  at,
  who,
  { type: 'AskOverride', kind: 'transfer', until: instant(until), why: 'The whole desk works on it', ...more },
];
/** In the browser of a desk that does not vouch for who it is. */
const asClaimed = ([at, who, what]: Step): Step => [at, who, what, { assurance: 'claimed' }];
const approves = (at: string, who: string, more: { readonly code?: string } = {}): Step => [
  at,
  who,
  { type: 'ApproveOverride', override: 'o1', ...more },
];
const refuses = (at: string, who: string, why = 'Hand it off, it takes a minute'): Step => [
  at,
  who,
  { type: 'RefuseOverride', override: 'o1', why },
];

const refusal = async (told: Story, [at, who, what, by]: Step) => (await told.happens(at, who, what, by)).refusal;

/** Ana has it and has worked on it, so that a move of hers is no routing. */
const worked = async (...exceptions: readonly ExceptionTerms[]): Promise<Story> =>
  given(await heldByAna(storyWith(withExceptions(...exceptions))), notes('2026-03-02 09:20', 'ana'));

describe('an exception that the agreement calls high-risk', () => {
  it('waits for a person: a move before the approval is one that nothing explains, one after it is excused', async () => {
    const told = await given(
      await worked(exception({})),
      asks('2026-03-02 10:00', 'ana', '2026-03-02 12:00'),
      moves('2026-03-02 10:05', 'ana', noc),
    );
    expect((await told.types()).at(-1)).toBe('UnbatonedTransfer');

    const approved = await given(
      await worked(exception({})),
      asks('2026-03-02 10:00', 'ana', '2026-03-02 12:00'),
      approves('2026-03-02 10:10', 'grace'),
      moves('2026-03-02 10:15', 'ana', noc),
    );
    expect((await approved.types()).slice(-4)).toEqual(['OverrideAsked', 'OverrideApproved', 'Routed', 'OverrideUsed']);
  });

  it('is asked of the lead of whoever asks, and either lead may approve it', async () => {
    const told = await given(await worked(exception({})), asks('2026-03-02 10:00', 'ana', '2026-03-02 12:00'));
    expect(await told.factsOf('OverrideAsked')).toMatchObject([{ data: { tell: ['carla'], isAny: true } }]);
    expect((await told.owed('2026-03-02 10:00')).filter(({ kind }) => kind === 'decide')).toMatchObject([
      { party: 'client', person: 'carla', dueAt: instant('2026-03-02 11:00') },
    ]);
    await given(told, approves('2026-03-02 10:10', 'grace'));
    expect((await told.owed('2026-03-02 10:10')).map(({ kind }) => kind)).not.toContain('decide');
    expect(await told.factsOf('OverrideApproved')).toMatchObject([
      { data: { for: 'msp', isGiven: true, tell: ['ana'] } },
    ]);
  });

  it('that need not wait counts at once, and its approval is owed, warned of and breached like anything else', async () => {
    const adjust = withExceptions(exception({ isBlocking: false }));
    const told = await given(
      await heldByAna(story({}, { terms: async () => adjust(warnedTerms()) })),
      notes('2026-03-02 09:20', 'ana'),
      asks('2026-03-02 10:00', 'ana', '2026-03-02 13:00'),
      moves('2026-03-02 10:05', 'ana', noc),
      ticks('2026-03-02 11:30'),
    );
    expect(await told.types()).not.toContain('UnbatonedTransfer');
    expect((await told.said()).filter(line => line.includes('decide'))).toEqual([
      '03-02 10:30 decide of carla: 50 %, to carla grace',
      '03-02 10:48 decide of carla: 80 %, to carla grace',
      '03-02 11:00 decide of carla: breached, to carla grace',
    ]);
    await given(told, refuses('2026-03-02 11:40', 'carla'));
    expect(isOverridden(await told.open(), instant('2026-03-02 11:40'))).toBe(false);
    expect(isOverridden(await told.open(), instant('2026-03-02 11:39'))).toBe(true);
  });

  it('ends with its time, approved or not, which is a fact of its own', async () => {
    const unapproved = await given(
      await worked(exception({})),
      asks('2026-03-02 10:00', 'ana', '2026-03-02 11:00'),
      ticks('2026-03-02 11:30'),
    );
    expect(await unapproved.factsOf('OverrideExpired')).toMatchObject([
      { at: instant('2026-03-02 11:00'), data: { was: 'not approved', isUsed: false, tell: ['ana'] } },
    ]);
    expect((await unapproved.owed('2026-03-02 11:30')).map(({ kind }) => kind)).not.toContain('decide');
    expect(await refusal(unapproved, approves('2026-03-02 11:31', 'grace'))).toMatchObject({ code: 'no-override' });

    const used = await given(
      await worked(exception({})),
      asks('2026-03-02 10:00', 'carla', '2026-03-02 11:00'),
      moves('2026-03-02 10:15', 'ana', noc),
      ticks('2026-03-02 11:30'),
    );
    expect(await used.factsOf('OverrideExpired')).toMatchObject([{ data: { was: 'given', isUsed: true, tell: [] } }]);
  });

  it('is refused with a reason, or taken back by whoever asked; nobody else decides', async () => {
    const told = await given(await worked(exception({})), asks('2026-03-02 10:00', 'ana', '2026-03-02 12:00'));
    expect(await refusal(told, approves('2026-03-02 10:01', 'li'))).toMatchObject({ code: 'not-an-approver' });
    expect(await refusal(told, refuses('2026-03-02 10:01', 'li'))).toMatchObject({ code: 'not-an-approver' });
    expect(await refusal(told, refuses('2026-03-02 10:02', 'carla', ' '))).toMatchObject({ code: 'text-missing' });
    expect(await refusal(told, asks('2026-03-02 10:03', 'ana', '2026-03-02 12:00'))).toMatchObject({
      code: 'already-asked',
    });
    await given(told, refuses('2026-03-02 10:05', 'ana', ''), asks('2026-03-02 10:06', 'ana', '2026-03-02 12:00'));
    await given(told, ['2026-03-02 10:07', 'carla', { type: 'RefuseOverride', override: 'o2', why: 'Hand it off' }]);
    expect((await told.factsOf('OverrideRefused')).map(({ data }) => [data.how, data.tell])).toEqual([
      ['withdrawn', []],
      ['refused', ['ana']],
    ]);
  });

  it('keeps nobody from resolving, nor from writing to the customer', async () => {
    const told = await given(
      await worked(exception({})),
      asks('2026-03-02 10:00', 'ana', '2026-03-02 12:00'),
      replies('2026-03-02 10:05', 'ana'),
      resolves('2026-03-02 10:10', 'ana'),
    );
    expect((await told.state()).status).toBe('resolved');
    expect(
      guardTransition(storyDirectory, await told.state(), ['With MSP'], instant('2026-03-02 10:11')),
    ).toBeUndefined();
  });
});

describe('above its threshold one of each party approves', () => {
  const amount = exception({ above: { amount: 10_000 } });

  it.each([
    ['the money at stake', amount, { amount: 10_000 }, 'amount'],
    ['money of which nobody says how much', amount, {}, 'not said'],
    ['a compliance flag', exception({ above: { flags: ['GDPR'] } }), { flag: 'GDPR' }, 'flag'],
    ['the customer’s tier', exception({ above: { isMet: true } }), {}, 'ticket'],
  ] as const)('for %s', async (_, rule, more, above) => {
    const told = await given(
      await worked(rule),
      asks('2026-03-02 10:00', 'ana', '2026-03-02 12:00', more),
      approves('2026-03-02 10:10', 'carla'),
    );
    expect(await told.factsOf('OverrideAsked')).toMatchObject([{ data: { above, tell: ['carla', 'grace'] } }]);
    expect(isOverridden(await told.open(), instant('2026-03-02 10:15'))).toBe(false);
    expect((await told.owed('2026-03-02 10:10')).filter(({ kind }) => kind === 'decide')).toMatchObject([
      { party: 'msp', person: 'grace' },
    ]);
    await given(told, approves('2026-03-02 10:20', 'carla'), approves('2026-03-02 10:30', 'grace'));
    expect(isOverridden(await told.open(), instant('2026-03-02 10:30'))).toBe(true);
    expect((await told.factsOf('OverrideApproved')).map(({ data }) => data.isGiven)).toEqual([undefined, true]);
  });

  it('and below it one is enough, whoever asks for it included', async () => {
    const told = await given(
      await worked(amount),
      asks('2026-03-02 10:00', 'carla', '2026-03-02 12:00', { amount: 9_999 }),
    );
    expect(isOverridden(await told.open(), instant('2026-03-02 10:00'))).toBe(true);
    const above = await given(
      await worked(amount),
      asks('2026-03-02 10:00', 'carla', '2026-03-02 12:00', { amount: 10_001 }),
      approves('2026-03-02 10:10', 'grace'),
    );
    expect(isOverridden(await above.open(), instant('2026-03-02 10:09'))).toBe(false);
    expect(isOverridden(await above.open(), instant('2026-03-02 10:10'))).toBe(true);
  });
});

describe('a later deadline', () => {
  const rule = exception({ of: ['deadline'] });
  const promised = async (): Promise<Story> => acceptedByOmar(storyWith(withExceptions(rule)));
  const next = async (told: Story, at: string) =>
    (await told.owed(at)).find(({ kind }) => kind === 'next-action')?.dueAt;

  it('is whoever was promised the earlier one’s to agree to', async () => {
    const told = await given(
      await promised(),
      asks('2026-03-02 13:00', 'omar', '2026-03-02 18:00', { kind: 'deadline' }),
    );
    expect(await next(told, '2026-03-02 13:00')).toBe(instant('2026-03-02 16:00'));
    expect(await refusal(told, approves('2026-03-02 13:05', 'grace'))).toMatchObject({ code: 'not-an-approver' });
    await given(told, approves('2026-03-02 13:10', 'carla'));
    expect(await next(told, '2026-03-02 13:10')).toBe(instant('2026-03-02 18:00'));
  });

  it('is later than the one that was promised, and not later than the agreement allows', async () => {
    const told = await promised();
    const asked = (until: string) => asks('2026-03-02 13:00', 'omar', until, { kind: 'deadline' });
    expect(await refusal(told, asked('2026-03-02 16:00'))).toMatchObject({ code: 'deadline-too-soon' });
    expect(await refusal(told, asked('2026-03-02 20:00:00.001'))).toMatchObject({ code: 'deadline-too-late' });
  });

  it('that counted while nobody had agreed to it is the earlier one again once it is refused', async () => {
    const told = await given(
      await acceptedByOmar(storyWith(withExceptions({ ...rule, isBlocking: false }))),
      asks('2026-03-02 13:00', 'omar', '2026-03-02 18:00', { kind: 'deadline' }),
    );
    expect(await next(told, '2026-03-02 13:00')).toBe(instant('2026-03-02 18:00'));
    await given(told, refuses('2026-03-02 13:30', 'carla'));
    expect(await next(told, '2026-03-02 13:30')).toBe(instant('2026-03-02 16:00'));
  });

  it('is no exception that every agreement knows', async () => {
    const told = await acceptedByOmar();
    const asked = asks('2026-03-02 13:00', 'omar', '2026-03-02 18:00', { kind: 'deadline' });
    expect(await refusal(told, asked)).toMatchObject({ code: 'no-exception' });
  });
});

it('a team above whose turn it is is offered it under an exception only, where the agreement says so', async () => {
  const told = await worked(exception({ of: ['tier'] }));
  const above = offers('2026-03-02 10:00', 'ana', { team: 'northwind-network' });
  expect(await refusal(told, above)).toMatchObject({ code: 'needs-exception' });
  await given(
    told,
    asks('2026-03-02 10:05', 'ana', '2026-03-02 12:00', { kind: 'tier' }),
    approves('2026-03-02 10:10', 'carla'),
    offers('2026-03-02 10:15', 'ana', { team: 'northwind-network' }),
  );
  expect((await told.types()).slice(-2)).toEqual(['HandoffOffered', 'OverrideUsed']);
});

describe('on a desk that does not vouch for who presses', () => {
  it('an approval counts once its approver has written the words shown', async () => {
    const told = await given(
      await worked(exception({})),
      asClaimed(asks('2026-03-02 10:00', 'ana', '2026-03-02 12:00')),
    );
    expect(await refusal(told, asClaimed(approves('2026-03-02 10:05', 'grace')))).toMatchObject({
      code: 'to-be-written',
    });
    const words = approvalText(approvalCode(await told.open(), { id: 'o1' }));
    expect(approvalIn(`${words}\nGrace, Northwind`)).toBe(approvalCode(await told.open(), { id: 'o1' }));
    expect(approvalIn(`Please write “${words}”`)).toBeUndefined();
    expect(await refusal(told, approves('2026-03-02 10:06', 'grace', { code: 'other1-o1' }))).toMatchObject({
      code: 'no-override',
    });
    await given(told, approves('2026-03-02 10:07', 'grace', { code: approvalIn(words) ?? '' }));
    expect(isOverridden(await told.open(), instant('2026-03-02 10:07'))).toBe(true);
  });

  it('a lead’s own leave waits for that too', async () => {
    const told = await given(await worked(), asClaimed(asks('2026-03-02 10:00', 'carla', '2026-03-02 12:00')));
    expect(isOverridden(await told.open(), instant('2026-03-02 10:01'))).toBe(false);
    expect((await told.owed('2026-03-02 10:01')).map(({ kind }) => kind)).toContain('decide');
  });
});
