import {
  accepts,
  acceptedByOmar,
  declines,
  desk,
  given,
  heldByAna,
  instant,
  moves,
  offeredByAna,
  offers,
  people,
  resolves,
  returns,
  story,
  takes,
  type Step,
  type Story,
} from '../support/story';

const refusedTwice = async (told?: Story) =>
  given(
    await offeredByAna(told),
    declines('2026-03-02 10:10', 'omar'),
    offers('2026-03-02 10:20', 'ana'),
    returns('2026-03-02 10:30', 'omar'),
  );
/** The desk follows: its own fields are emptied as custody is. */
const followed = moves('2026-03-02 10:30:02', undefined, desk, undefined, { rule: 'baton' });
const decides = (at: string, who: string, party: 'msp' | 'client'): Step => [
  at,
  who,
  { type: 'DecideStalemate', party },
];

describe('a stalemate', () => {
  it('is the second refusal across the same boundary', async () => {
    const told = await refusedTwice();
    expect((await told.types()).slice(-2)).toEqual(['HandoffReturned', 'StalemateReached']);
  });

  it('leaves the ticket with the cell’s default holder and the decision with the tie-break owner', async () => {
    const told = await refusedTwice();
    expect(await told.holder()).toBe('client/contoso-desk/-');
    expect(await told.owed('2026-03-02 10:31')).toContainEqual(
      expect.objectContaining({ kind: 'decide', party: 'client', person: 'carla', dueAt: instant('2026-03-02 11:30') }),
    );
  });

  it('is due in the hours of the party that owes the decision', async () => {
    const told = await given(
      await acceptedByOmar(),
      offers('2026-03-02 07:10', 'omar', { team: 'contoso-desk' }),
      declines('2026-03-02 16:58', 'ana'),
      offers('2026-03-02 16:59', 'omar', { team: 'contoso-desk', deadline: instant('2026-03-03 12:00') }),
      declines('2026-03-02 17:00', 'ana'),
    );
    expect(await told.holder()).toBe('msp/northwind-noc/-');
    const [decide] = (await told.owed('2026-03-02 17:01')).filter(owed => owed.kind === 'decide');
    // Carla owes it, in Contoso's hours until 17:30; Northwind closed at 17:00.
    expect(decide).toMatchObject({ party: 'client', dueAt: instant('2026-03-03 09:30') });
  });

  it('starts afresh after an acceptance across the boundary', async () => {
    const told = await given(
      await offeredByAna(),
      declines('2026-03-02 10:10', 'omar'),
      offers('2026-03-02 10:20', 'ana'),
      accepts('2026-03-02 10:25', 'omar'),
      returns('2026-03-02 10:30', 'omar'),
      accepts('2026-03-02 10:35', 'ana'),
      offers('2026-03-02 10:40', 'ana'),
      declines('2026-03-02 10:45', 'omar'),
    );
    expect((await told.open()).status).toBe('held');
  });

  it('does not count refusals across the other boundary', async () => {
    const told = await given(
      await heldByAna(),
      offers('2026-03-02 10:00', 'ana'),
      declines('2026-03-02 10:05', 'omar'),
      offers('2026-03-02 10:10', 'ana'),
      accepts('2026-03-02 10:12', 'omar'),
      returns('2026-03-02 10:20', 'omar'),
      declines('2026-03-02 10:25', 'ana'),
    );
    expect((await told.open()).status).toBe('held');
  });

  it('takes no further offer until it is decided', async () => {
    const told = await refusedTwice();
    const { refusal } = await told.happens(...offers('2026-03-02 10:40', 'ana'));
    expect(refusal).toMatchObject({
      code: 'not-the-decider',
      sentence: 'Carla Mendes has to decide who has it first.',
    });
    expect((await told.open()).status).toBe('stalemate');
  });

  it('may be worked on and resolved all the same', async () => {
    const told = await given(await refusedTwice(), followed, takes('2026-03-02 10:40', 'ana', desk));
    expect(await told.open()).toMatchObject({ status: 'stalemate' });
    expect(await told.holder()).toBe('client/contoso-desk/ana');
    await given(told, resolves('2026-03-02 10:50', 'ana'));
    expect((await told.open()).status).toBe('resolved');
  });
});

describe('the decision', () => {
  it('gives the ticket to the party it names, at that party’s first team', async () => {
    const told = await given(await refusedTwice(), decides('2026-03-02 11:00', 'carla', 'msp'));
    expect((await told.open()).status).toBe('held');
    expect(await told.holder()).toBe('msp/northwind-noc/-');
  });

  it('for the party that has it leaves it where it is', async () => {
    const told = await given(
      await refusedTwice(),
      followed,
      takes('2026-03-02 10:40', 'ana', desk),
      decides('2026-03-02 11:00', 'carla', 'client'),
    );
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it.each(['omar', 'ana', 'grace', 'zoe'])('is not for %s', async who => {
    const told = await refusedTwice();
    const { refusal } = await told.happens(...decides('2026-03-02 11:00', who, 'msp'));
    expect(refusal).toMatchObject({ code: 'not-the-decider', sentence: 'Carla Mendes owes this decision.' });
    expect((await told.open()).status).toBe('stalemate');
  });

  it('falls to a lead when the tie-break owner has left', async () => {
    const told = await refusedTwice(story({}, { directory: people({ carla: { active: false } }) }));
    await given(told, decides('2026-03-02 11:00', 'grace', 'msp'));
    expect((await told.open()).status).toBe('held');
  });

  it('is refused where none is owed', async () => {
    const told = await heldByAna();
    expect((await told.happens(...decides('2026-03-02 11:00', 'carla', 'msp'))).refusal?.code).toBe('no-offer');
  });

  it('clears the count: the next refusal is a first one', async () => {
    const told = await given(
      await refusedTwice(),
      decides('2026-03-02 11:00', 'carla', 'client'),
      offers('2026-03-02 11:10', 'ana'),
      declines('2026-03-02 11:20', 'omar'),
    );
    expect((await told.open()).status).toBe('held');
  });
});
