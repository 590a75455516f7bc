import type { Climb, Terms } from '../../shared/src/agreement';
import { nextDue } from '../../shared/src/escalation';
import { joins } from '../support/asks';
import {
  acceptedByOmar,
  accepts,
  crossing,
  given,
  heldByAna,
  holds,
  infra,
  instant,
  network,
  offeredByAna,
  offers,
  people,
  reopens,
  resolves,
  returns,
  story,
  storyWith,
  ticks,
  waits,
  type Story,
} from '../support/story';
import { storyTerms } from '../support/agreement';

const hour = 3_600_000;
const withRungs =
  (...rungs: readonly Climb[]) =>
  (terms: Terms): Terms => ({ ...terms, rungs });
const climbing = (...rungs: readonly Climb[]): Story => storyWith(withRungs(...rungs));

const late = { id: 'late', when: { after: 2 * hour }, calls: { lead: 'holder' } } as const;
const later = { id: 'later', when: { after: 6 * hour }, calls: { coordinator: 'other' } } as const;

/** Each rung as it was reached: when, which, why, and who is told. */
const reached = async (told: Story): Promise<readonly string[]> =>
  (await told.factsOf('RungReached')).map(({ at, data }) => {
    const { rung, because, tell } = data as { rung: string; because: string; tell: readonly string[] };
    return `${new Date(at).toISOString().slice(5, 16).replace('T', ' ')} ${rung}: ${because}, ${tell.join(' ') || 'nobody'}`;
  });

describe('more authority is called while custody stays', () => {
  it('after so much service time, whenever that is noticed, and owes an acknowledgement', async () => {
    const told = await given(await heldByAna(climbing(late)), ticks('2026-03-02 14:00'));
    expect(await reached(told)).toContain('03-02 11:00 late: after, carla');
    expect(await told.factsOf('Asked')).toMatchObject([
      { at: instant('2026-03-02 11:00'), data: { kind: 'raise', of: { person: 'carla' }, rung: 'after' } },
    ]);
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('later by every pause', async () => {
    const told = await given(
      await heldByAna(climbing(late)),
      waits('2026-03-02 10:00', 'ana'),
      holds('2026-03-02 10:01', 'ana'),
      ticks('2026-03-02 11:30'),
      ['2026-03-02 12:00', 'ana', { type: 'WaitingEnded' }],
      ticks('2026-03-02 13:05'),
    );
    expect(await reached(told)).toEqual(['03-02 13:00 late: after, carla']);
  });

  it('and once it is acknowledged the next rung waits for its own time', async () => {
    const told = await given(
      await heldByAna(climbing(late, later)),
      ticks('2026-03-02 11:05'),
      joins('2026-03-02 11:10', 'carla'),
      ticks('2026-03-02 14:59'),
    );
    expect(await reached(told)).toHaveLength(1);
    await given(told, ticks('2026-03-02 15:00'));
    expect((await reached(told)).at(-1)).toBe('03-02 15:00 later: after, grace');
  });

  it('by whoever stands in where they are out', async () => {
    const out = people({ carla: { active: false } });
    const told = story({}, { terms: async () => withRungs(late, later)(storyTerms()), directory: out });
    await given(await heldByAna(told), ticks('2026-03-02 11:05'));
    expect(await reached(told)).toEqual(['03-02 11:00 late: after, nobody', '03-02 11:00 later: nobody there, grace']);
  });
});

describe('nobody is silent', () => {
  it('an unanswered rung calls the next one at once, and after the last the decision is owed', async () => {
    const told = await given(await heldByAna(climbing(late, later)), ticks('2026-03-02 14:00'));
    expect(await reached(told)).toEqual(['03-02 11:00 late: after, carla', '03-02 11:30 later: unanswered, grace']);
    expect(await told.factsOf('RungsEnded')).toMatchObject([{ data: { owed: ['carla', 'grace'], ask: 'a2' } }]);
    await given(told, ticks('2026-03-03 14:00'));
    expect(await told.factsOf('RungsEnded')).toHaveLength(1);
    expect(await reached(told)).toHaveLength(2);
  });

  it('the agreement’s question is not taken back by those it is about, and owes nobody a chase', async () => {
    const told = await given(await heldByAna(climbing(late)), ticks('2026-03-02 11:05'));
    const { refusal } = await told.happens('2026-03-02 11:06', 'ana', { type: 'WithdrawAsk', ask: 'a1' });
    expect(refusal?.code).toBe('not-holder');
    expect((await told.owed('2026-03-02 14:00')).map(({ kind }) => kind)).not.toContain('chase');
  });

  it('and resolving ends it all', async () => {
    const told = await given(
      await heldByAna(climbing(late, later)),
      ticks('2026-03-02 11:05'),
      resolves('2026-03-02 11:10', 'ana'),
      ticks('2026-03-02 18:00'),
    );
    expect(await reached(told)).toHaveLength(1);
    expect(nextDue(await told.state())).toBe(instant('2026-03-05 11:10'));
  });
});

describe('a ticket that goes to and fro calls somebody', () => {
  const rung = (when: Climb['when']): Climb => ({ id: 'fro', when, calls: { lead: 'other' } });

  it('at its n-th crossing', async () => {
    const told = await acceptedByOmar(climbing(rung({ bounces: 2 })));
    expect(await reached(told)).toEqual([]);
    await given(told, returns('2026-03-02 10:30', 'omar'), accepts('2026-03-02 10:40', 'ana'));
    expect(await reached(told)).toEqual(['03-02 10:40 fro: bounces, grace']);
  });

  it('when it was returned twice', async () => {
    const once = await given(await offeredByAna(climbing(rung({ returns: 2 }))), returns('2026-03-02 10:05', 'omar'));
    expect(await reached(once)).toEqual([]);
    await given(
      once,
      offers('2026-03-02 10:10', 'ana'),
      accepts('2026-03-02 10:12', 'omar'),
      returns('2026-03-02 10:20', 'omar'),
    );
    expect(await reached(once)).toEqual(['03-02 10:20 fro: returns, carla']);
  });

  it('when it is back where it was: A, B, A', async () => {
    const told = await given(
      await acceptedByOmar(climbing(rung({ toAndFro: true }))),
      returns('2026-03-02 10:30', 'omar'),
      accepts('2026-03-02 10:40', 'ana'),
    );
    expect(await reached(told)).toEqual(['03-02 10:40 fro: toAndFro, grace']);
  });

  it('when it was not fixed', async () => {
    const told = await given(
      await heldByAna(climbing(rung({ comebacks: 1 }))),
      resolves('2026-03-02 11:00', 'ana'),
      reopens('2026-03-03 09:00'),
    );
    expect(await reached(told)).toEqual(['03-03 09:00 fro: comebacks, grace']);
  });
});

describe('more skill is called', () => {
  const skill = (team: string): Climb => ({ id: 'skill', when: { after: 2 * hour }, calls: { team } });

  it('inside the party by passing it on: the team owes that somebody takes it, and the desk follows', async () => {
    const told = await heldByAna(climbing(skill(infra.team)));
    const { notices } = await told.happens('2026-03-02 11:00', undefined, { type: 'TimePassed' });
    expect(await told.holder()).toBe('client/contoso-infra/-');
    expect(notices).toMatchObject([
      { is: 'assign', to: infra },
      { is: 'tell', people: ['bruno', 'ana'] },
    ]);
    expect((await told.owed('2026-03-02 11:00')).map(({ kind, team }) => [kind, team])).toContainEqual([
      'acknowledge',
      infra.team,
    ]);
  });

  it('across the boundary by asking it to join: only an acceptance moves custody', async () => {
    const told = await given(await heldByAna(climbing(skill(network.team))), ticks('2026-03-02 11:00'));
    expect(await told.holder()).toBe('client/contoso-desk/ana');
    expect(await told.factsOf('Asked')).toMatchObject([{ data: { kind: 'escalate', of: network } }]);
  });

  it('not where the agreement only watches', async () => {
    const watching = (terms: Terms) => crossing('msp>client', { mode: 'observe' })(withRungs(skill(infra.team))(terms));
    const told = await given(await heldByAna(storyWith(watching)), ticks('2026-03-02 12:00'));
    expect(await told.holder()).toBe('client/contoso-desk/ana');
    expect(await reached(told)).toEqual([]);
  });
});
