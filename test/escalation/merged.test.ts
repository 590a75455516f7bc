import { broughtBy } from '../../shared/src/escalation';
import { mergeInto } from '../../shared/src/ledger';
import { storyTerms } from '../support/agreement';
import { asks } from '../support/asks';
import {
  acceptedByOmar,
  given,
  heldByAna,
  holds,
  instant,
  noc,
  offeredByAna,
  opens,
  reopens,
  replies,
  resolves,
  resumes,
  story,
  takes,
  desk,
  waits,
  type Step,
  type Story,
} from '../support/story';

const merges = (at: string, into = '99'): Step => [at, 'ana', { type: 'TicketMerged', into }];

/** What the merged ticket brings goes on in another one. */
async function joins(stays: Story, gone: Story, at: string): Promise<Story> {
  const state = await gone.open();
  const brought = broughtBy(state, instant(at));
  return given(stays, [at, undefined, { type: 'TicketJoined', from: gone.ticket, brought }, { rule: 'baton' }]);
}

/** The other ticket, opened at eleven and taken by Ana at five past. */
const later = (told = story()): Promise<Story> =>
  given(told, opens('2026-03-02 11:00'), takes('2026-03-02 11:05', 'ana', desk));

it('the one that is merged closes: its offer is withdrawn, its pause ends and nothing is asked or owed', async () => {
  const told = await given(await offeredByAna(), asks('2026-03-02 10:05', 'ana'), merges('2026-03-02 10:10'));
  expect((await told.types()).slice(-3)).toEqual(['AskWithdrawn', 'HandoffWithdrawn', 'MergedInto']);
  expect(await told.open()).toMatchObject({ status: 'gone', how: 'merged', into: '99' });
  expect(await told.owed('2026-03-02 16:00')).toEqual([]);
  await given(told, resolves('2026-03-02 10:10', 'ana'), merges('2026-03-02 10:20'));
  expect((await told.types()).at(-1)).toBe('MergedInto');
});

it('one that was closed first and then known to be merged is merged too', async () => {
  const told = await given(await heldByAna(), resolves('2026-03-02 10:10', 'ana'), merges('2026-03-02 10:12'));
  expect(await told.open()).toMatchObject({ status: 'gone', how: 'merged' });
});

it('reopened it goes on where it was', async () => {
  const told = await given(await heldByAna(), merges('2026-03-02 10:00'), reopens('2026-03-02 10:30'));
  expect((await told.open()).status).toBe('held');
  expect(await told.holder()).toBe('client/contoso-desk/ana');
});

describe('the one that stays', () => {
  it('takes the earlier opening, so that nobody gains time', async () => {
    const gone = await given(await heldByAna(), merges('2026-03-02 12:00'));
    const stays = await joins(await later(), gone, '2026-03-02 12:00');
    const alone = await (await heldByAna()).clock('2026-03-02 13:00');
    expect(await stays.clock('2026-03-02 13:00')).toEqual(alone);
    expect((await stays.open()).merges).toEqual([{ at: instant('2026-03-02 12:00'), ticket: '4711' }]);
  });

  it('has no less time where it was the earlier one', async () => {
    const gone = await given(await later(), merges('2026-03-02 12:00'));
    const stays = await joins(await heldByAna(), gone, '2026-03-02 12:00');
    expect(await stays.clock('2026-03-02 13:00')).toEqual(await (await heldByAna()).clock('2026-03-02 13:00'));
  });

  it('keeps its own opening where the agreement says so, and what that buys is marked for the review', async () => {
    const primary = story({}, { terms: async () => ({ ...storyTerms(), merge: 'primary' as const }) });
    const gone = await given(await heldByAna(), merges('2026-03-02 12:00'));
    const stays = await joins(await later(primary), gone, '2026-03-02 12:00');
    expect((await stays.open()).openedAt).toBe(instant('2026-03-02 11:00'));
    expect((await stays.open()).merges).toMatchObject([{ bought: 2 * 3_600_000 }]);
  });

  it('is marked for the review where the other one was promised sooner', async () => {
    const urgent = await given(await heldByAna(story({ priority: 1 })), merges('2026-03-02 12:00'));
    const stays = await joins(await later(), urgent, '2026-03-02 12:00');
    expect((await stays.open()).merges?.[0]?.bought).toBeGreaterThan(0);
  });

  it('has the other one’s past before its own: who had it, who used the time, and no pause lost', async () => {
    const gone = await given(
      await acceptedByOmar(),
      waits('2026-03-02 10:20', 'omar'),
      holds('2026-03-02 10:21', 'omar'),
      resumes('2026-03-02 10:50', 'omar'),
      merges('2026-03-02 12:00'),
    );
    const stays = await joins(await later(), gone, '2026-03-02 12:00');
    const before = (await gone.waterfall('2026-03-02 11:00')).filter(({ from }) => from < instant('2026-03-02 11:00'));
    const after = await stays.waterfall('2026-03-02 13:00');
    expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
    expect(after.filter(({ is }) => is === 'paused').map(({ from, to }) => to - from)).toEqual([30 * 60_000]);
    const { custody } = await stays.open();
    expect(custody.map(({ to }) => to.person)).toEqual([undefined, 'ana', 'omar', undefined, 'ana']);
    expect(await stays.holder()).toBe('client/contoso-desk/ana');
  });

  it('leaves out what lay between, where the other one was resolved before it was opened', async () => {
    const gone = await given(await heldByAna(), resolves('2026-03-02 10:00', 'ana'), merges('2026-03-02 11:30'));
    const stays = await joins(await later(), gone, '2026-03-02 12:00');
    expect((await stays.clock('2026-03-02 12:00')).elapsed).toBe(2 * 3_600_000);
  });

  it('has answered the customer if the other one had', async () => {
    const gone = await given(await heldByAna(), replies('2026-03-02 09:20', 'ana'), merges('2026-03-02 12:00'));
    const stays = await joins(await later(), gone, '2026-03-02 12:00');
    expect((await stays.owed('2026-03-02 12:10')).map(({ kind }) => kind)).not.toContain('respond');
  });

  it('says nothing of what the merge made late before the merge', async () => {
    const warned = { terms: async () => ({ ...storyTerms(), warnings: [50, 80] }) };
    const gone = await given(await heldByAna(), replies('2026-03-02 09:20', 'ana'), merges('2026-03-02 14:30'));
    const stays = await joins(await later(story({}, warned)), gone, '2026-03-02 14:30');
    const said = await stays.said();
    expect(said.filter(line => line.includes('resolve'))).toEqual([
      '03-02 14:30 resolve of ana: 50 %, to ana carla grace',
    ]);
  });

  it('takes it once, however often it is told', async () => {
    const gone = await given(await heldByAna(), merges('2026-03-02 12:00'));
    const twice = await joins(await joins(await later(), gone, '2026-03-02 12:00'), gone, '2026-03-02 12:05');
    expect(await twice.factsOf('MergedFrom')).toHaveLength(1);
  });

  it('takes the earlier opening too where it had no ledger until then', async () => {
    const gone = await given(await heldByAna(), merges('2026-03-02 12:00', '5000'));
    const merging = { from: gone.ticket, into: '5000', now: instant('2026-03-02 12:00') };
    const stays = async () => ({ createdAt: instant('2026-03-02 11:00'), placement: noc });
    for (const at of ['first', 'again'])
      expect([at, await mergeInto(gone.ports, { ...merging, stays })]).toEqual([at, []]);
    const { facts, state } = (await gone.ports.ledger.load('5000'))!.page;
    expect(facts.map(({ type }) => type)).toEqual(['EscalationOpened', 'MergedFrom']);
    expect(state).toMatchObject({
      openedAt: instant('2026-03-02 09:00'),
      custody: [{}, { to: { person: 'ana' } }, { to: noc }],
    });
    const nobodys = { ...gone.ports, terms: async () => undefined };
    await mergeInto(nobodys, { ...merging, into: '5000-nobody', stays });
    expect(await gone.ports.ledger.load('5000-nobody')).toBeUndefined();
  });
});
