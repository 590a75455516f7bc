import {
  given,
  heldByAna,
  holds,
  instant,
  moves,
  noc,
  offeredByAna,
  storyWith,
  ticks,
  waits,
  resolves,
  replies,
  type Step,
} from '../support/story';
import { asks } from '../support/asks';

const deletes = (at: string, who: string | undefined = 'ana', how: 'deleted' | 'spam' = 'deleted'): Step => [
  at,
  who,
  { type: 'TicketDeleted', how },
];
const restores = (at: string, who = 'ana'): Step => [at, who, { type: 'TicketRestored' }];

it('a deleted ticket owes nothing, and what was offered, asked or waited for on it is over', async () => {
  const told = await given(await offeredByAna(), asks('2026-03-02 10:05', 'ana'), deletes('2026-03-02 10:10'));
  expect((await told.types()).slice(-3)).toEqual(['AskWithdrawn', 'HandoffWithdrawn', 'TicketDeleted']);
  expect(await told.owed('2026-03-02 12:00')).toEqual([]);
  const accepted = await told.happens('2026-03-02 10:12', 'omar', { type: 'AcceptHandoff' });
  expect(accepted.refusal).toMatchObject({ code: 'gone', sentence: 'The ticket was deleted.' });
});

it('nothing is warned of while it is away, and what fell due meanwhile is said when it is back', async () => {
  const told = storyWith(terms => ({ ...terms, warnings: [50, 80] }));
  await given(
    await heldByAna(told),
    replies('2026-03-02 09:10', 'ana'),
    deletes('2026-03-02 09:30', undefined, 'spam'),
    ticks('2026-03-02 15:00'),
  );
  expect(await told.said()).toEqual([]);
  await given(told, restores('2026-03-02 15:30'), ticks('2026-03-02 15:40'));
  expect(await told.said()).toEqual(['03-02 15:30 resolve of ana: 80 %, to ana carla grace']);
});

it('the time away counts, used by nobody and answered for by whoever deleted it; both partitions stay exact', async () => {
  const told = await given(await heldByAna(), deletes('2026-03-02 10:00', 'omar'), restores('2026-03-02 11:00'));
  const stretches = await told.waterfall('2026-03-02 12:00');
  expect(
    stretches.map(({ from, to, ...rest }) => [from, to, 'as' in rest && [rest.as, rest.usedBy, rest.accountable]]),
  ).toEqual([
    [instant('2026-03-02 09:00'), instant('2026-03-02 09:05'), ['unclaimed', 'client', 'client']],
    [instant('2026-03-02 09:05'), instant('2026-03-02 10:00'), ['in hand', 'client', 'client']],
    [instant('2026-03-02 10:00'), instant('2026-03-02 11:00'), ['deleted', 'nobody', 'msp']],
    [instant('2026-03-02 11:00'), instant('2026-03-02 12:00'), ['in hand', 'client', 'client']],
  ]);
  const untouched = await (await heldByAna()).clock('2026-03-02 12:00');
  expect((await told.clock('2026-03-02 12:00')).remaining).toBe(untouched.remaining);
});

it('a pause that was confirmed stays a pause until then, and is none while the ticket is away', async () => {
  const told = await given(
    await heldByAna(),
    waits('2026-03-02 09:30', 'ana'),
    holds('2026-03-02 09:35', 'ana'),
    deletes('2026-03-02 10:00'),
    restores('2026-03-02 11:00'),
  );
  const paused = (await told.waterfall('2026-03-02 12:00')).filter(({ is }) => is === 'paused');
  expect(paused.map(({ from, to }) => [from, to])).toEqual([
    [instant('2026-03-02 09:30'), instant('2026-03-02 10:00')],
  ]);
});

it('it is counted each time, and told twice it counts once', async () => {
  const told = await given(
    await heldByAna(),
    deletes('2026-03-02 10:00'),
    deletes('2026-03-02 10:01'),
    restores('2026-03-02 10:30'),
    restores('2026-03-02 10:31'),
    deletes('2026-03-02 11:00'),
  );
  expect((await told.open()).deletions).toHaveLength(2);
});

it('what is seen of it while it is away means nothing, what was before is heard', async () => {
  const told = await given(await heldByAna(), deletes('2026-03-02 10:00'), moves('2026-03-02 10:10', 'ana', noc));
  expect((await told.types()).at(-1)).toBe('TicketDeleted');
  await given(told, moves('2026-03-02 09:50', 'ana', noc, undefined, { learned: '2026-03-02T10:20:00Z' }));
  expect((await told.types()).at(-1)).toBe('UnbatonedTransfer');
});

it('a resolved ticket that is deleted stays resolved', async () => {
  const told = await given(await heldByAna(), resolves('2026-03-02 10:00', 'ana'), deletes('2026-03-02 10:10'));
  expect((await told.open()).status).toBe('resolved');
});
