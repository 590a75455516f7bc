import { causesOfBreach, type Cause } from '../../shared/src/escalation';
import {
  acceptedByOmar,
  accepts,
  crossing,
  desk,
  given,
  heldByAna,
  instant,
  moves,
  noc,
  offeredByAna,
  opens,
  replies,
  resolves,
  story,
  storyWith,
  takes,
  ticks,
  type Story,
} from '../support/story';

const minutes = (count: number): number => count * 60_000;
const causes = async (told: Story, at: string): Promise<readonly Cause[]> =>
  causesOfBreach(await told.open(), instant(at));
/** Every story below answers the customer in time, so that the first reply is no cause. */
const answered = replies('2026-03-02 09:06', 'ana');

describe('why a target was missed', () => {
  it('is not asked while it is not missed', async () => {
    expect(await causes(await given(await heldByAna(), answered), '2026-03-02 12:00')).toEqual([]);
  });

  it('is the receiver where they left the offer unanswered, by how long', async () => {
    const told = await given(
      await offeredByAna(),
      answered,
      accepts('2026-03-02 12:00', 'omar'),
      ticks('2026-03-03 12:00'),
    );
    expect(await causes(told, '2026-03-03 12:00')).toContainEqual({
      by: 'msp',
      kind: 'unanswered',
      overrun: minutes(90),
    });
  });

  it('is the party of whoever moved it without a handoff', async () => {
    const told = await given(
      await heldByAna(),
      answered,
      moves('2026-03-02 10:00', 'ana', noc),
      takes('2026-03-02 10:40', 'omar', noc),
    );
    expect(await causes(told, '2026-03-03 15:00')).toContainEqual({
      by: 'client',
      kind: 'un-batoned',
      overrun: minutes(40),
    });
  });

  it('is the team that left it unclaimed past its target', async () => {
    const told = await given(story(), opens('2026-03-02 09:00'), answered, takes('2026-03-02 11:00', 'ana', desk));
    const late = await causes(told, '2026-03-03 15:00');
    expect(late).toContainEqual(expect.objectContaining({ by: 'client', kind: 'unclaimed' }));
  });

  it('is the agreement where the offer waited outside the receiver’s hours', async () => {
    const closed = crossing('client>msp', { closedReceiver: 'giver holds' });
    const told = await given(
      await offeredByAna(storyWith(terms => ({ ...closed(terms), resolve: { ...terms.resolve, calendar: '24x7' } }))),
      answered,
    );
    const late = await causes(told, '2026-03-02 20:00');
    expect(late.every(({ by }) => by === 'msp' || by === 'agreement')).toBe(true);
  });

  it('is the holder beyond its budget, never a party inside its own', async () => {
    const budget = crossing('client>msp', { hold: minutes(60) });
    const roomy = crossing('msp>client', { hold: minutes(90) });
    const told = await given(
      await acceptedByOmar(storyWith(terms => roomy(budget(terms)))),
      answered,
      resolves('2026-03-03 15:00', 'omar'),
    );
    const late = await causes(told, '2026-03-03 16:00');
    expect(late.map(({ kind }) => kind)).toContain('held too long');
    expect(late.filter(({ by }) => by === 'client')).toEqual([]);
  });

  it('is the promised next action once its deadline has passed', async () => {
    const told = await given(await acceptedByOmar(), answered);
    expect((await causes(told, '2026-03-03 15:00')).map(({ kind }) => kind)).toContain('next action');
  });

  it('is the agreement where nobody was late on the way', async () => {
    const roomy = crossing('msp>client', { hold: minutes(6000) });
    const told = await given(await heldByAna(storyWith(roomy)), answered);
    const late = await causes(told, '2026-03-03 15:00');
    expect(late).toEqual([expect.objectContaining({ by: 'agreement', kind: 'the target' })]);
  });

  it('lists the largest first', async () => {
    const told = await given(await offeredByAna(), accepts('2026-03-02 12:00', 'omar'));
    const late = (await causes(told, '2026-03-03 15:00')).map(({ overrun }) => overrun);
    expect(late).toEqual([...late].sort((a, b) => b - a));
    expect(late.length).toBeGreaterThan(1);
  });
});
