import { storyDirectory, warnedTerms } from '../support/agreement';
import {
  acceptedByOmar,
  given,
  heldByAna,
  instant,
  moves,
  noc,
  offers,
  people,
  resolves,
  story,
  takes,
  ticks,
  type Step,
  type Story,
} from '../support/story';

const offersShift = (at: string, who: string, more: object = {}): Step => [
  at,
  who,
  {
    type: 'OfferShift',
    ...{ shift: 's1', nextAction: 'Call the array vendor back', deadline: instant('2026-03-02 15:30'), ...more },
  },
];
const takesShift = (at: string, who: string, isAlone = true, shift = 's1'): Step => [
  at,
  who,
  { type: 'TakeShift', shift, isAlone },
];
const leavesOut = (at: string, who: string): Step => [at, who, { type: 'LeaveOutOfShift', shift: 's1' }];
const refused = async (told: Story, ...[at, who, what]: Step) => (await told.happens(at, who, what)).refusal?.code;

/** Omar of the NOC has it since 10:12 and promised it for 16:00; he offers it to the next shift at 14:00. */
const handedOver = async (told?: Story): Promise<Story> =>
  given(await acceptedByOmar(told), offersShift('2026-03-02 14:00', 'omar'));

const p3 = () => story({ priority: 3 });

describe('a shift that ends', () => {
  it('offers what it has to the next one: whoever had it stays accountable until somebody takes it', async () => {
    const told = await handedOver();
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
    const [offered] = await told.factsOf('ShiftOffered');
    expect(offered?.data).toMatchObject({ to: noc, takeBy: instant('2026-03-02 14:30') });
    await given(told, takesShift('2026-03-02 14:10', 'grace'));
    expect(await told.holder()).toBe('msp/northwind-noc/grace');
    expect(await told.owed('2026-03-02 14:20')).toContainEqual(
      expect.objectContaining({ kind: 'next-action', person: 'grace', dueAt: instant('2026-03-02 15:30') }),
    );
  });

  it('makes the desk follow the person, and says nothing more', async () => {
    const told = await handedOver();
    const { notices } = await told.happens(...takesShift('2026-03-02 14:10', 'grace'));
    expect(notices).toMatchObject([{ is: 'assign', to: { ...noc, person: 'grace' } }]);
  });

  it('is taken by a native claim too', async () => {
    const told = await given(await handedOver(), takes('2026-03-02 14:10', 'grace', noc));
    expect(await told.types()).toContain('ShiftTaken');
    expect((await told.open()).promised?.deadline).toBe(instant('2026-03-02 15:30'));
    expect(await told.holder()).toBe('msp/northwind-noc/grace');
  });

  it('is taken once, however often and by whomever it is pressed', async () => {
    const told = await given(await handedOver(), takesShift('2026-03-02 14:10', 'grace'));
    expect(await refused(told, ...takesShift('2026-03-02 14:11', 'grace'))).toBeUndefined();
    expect(await refused(told, ...takesShift('2026-03-02 14:12', 'omar'))).toBe('no-shift');
    expect(await told.factsOf('ShiftTaken')).toHaveLength(1);
  });

  it('is neither offered by another nor taken by whoever offered it, the other party or another team', async () => {
    const told = await acceptedByOmar();
    expect(await refused(told, ...offersShift('2026-03-02 14:00', 'grace'))).toBe('not-holder');
    await given(told, offersShift('2026-03-02 14:00', 'omar'));
    expect(await refused(told, ...takesShift('2026-03-02 14:01', 'omar'))).toBe('not-in-team');
    expect(await refused(told, ...takesShift('2026-03-02 14:01', 'ana'))).toBe('not-a-participant');
    expect(await refused(told, ...takesShift('2026-03-02 14:01', 'li'))).toBe('not-in-team');
    expect(await refused(told, ...takesShift('2026-03-02 14:01', 'grace', true, 's2'))).toBe('no-shift');
  });

  it('takes what is urgent by a press of its own only', async () => {
    expect(await refused(await handedOver(), ...takesShift('2026-03-02 14:01', 'grace', false))).toBe('own-press');
    const told = await given(await handedOver(p3()), takesShift('2026-03-02 14:01', 'grace', false));
    expect(await told.holder()).toBe('msp/northwind-noc/grace');
  });

  it('says what is next, by a time ahead, and no later than was promised', async () => {
    const told = await acceptedByOmar();
    const wrong = (more: object) => refused(told, ...offersShift('2026-03-02 14:00', 'omar', more));
    expect(await wrong({ nextAction: ' - ' })).toBe('text-missing');
    expect(await wrong({ deadline: instant('2026-03-02 13:59') })).toBe('deadline-past');
    expect(await wrong({ deadline: instant('2026-03-02 17:00') })).toBe('deadline-too-late');
    expect(await wrong({ deadline: instant('2026-03-02 16:00') })).toBeUndefined();
  });

  it('may set another time once the promised one was missed, and is warned of that anew', async () => {
    const late = { deadline: instant('2026-03-02 16:55') };
    const told = await given(
      await acceptedByOmar(story({}, { terms: async () => warnedTerms() })),
      offersShift('2026-03-02 16:30', 'omar', late),
      takesShift('2026-03-02 16:40', 'grace'),
      ticks('2026-03-02 16:58'),
    );
    const missed = (await told.factsOf('Breached')).filter(
      ({ data }) => (data as { kind: string }).kind === 'next-action',
    );
    expect(missed.map(({ at }) => at)).toEqual([instant('2026-03-02 16:00') + 1, instant('2026-03-02 16:55') + 1]);
  });

  it('leaves out what the next one does not take: it stays where it was', async () => {
    const told = await given(await handedOver(), leavesOut('2026-03-02 14:10', 'grace'), ticks('2026-03-02 18:00'));
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
    expect(await told.types()).not.toContain('ShiftUntaken');
    expect(await refused(told, ...takesShift('2026-03-02 18:01', 'grace'))).toBe('no-shift');
  });

  it('that nobody takes in time is told to whoever offered it and the lead, once, and may still be taken', async () => {
    const told = await given(await handedOver(), ticks('2026-03-02 14:40'), ticks('2026-03-02 15:00'));
    expect(await told.factsOf('ShiftUntaken')).toMatchObject([
      { at: instant('2026-03-02 14:30'), data: { tell: ['omar', 'grace'] } },
    ]);
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
    await given(told, takesShift('2026-03-02 15:10', 'grace'));
    expect(await told.holder()).toBe('msp/northwind-noc/grace');
  });

  it('that nobody takes is told on one of its tickets, and on none of the others', async () => {
    const other = await handedOver(story({}, { tellsOf: () => Promise.resolve(false) }));
    await given(other, ticks('2026-03-02 14:40'));
    expect(await other.factsOf('ShiftUntaken')).toMatchObject([{ data: { tell: [], isToldElsewhere: true } }]);
  });

  it('is over when the ticket is resolved or lies with somebody else', async () => {
    const done = await given(await handedOver(), resolves('2026-03-02 14:05', 'omar'), ticks('2026-03-02 18:00'));
    expect(await refused(done, ...takesShift('2026-03-02 14:06', 'grace'))).toBe('no-shift');
    const passed = await given(await handedOver(), moves('2026-03-02 14:05', 'omar', noc, 'grace'));
    expect((await passed.open()).shift).toBeUndefined();
  });

  it('keeps an offer to the other party open', async () => {
    const told = await given(
      await heldByAna(),
      offersShift('2026-03-02 09:50', 'ana'),
      offers('2026-03-02 10:00', 'ana'),
    );
    expect((await told.open()).status).toBe('offered');
    expect((await told.open()).shift?.by).toBe('ana');
  });

  it('is nobody’s who has left: their team has it', async () => {
    const told = await handedOver();
    const left = { ...storyDirectory, people: people({ omar: { active: false } }).people };
    await given({ ...told, happens: story({}, { ...told.ports, directory: left }).happens }, ticks('2026-03-02 14:05'));
    expect(await told.holder()).toBe('msp/northwind-noc/-');
  });
});
