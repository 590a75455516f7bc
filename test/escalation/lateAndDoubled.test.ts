import type { TicketEvent } from '../../shared/src/ticket';
import { ticketEventSchema } from '../../shared/src/ticket';
import {
  acceptedByOmar,
  accepts,
  desk,
  given,
  heldByAna,
  instant,
  moves,
  noc,
  offeredByAna,
  offers,
  opens,
  packet,
  story,
  takes,
  ticks,
  type Step,
} from '../support/story';

describe('a delivery that arrives twice', () => {
  const steps: readonly Step[] = [
    opens('2026-03-02 09:00'),
    takes('2026-03-02 09:05', 'ana', desk),
    ['2026-03-02 09:10', 'ana', { type: 'PublicReplySent' }],
    ['2026-03-02 09:20', 'ana', { type: 'WaitingStarted', whom: 'customer' }],
    ['2026-03-02 09:30', 'ana', { type: 'WaitingEnded' }],
    offers('2026-03-02 10:00', 'ana'),
    accepts('2026-03-02 10:12', 'omar'),
    ['2026-03-02 11:00', 'omar', { type: 'TicketResolved' }],
    ['2026-03-02 12:00', undefined, { type: 'TicketReopened' }],
  ];

  it.each(steps.map((step, index) => [step[2].type, index] as const))('counts once: %s', async (_, index) => {
    const told = story();
    const named = steps.map(([at, who, what], at2) => [at, who, what, { deliveryId: `delivery ${at2}` }] as Step);
    await given(told, ...named);
    const before = await told.facts();
    await given(told, named[index] as Step);
    expect(await told.facts()).toEqual(before);
  });

  it('counts once under another name too, where it says what is already so', async () => {
    const told = await given(story(), ...steps);
    const before = await told.facts();
    await given(told, ...steps.filter(([, , { type }]) => !type.endsWith('Handoff')));
    expect(await told.facts()).toEqual(before);
  });

  it('is recognised although forty others came between', async () => {
    const told = await heldByAna();
    const resumed = ['2026-03-02 09:30', 'ana', { type: 'WaitingEnded' }, { deliveryId: 'again' }] as const;
    await given(told, resumed);
    for (let minute = 10; minute < 55; minute += 1)
      await given(told, moves(`2026-03-02 10:${minute}`, 'ana', desk, minute % 2 ? 'ana' : 'carla'));
    const count = (await told.facts()).length;
    await given(told, resumed);
    expect(await told.facts()).toHaveLength(count);
  });
});

describe('a late fact', () => {
  it('shows when it happened and when it was learned', async () => {
    const told = await given(
      await heldByAna(),
      moves('2026-03-02 09:02', 'carla', desk, 'carla', { learned: '2026-03-02T11:00Z' }),
    );
    expect((await told.facts()).at(-1)).toMatchObject({
      at: instant('2026-03-02 09:02'),
      learned: instant('2026-03-02 11:00'),
    });
  });

  it('changes who holds it now only if nothing later says otherwise', async () => {
    const told = await given(
      await heldByAna(),
      takes('2026-03-02 09:02', 'carla', desk, { learned: '2026-03-02T11:00Z' }),
    );
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('never un-says a lapse that was told', async () => {
    const told = await given(
      await offeredByAna(),
      ticks('2026-03-02 10:31'),
      takes('2026-03-02 10:05', 'omar', noc, { learned: '2026-03-02T10:35Z' }),
    );
    expect(await told.types()).toContain('OfferLapsed');
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });
});

describe('a first reply heard of late', () => {
  it('counts from its own instant', async () => {
    const told = await heldByAna();
    await told.happens('2026-03-02 09:50', 'ana', { type: 'PublicReplySent' });
    await told.happens('2026-03-02 09:20', 'carla', { type: 'PublicReplySent' }, { learned: '2026-03-02T10:00Z' });
    expect((await told.open()).firstReplyAt).toBe(instant('2026-03-02 09:20'));
    await told.happens('2026-03-02 10:20', 'ana', { type: 'PublicReplySent' });
    expect((await told.open()).firstReplyAt).toBe(instant('2026-03-02 09:20'));
  });

  it('is no reply when a rule of the desk wrote it', async () => {
    const told = await heldByAna();
    await told.happens('2026-03-02 09:20', undefined, { type: 'PublicReplySent' }, { rule: 'auto answer' });
    expect((await told.open()).firstReplyAt).toBeUndefined();
  });
});

describe('what a desk reports', () => {
  const event = { deliveryId: 'd', at: 0, learned: 0, actor: {}, channel: 'test', assurance: 'platform' };
  const isRead = (more: object): boolean => ticketEventSchema.safeParse({ ...event, ...more }).success;

  it.each([
    ['no delivery id', { type: 'TicketResolved', deliveryId: '' }],
    ['half a millisecond', { type: 'TicketResolved', at: 0.5 }],
    ['an instant outside the calendar', { type: 'TicketResolved', at: 8e15 }],
    ['a deadline outside the calendar', { type: 'AcceptHandoff', deadline: 8e15 }],
    ['a type nobody knows', { type: 'TicketExploded' }],
    ['a field nobody knows', { type: 'TicketResolved', mood: 'good' }],
    ['a party that holds nothing', { type: 'DecideStalemate', party: 'vendor' }],
    ['a text beyond all measure', { type: 'ReturnHandoff', guidance: 'x'.repeat(100_001) }],
    ['an empty team', { type: 'TicketMoved', to: { party: 'msp', team: '' } }],
  ])('is refused at the door with %s', (_, more) => {
    expect(isRead(more)).toBe(false);
  });

  it('is read when it is whole', () => {
    const whole: Partial<TicketEvent> = {
      type: 'OfferHandoff',
      team: 'northwind-noc',
      reason: 'skills',
      deadline: 1,
      packet,
    };
    expect(isRead(whole)).toBe(true);
  });
});

it('a story told in one go and a story told step by step are the same', async () => {
  const [one, other] = [await acceptedByOmar(), await acceptedByOmar()];
  expect(await one.facts()).toEqual(await other.facts());
});
