import { isOverridden, waterfall } from '../../shared/src/escalation';
import { storyDirectory } from '../support/agreement';
import { guardTransition } from '../../shared/src/escalation';
import { given, heldByAna, infra, instant, moves, noc, notes, takes, type Step, type Story } from '../support/story';

const overrides = (at: string, who: string, until: string, why = 'The whole desk works on the outage'): Step => [
  at,
  who,
  { type: 'AskOverride', kind: 'transfer', until: instant(until), why },
];

const refused = async (told: Story, ...[at, who, what]: Step) => (await told.happens(at, who, what)).refusal;

/** Ana has worked on it, so that a move of hers is no routing. */
const worked = async (): Promise<Story> => given(await heldByAna(), notes('2026-03-02 09:20', 'ana'));

describe('a lead lets a ticket be moved without a handoff', () => {
  it('for a while and for a reason: a move explains itself, and its receiver owes that somebody takes it', async () => {
    const told = await given(
      await worked(),
      overrides('2026-03-02 10:00', 'carla', '2026-03-02 12:00'),
      moves('2026-03-02 10:30', 'ana', noc),
    );
    expect(await told.types()).not.toContain('UnbatonedTransfer');
    expect((await told.facts()).slice(-2)).toMatchObject([
      { type: 'Routed', data: { to: noc, because: 'override' } },
      { type: 'OverrideUsed', data: { override: 'o1' } },
    ]);
    expect(await told.holder()).toBe('msp/northwind-noc/-');
    expect((await told.owed('2026-03-02 10:30')).map(({ kind }) => kind)).toContain('acknowledge');
    expect(waterfall(await told.open(), instant('2026-03-02 11:00')).map(({ is }) => is)).not.toContain('paused');
    expect(await told.factsOf('OverrideAsked')).toMatchObject([
      { data: { isSampled: true, tell: [] }, texts: { why: expect.any(String) as string } },
    ]);
    expect(await told.factsOf('OverrideApproved')).toMatchObject([{ data: { for: 'client', isGiven: true } }]);
  });

  it('up a tier inside the party too', async () => {
    const told = await given(
      await worked(),
      overrides('2026-03-02 10:00', 'grace', '2026-03-02 12:00'),
      moves('2026-03-02 10:30', 'ana', infra),
    );
    expect(await told.holder()).toBe('client/contoso-infra/-');
  });

  it('and no longer than that: afterwards a move is what it was', async () => {
    const told = await given(
      await worked(),
      overrides('2026-03-02 10:00', 'carla', '2026-03-02 12:00'),
      moves('2026-03-02 12:00', 'ana', noc),
    );
    expect((await told.types()).at(-1)).toBe('UnbatonedTransfer');
    expect(isOverridden(await told.open(), instant('2026-03-02 12:00'))).toBe(false);
  });

  it('which no guard holds up meanwhile', async () => {
    const told = await worked();
    const guarded = async (at: string) =>
      guardTransition(storyDirectory, await told.state(), ['With MSP'], instant(at));
    expect(await guarded('2026-03-02 10:30')).toBeDefined();
    await given(told, overrides('2026-03-02 10:00', 'carla', '2026-03-02 12:00'));
    expect(await guarded('2026-03-02 10:30')).toBeUndefined();
    expect(await guarded('2026-03-02 12:30')).toBeDefined();
  });

  it('and nobody but a lead does, nor without a reason, nor for longer than the agreement allows', async () => {
    const told = await worked();
    expect(await refused(told, ...overrides('2026-03-02 10:00', 'ana', '2026-03-02 12:00'))).toMatchObject({
      code: 'not-a-lead',
    });
    expect(await refused(told, ...overrides('2026-03-02 10:00', 'carla', '2026-03-02 12:00', ' n/a '))).toMatchObject({
      code: 'text-missing',
      fields: { question: expect.any(String) as string },
    });
    expect(await refused(told, ...overrides('2026-03-02 10:00', 'carla', '2026-03-02 18:00:00.001'))).toMatchObject({
      code: 'deadline-too-late',
      fields: { deadline: expect.any(String) as string },
    });
    expect(await refused(told, ...overrides('2026-03-02 10:00', 'carla', '2026-03-02 10:00'))).toMatchObject({
      code: 'deadline-past',
    });
    expect(await refused(told, ...overrides('2026-03-02 10:00', 'carla', '2026-03-02 18:00'))).toBeUndefined();
  });
});

it('whoever takes it across under an override has it', async () => {
  const told = await given(
    await worked(),
    overrides('2026-03-02 10:00', 'carla', '2026-03-02 12:00'),
    takes('2026-03-02 10:30', 'omar', noc),
  );
  expect(await told.holder()).toBe('msp/northwind-noc/omar');
});
