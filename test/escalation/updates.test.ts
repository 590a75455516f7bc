import type { Terms } from '../../shared/src/agreement';
import {
  accepts,
  customerReplies,
  given,
  heldByAna,
  holds,
  instant,
  notes,
  offers,
  replies,
  resolves,
  storyWith,
  waits,
  type Story,
} from '../support/story';

const hour = 3_600_000;
const updating =
  (update: NonNullable<Terms['update']>) =>
  (terms: Terms): Terms => ({ ...terms, update });

const held = (update: NonNullable<Terms['update']>): Promise<Story> => heldByAna(storyWith(updating(update)));

const owedUpdates = async (told: Story, at: string) =>
  (await told.owed(at))
    .filter(({ kind }) => kind === 'update')
    .map(({ audience, party, person, dueAt }) => ({ audience, party, person, dueAt }));

const byAna = (audience: string, due: string) => ({ audience, party: 'client', person: 'ana', dueAt: instant(due) });

describe('the holder owes an update', () => {
  it('to the customer, in the hours promised to them, from the opening on', async () => {
    const told = await held({ customer: hour });
    expect(await owedUpdates(told, '2026-03-02 09:10')).toEqual([byAna('customer', '2026-03-02 10:00')]);
  });

  it('again after each public reply, the customer’s own being none', async () => {
    const told = await given(
      await held({ customer: hour }),
      replies('2026-03-02 09:40', 'ana'),
      replies('2026-03-02 10:20', 'carla'),
      customerReplies('2026-03-02 10:30'),
      notes('2026-03-02 10:40', 'ana'),
    );
    expect(await owedUpdates(told, '2026-03-02 10:45')).toEqual([byAna('customer', '2026-03-02 11:20')]);
  });

  it('that is missed shows how long the customer has heard nothing', async () => {
    const owed = await (await held({ customer: hour })).owed('2026-03-02 10:30');
    expect(owed.find(({ kind }) => kind === 'update')?.remaining).toBe(-hour / 2);
  });

  it('over night in the customer’s hours', async () => {
    const told = await given(await held({ customer: hour }), replies('2026-03-02 17:30', 'ana'));
    expect(await owedUpdates(told, '2026-03-02 17:40')).toEqual([byAna('customer', '2026-03-03 08:30')]);
  });

  it('to nobody who is waited for; it begins anew when they have answered', async () => {
    const told = await given(
      await held({ customer: hour }),
      waits('2026-03-02 09:30', 'ana'),
      holds('2026-03-02 09:31', 'ana'),
    );
    expect(await owedUpdates(told, '2026-03-02 11:00')).toEqual([]);
    await given(told, customerReplies('2026-03-02 11:00'));
    expect(await owedUpdates(told, '2026-03-02 11:10')).toEqual([byAna('customer', '2026-03-02 12:00')]);
  });

  it('to the other party, met by a note or a handoff', async () => {
    const told = await given(await held({ internal: hour }), notes('2026-03-02 09:30', 'ana'));
    expect(await owedUpdates(told, '2026-03-02 09:40')).toEqual([byAna('internal', '2026-03-02 10:30')]);
    await given(told, offers('2026-03-02 10:00', 'ana'), accepts('2026-03-02 10:12', 'omar'));
    expect(await owedUpdates(told, '2026-03-02 10:20')).toEqual([
      { audience: 'internal', party: 'msp', person: 'omar', dueAt: instant('2026-03-02 11:12') },
    ]);
  });

  it('which the other party’s own note does not meet, nor one by a rule', async () => {
    const told = await given(await held({ internal: hour }), notes('2026-03-02 09:30', 'omar'));
    await told.happens('2026-03-02 09:35', undefined, { type: 'WorkNoted' }, { rule: 'auto' });
    expect(await told.factsOf('WorkedOn')).toEqual([]);
  });

  it('to nobody once it is resolved, or where the agreement promises none', async () => {
    const told = await given(await held({ customer: hour, executive: hour }), resolves('2026-03-02 09:30', 'ana'));
    expect(await owedUpdates(told, '2026-03-02 09:40')).toEqual([]);
    expect(await owedUpdates(await heldByAna(), '2026-03-02 09:40')).toEqual([]);
  });
});
