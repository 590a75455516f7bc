import {
  acceptedByOmar,
  accepts,
  given,
  heldByAna,
  holds,
  infra,
  instant,
  moves,
  offeredByAna,
  offers,
  reopens,
  resolves,
  story,
  ticks,
  waits,
  type Step,
} from '../support/story';
import { findBreak } from '../../shared/src/ledger';

const lately = (step: Step, learned: string): Step => [step[0], step[1], step[2], { ...step[3], learned }];

describe('resolving', () => {
  it.each(['ana', 'omar', undefined])('is possible for anybody at any time: %s', async who => {
    for (const told of [await heldByAna(), await offeredByAna(), await acceptedByOmar()]) {
      const { refusal } = await told.happens('2026-03-02 11:00', who, { type: 'TicketResolved' });
      expect(refusal).toBeUndefined();
      expect((await told.open()).status).toBe('resolved');
    }
  });

  it('withdraws an open offer, and says why', async () => {
    const told = await given(await offeredByAna(), resolves('2026-03-02 10:20', 'ana'));
    expect((await told.factsOf('HandoffWithdrawn'))[0]?.data).toEqual({ handoff: 'h1', because: 'resolved' });
    await given(told, ticks('2026-03-02 16:00'));
    expect(await told.factsOf('OfferLapsed')).toEqual([]);
  });

  it('stops the clock at its instant and owes nothing more', async () => {
    const told = await given(await heldByAna(), resolves('2026-03-02 11:00', 'ana'));
    expect(await told.clock('2026-03-05 11:00')).toMatchObject({ status: 'met', elapsed: 7_200_000 });
    expect(await told.owed('2026-03-05 11:00')).toEqual([]);
  });

  it('exactly at the deadline has met it, a millisecond later missed it', async () => {
    const met = await given(await heldByAna(), resolves('2026-03-02 17:00', 'ana'));
    expect((await met.clock('2026-03-02 17:30')).status).toBe('met');
    const missed = await given(await heldByAna(), resolves('2026-03-02 17:00:00.001', 'ana'));
    expect((await missed.clock('2026-03-02 17:30')).status).toBe('missed');
  });

  it('twice is once', async () => {
    const told = await given(
      await heldByAna(),
      resolves('2026-03-02 11:00', 'ana'),
      resolves('2026-03-02 11:30', 'ana'),
    );
    expect(await told.factsOf('Resolved')).toHaveLength(1);
  });

  it('while it waits ends the pause', async () => {
    const told = await given(
      await heldByAna(),
      waits('2026-03-02 10:00', 'ana'),
      holds('2026-03-02 10:01', 'ana'),
      resolves('2026-03-02 11:00', 'ana'),
    );
    expect((await told.clock('2026-03-02 12:00')).elapsed).toBe(3_600_000);
  });

  it('heard of late stops the clock when it happened, and withdraws an offer made after it at once', async () => {
    const told = await given(await offeredByAna(), lately(resolves('2026-03-02 09:40', 'ana'), '2026-03-02T10:10Z'));
    expect((await told.clock('2026-03-02 12:00')).elapsed).toBe(2_400_000);
    expect((await told.open()).offers[0]).toMatchObject({
      from: instant('2026-03-02 10:00'),
      to: instant('2026-03-02 10:00'),
    });
  });
});

describe('reopening inside the window', () => {
  it('continues the same escalation; the time between is neither running nor paused', async () => {
    const told = await given(await acceptedByOmar(), resolves('2026-03-02 11:00', 'omar'), reopens('2026-03-03 10:00'));
    expect((await told.open()).status).toBe('held');
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
    expect((await told.clock('2026-03-03 11:00')).elapsed).toBe(10_800_000);
    expect(await told.factsOf('EscalationOpened')).toHaveLength(1);
  });

  it('is so until the last millisecond of the fourteenth day', async () => {
    const told = await given(await heldByAna(), resolves('2026-03-02 11:00', 'ana'), reopens('2026-03-16 11:00'));
    expect(await told.factsOf('EscalationOpened')).toHaveLength(1);
  });

  it('before its resolving was heard of loses neither', async () => {
    const told = await given(
      await heldByAna(),
      reopens('2026-03-02 12:00'),
      lately(resolves('2026-03-02 11:00', 'ana'), '2026-03-02T12:05Z'),
    );
    expect((await told.open()).status).toBe('held');
    expect((await told.clock('2026-03-02 13:00')).elapsed).toBe(10_800_000);
  });

  it('leaves an offer alone that was made after it, when the resolving is heard of last', async () => {
    const told = await given(
      await heldByAna(),
      reopens('2026-03-02 12:00'),
      offers('2026-03-02 12:10', 'ana'),
      lately(resolves('2026-03-02 11:00', 'ana'), '2026-03-02T12:15Z'),
    );
    expect((await told.open()).status).toBe('offered');
  });

  it('twice is once', async () => {
    const told = await given(
      await heldByAna(),
      resolves('2026-03-02 11:00', 'ana'),
      reopens('2026-03-02 12:00'),
      reopens('2026-03-02 12:00', 'carla'),
    );
    expect(await told.factsOf('Reopened')).toHaveLength(1);
  });
});

describe('reopening after the window', () => {
  const anew = async () =>
    given(await acceptedByOmar(), resolves('2026-03-02 11:00', 'omar'), reopens('2026-03-16 11:00:00.001'));

  it('opens a new escalation, linked to the old one, with the last holder', async () => {
    const told = await anew();
    const [first, second] = await told.factsOf('EscalationOpened');
    expect(second).toMatchObject({ data: { continues: (first as { escalation?: string }).escalation } });
    expect((await told.open()).id).not.toBe((first as { escalation?: string }).escalation);
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });

  it('starts its clocks anew, in the same unbroken ledger', async () => {
    const told = await anew();
    expect((await told.clock('2026-03-16 12:00')).elapsed).toBe(3_599_999);
    const facts = (await told.facts()) as Parameters<typeof findBreak>[0];
    expect(findBreak(facts, told.ports.hash)).toBeUndefined();
    expect(facts.map(fact => fact.seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('takes nothing for new that was delivered to the old one', async () => {
    const told = await heldByAna();
    const reply = ['2026-03-02 09:30', 'ana', { type: 'PublicReplySent' }, { deliveryId: 'reply-1' }] as const;
    await given(told, reply, resolves('2026-03-02 11:00', 'ana'), reopens('2026-03-20 11:00'));
    const count = (await told.facts()).length;
    await given(told, reply, [
      '2026-03-02 10:00',
      'ana',
      { type: 'PublicReplySent' },
      { learned: '2026-03-20T11:05Z' },
    ]);
    expect(await told.facts()).toHaveLength(count);
  });

  it('can be handed off again', async () => {
    const told = await given(
      await heldByAna(),
      resolves('2026-03-02 11:00', 'ana'),
      reopens('2026-03-20 11:00'),
      offers('2026-03-20 11:10', 'ana', { deadline: instant('2026-03-20 15:00') }),
      accepts('2026-03-20 11:20', 'omar'),
    );
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });

  it('continues the old one where no cell governs the ticket any more', async () => {
    let governed = true;
    const { storyTerms } = await import('../support/agreement');
    const told = await heldByAna(story({}, { terms: async () => (governed ? storyTerms() : undefined) }));
    await given(told, resolves('2026-03-02 11:00', 'ana'));
    governed = false;
    await given(told, reopens('2026-03-20 11:00'));
    expect((await told.types()).at(-1)).toBe('Reopened');
  });
});

it('a pass while it is resolved keeps custody in the party', async () => {
  const told = await given(
    await heldByAna(),
    resolves('2026-03-02 11:00', 'ana'),
    moves('2026-03-02 11:10', 'carla', infra, 'bruno'),
  );
  expect(await told.holder()).toBe('client/contoso-infra/bruno');
  expect((await told.open()).status).toBe('resolved');
});
