import { causesOfBreach } from '../../shared/src/escalation';
import {
  accepts,
  acceptedByOmar,
  desk,
  given,
  heldByAna,
  infra,
  instant,
  moves,
  network,
  offers,
  replies,
  reopens,
  resolves,
  story,
  storyWith,
  people,
  takes,
  ticks,
  type Story,
} from '../support/story';
import { answersAsk, asks, chases, until, withdrawsAsk } from '../support/asks';

const minutes = (count: number): number => count * 60_000;

/** What is owed on Asks, as `kind party/team/person by`. */
const owedOnAsks = async (told: Story, at: string): Promise<string[]> =>
  (await told.owed(at))
    .filter(({ kind }) => kind === 'answer' || kind === 'chase')
    .map(({ kind, name, party, team, person, dueAt }) => {
      const who = [party, team ?? '-', person ?? '-'].join('/');
      return `${name}: ${kind} ${who} ${new Date(dueAt).toISOString().slice(5, 16)}`;
    });

const used = async (told: Story, at: string): Promise<string[]> =>
  (await told.waterfall(at)).map(stretch =>
    stretch.is === 'running'
      ? `${stretch.as}: ${stretch.usedBy}, ${stretch.accountable} answers, ${stretch.ms / 60_000} min`
      : `waiting for ${stretch.waitedFor}, ${stretch.ms / 60_000} min`,
  );

const refusal = async (told: Story, step: ReturnType<typeof asks>) => (await told.happens(...step)).refusal;

describe('an Ask', () => {
  it('leaves custody where it is, and whoever is asked owes the answer in their own hours', async () => {
    const told = await given(await heldByAna(), asks('2026-03-02 15:00', 'ana'));
    expect(await told.holder()).toBe('client/contoso-desk/ana');
    // Northwind closes at 17:00 UTC: two of the four hours are left for the next morning from 07:00.
    expect(await owedOnAsks(told, '2026-03-02 15:01')).toEqual(['a1: answer msp/northwind-network/- 03-03T09:00']);
  });

  it('is over once somebody who was asked has answered, and only then', async () => {
    const told = await given(await heldByAna(), asks('2026-03-02 09:30', 'ana'));
    expect((await refusal(told, answersAsk('2026-03-02 09:40', 'omar')))?.code).toBe('not-asked');
    expect((await refusal(told, answersAsk('2026-03-02 09:41', 'bruno')))?.code).toBe('not-asked');
    expect((await refusal(told, answersAsk('2026-03-02 09:42', 'li', 'a1', ' n/a ')))?.code).toBe('text-missing');
    await given(told, answersAsk('2026-03-02 10:00', 'li'));
    expect(await owedOnAsks(told, '2026-03-02 10:01')).toEqual([]);
    const again = await refusal(told, answersAsk('2026-03-02 10:02', 'dana'));
    expect(again).toMatchObject({ code: 'no-ask', sentence: 'It is already answered.' });
  });

  it('can be answered by the lead of the party asked', async () => {
    const told = await given(
      await heldByAna(),
      asks('2026-03-02 09:30', 'ana', { of: { party: 'msp', person: 'omar' } }),
      answersAsk('2026-03-02 09:40', 'grace'),
    );
    expect(await told.factsOf('AskAnswered')).toHaveLength(1);
  });

  it('may be of one’s own party, of a whole party, and of several at once', async () => {
    const told = await given(
      await heldByAna(),
      asks('2026-03-02 09:30', 'ana', { of: { party: 'client', team: 'contoso-infra' } }),
      asks('2026-03-02 09:31', 'ana', { of: { party: 'msp' }, kind: 'approval' }),
      answersAsk('2026-03-02 09:40', 'omar', 'a2', 'Approved'),
    );
    expect(await owedOnAsks(told, '2026-03-02 09:41')).toEqual(['a1: answer client/contoso-infra/- 03-02T13:30']);
  });

  it('gives whoever is asked the agreement’s time at least, and more if the asker likes', async () => {
    const told = await heldByAna();
    const soon = await refusal(told, asks('2026-03-02 09:30', 'ana', until('2026-03-02 10:00')));
    expect(soon).toMatchObject({ code: 'deadline-too-soon', fields: { deadline: expect.any(String) } });
    await given(told, asks('2026-03-02 09:30', 'ana', until('2026-03-04 10:00')));
    expect(await owedOnAsks(told, '2026-03-02 09:31')).toEqual(['a1: answer msp/northwind-network/- 03-04T10:00']);
  });

  it.each([
    ['by the other party', asks('2026-03-02 09:30', 'omar'), 'not-holder'],
    ['of a team the agreement does not know', asks('2026-03-02 09:30', 'ana', { of: { party: 'msp', team: 'x' } })],
    ['of a team of another party', asks('2026-03-02 09:30', 'ana', { of: { party: 'msp', team: 'contoso-infra' } })],
    ['of oneself', asks('2026-03-02 09:30', 'ana', { of: { party: 'client', person: 'ana' } })],
    ['that says nothing', asks('2026-03-02 09:30', 'ana', { question: ' - ' }), 'text-missing'],
    ['about a child that is not named', asks('2026-03-02 09:30', 'ana', { kind: 'child' }), 'text-missing'],
  ])('%s is refused', async (_, step, code = 'not-askable') => {
    expect((await refusal(await heldByAna(), step))?.code).toBe(code);
  });

  it('of a party that works elsewhere is answered by whoever records it, and shown as attested', async () => {
    const directory = people({});
    const msp = { ...directory.parties.msp, worksAt: 'off desk' as const };
    const told = await given(
      await heldByAna(story({}, { directory: { ...directory, parties: { ...directory.parties, msp } } })),
      asks('2026-03-02 09:30', 'ana'),
      answersAsk('2026-03-02 09:50', 'ana', 'a1', 'By phone, Li Wei: VLAN 42'),
    );
    expect(await told.factsOf('AskAnswered')).toMatchObject([{ by: { person: 'ana', assurance: 'attested' } }]);
  });

  it('is the other party’s only where the giver of a child says which ticket it is', async () => {
    const child = { kind: 'child', reference: 'INC-13' } as const;
    const told = await given(await heldByAna(), asks('2026-03-02 09:30', 'ana', child));
    expect(await told.holder()).toBe('client/contoso-desk/ana');
    expect(await owedOnAsks(told, '2026-03-02 09:31')).toHaveLength(1);
  });
});

describe('a late answer', () => {
  /** Asked at 09:30, due at 13:30. */
  const late = async (): Promise<Story> => given(await heldByAna(), asks('2026-03-02 09:30', 'ana'));

  it('owes the holder a chase, one cadence after it became late and again after each', async () => {
    const told = await given(await late(), ticks('2026-03-02 13:29'));
    expect(await owedOnAsks(told, '2026-03-02 13:29')).toEqual(['a1: answer msp/northwind-network/- 03-02T13:30']);
    expect(await owedOnAsks(told, '2026-03-02 13:30')).toEqual([
      'a1: answer msp/northwind-network/- 03-02T13:30',
      'a1 chase 1: chase client/contoso-desk/ana 03-02T17:30',
    ]);
    await given(told, chases('2026-03-02 16:30', 'carla'));
    expect(await owedOnAsks(told, '2026-03-02 16:31')).toContain(
      'a1 chase 2: chase client/contoso-desk/ana 03-03T12:00',
    );
  });

  it('is chased as often as the cell says', async () => {
    const told = storyWith(terms => ({ ...terms, asks: { stopClock: [], chase: minutes(45) } }));
    await given(await heldByAna(told), asks('2026-03-02 09:30', 'ana'));
    expect(await owedOnAsks(told, '2026-03-02 14:00')).toContain(
      'a1 chase 1: chase client/contoso-desk/ana 03-02T14:15',
    );
  });

  it('is chased by nobody but whoever holds it', async () => {
    expect((await refusal(await late(), chases('2026-03-02 14:00', 'omar')))?.code).toBe('not-holder');
  });
});

describe('the time of a blocking Ask', () => {
  it('is used by whoever is asked, the holder answers for it', async () => {
    const told = await given(await heldByAna(), asks('2026-03-02 09:30', 'ana'), answersAsk('2026-03-02 10:30', 'li'));
    expect(await used(told, '2026-03-02 11:00')).toEqual([
      'unclaimed: client, client answers, 5 min',
      'in hand: client, client answers, 25 min',
      'asked: msp, client answers, 60 min',
      'in hand: client, client answers, 30 min',
    ]);
  });

  it('past its target makes the party asked the cause of a breach', async () => {
    const told = await given(
      await heldByAna(),
      replies('2026-03-02 09:06', 'ana'),
      asks('2026-03-02 09:30', 'ana'),
      answersAsk('2026-03-02 15:00', 'li'),
    );
    expect(await used(told, '2026-03-02 15:00')).toContain('asked past target: msp, client answers, 90 min');
    expect(causesOfBreach(await told.open(), instant('2026-03-03 11:00'))).toContainEqual({
      by: 'msp',
      kind: 'answer',
      overrun: minutes(90),
    });
  });

  it('inside its target is no cause', async () => {
    const told = await given(
      await heldByAna(),
      replies('2026-03-02 09:06', 'ana'),
      asks('2026-03-02 09:30', 'ana'),
      answersAsk('2026-03-02 13:00', 'li'),
    );
    const causes = causesOfBreach(await told.open(), instant('2026-03-03 11:00'));
    expect(causes.map(({ by }) => by)).not.toContain('msp');
  });

  it('that blocks nothing is the holder’s', async () => {
    const told = await given(await heldByAna(), asks('2026-03-02 09:30', 'ana', { isBlocking: false }));
    expect((await used(told, '2026-03-02 10:00')).at(-1)).toBe('in hand: client, client answers, 55 min');
  });

  it('runs on the customer’s clock, unless the cell says that it stands still', async () => {
    const running = await given(await heldByAna(), asks('2026-03-02 09:30', 'ana'));
    expect((await running.clock('2026-03-02 10:30')).remaining).toBe(minutes(390));
    const told = storyWith(terms => ({ ...terms, asks: { stopClock: ['msp'] } }));
    await given(await heldByAna(told), asks('2026-03-02 09:30', 'ana'), answersAsk('2026-03-02 10:30', 'li'));
    expect((await told.clock('2026-03-02 10:30')).remaining).toBe(minutes(450));
    expect(await used(told, '2026-03-02 11:00')).toContain('waiting for msp, 60 min');
  });

  it('stands still no longer than the cell lets anybody be waited for', async () => {
    const holds = { longest: { msp: minutes(45) }, evidence: true };
    const told = storyWith(terms => ({ ...terms, asks: { stopClock: ['msp'] }, holds }));
    await given(await heldByAna(told), asks('2026-03-02 09:30', 'ana'), answersAsk('2026-03-02 10:30', 'li'));
    expect((await told.clock('2026-03-02 10:30')).remaining).toBe(minutes(435));
    expect(await used(told, '2026-03-02 11:00')).toContain('waiting for msp, 45 min');
  });

  it('is nobody’s while nobody has taken the ticket in time', async () => {
    const told = await given(
      await heldByAna(),
      asks('2026-03-02 09:30', 'ana'),
      moves('2026-03-02 10:00', 'ana', desk),
    );
    expect((await used(told, '2026-03-02 11:00')).at(-1)).toBe('unclaimed past target: nobody, client answers, 30 min');
  });
});

describe('an open Ask', () => {
  it('travels with custody: the new holder owes the chase', async () => {
    const told = await given(
      await heldByAna(),
      asks('2026-03-02 09:30', 'ana', { of: { party: 'client', team: 'contoso-infra' } }),
      offers('2026-03-02 10:00', 'ana'),
      accepts('2026-03-02 10:12', 'omar'),
    );
    expect(await owedOnAsks(told, '2026-03-02 14:00')).toEqual([
      'a1: answer client/contoso-infra/- 03-02T13:30',
      'a1 chase 1: chase msp/northwind-noc/omar 03-03T07:30',
    ]);
    expect((await refusal(told, withdrawsAsk('2026-03-02 14:01', 'ana')))?.code).toBe('not-holder');
    await given(told, chases('2026-03-02 14:02', 'omar'), answersAsk('2026-03-02 14:10', 'bruno'));
    expect(await owedOnAsks(told, '2026-03-02 14:11')).toEqual([]);
  });

  it('keeps its deadline when the priority changes', async () => {
    let priority: 1 | 2 = 2;
    const { storyTerms } = await import('../support/agreement');
    const told = await heldByAna(story({}, { terms: async () => storyTerms({ priority }) }));
    await given(told, asks('2026-03-02 09:30', 'ana'));
    priority = 1;
    await given(told, ['2026-03-02 10:00', 'ana', { type: 'TicketReprioritised' }]);
    expect(await told.types()).toContain('TermsReplaced');
    expect(await owedOnAsks(told, '2026-03-02 10:01')).toEqual(['a1: answer msp/northwind-network/- 03-02T13:30']);
  });

  it('is withdrawn when the ticket is resolved, and stays so when it is reopened', async () => {
    const told = await given(
      await acceptedByOmar(),
      asks('2026-03-02 10:30', 'omar', { of: { party: 'client' } }),
      resolves('2026-03-02 11:00', 'omar'),
    );
    expect(await told.factsOf('AskWithdrawn')).toMatchObject([{ data: { ask: 'a1', because: 'resolved' } }]);
    await given(told, reopens('2026-03-02 12:00'));
    expect(await owedOnAsks(told, '2026-03-02 12:01')).toEqual([]);
    const late = await refusal(told, answersAsk('2026-03-02 12:02', 'ana'));
    expect(late?.sentence).toBe('It was resolved meanwhile, so nothing is asked any more.');
    await given(told, asks('2026-03-02 12:10', 'omar', { of: { party: 'client' } }));
    expect(await owedOnAsks(told, '2026-03-02 12:11')).toEqual(['a2: answer client/-/- 03-02T16:10']);
  });

  it('stays open when a colleague takes the ticket, and may be withdrawn by them', async () => {
    const told = await given(
      await heldByAna(),
      asks('2026-03-02 09:30', 'ana'),
      moves('2026-03-02 09:40', 'ana', infra),
      takes('2026-03-02 09:45', 'bruno', infra),
      withdrawsAsk('2026-03-02 09:50', 'bruno'),
    );
    expect(await told.factsOf('AskWithdrawn')).toMatchObject([{ data: { because: 'asker' }, by: { person: 'bruno' } }]);
    expect((await used(told, '2026-03-02 10:00')).at(-1)).toMatch(/^in hand: client/);
  });

  it('counts once, however often the press arrives', async () => {
    const told = await heldByAna();
    const [at, who, what] = asks('2026-03-02 09:30', 'ana');
    await told.happens(at, who, what, { deliveryId: 'act:1' });
    await told.happens(at, who, what, { deliveryId: 'act:1' });
    expect(await told.factsOf('Asked')).toHaveLength(1);
  });

  it('may be made while an offer stands, by whoever still holds it', async () => {
    const told = await given(await heldByAna(), offers('2026-03-02 10:00', 'ana'), asks('2026-03-02 10:05', 'ana'));
    expect((await told.owed('2026-03-02 10:06')).map(({ kind, party }) => `${party} ${kind}`)).toEqual([
      'msp acknowledge',
      'msp answer',
      'client resolve',
    ]);
  });

  it('cannot be made on what is resolved', async () => {
    const told = await given(await acceptedByOmar(), resolves('2026-03-02 11:00', 'omar'));
    expect((await refusal(told, asks('2026-03-02 11:05', 'omar')))?.code).toBe('already-resolved');
  });

  it('of a team of the party that takes the ticket over is theirs to answer still', async () => {
    const told = await given(
      await heldByAna(),
      asks('2026-03-02 09:30', 'ana'),
      offers('2026-03-02 10:00', 'ana', { team: 'northwind-network' }),
      accepts('2026-03-02 10:12', 'li'),
    );
    expect((await used(told, '2026-03-02 10:20')).at(-1)).toMatch(/^asked: msp, msp answers/);
    await given(told, withdrawsAsk('2026-03-02 10:21', 'dana'), moves('2026-03-02 10:22', 'li', network, 'dana'));
    expect(await owedOnAsks(told, '2026-03-02 10:23')).toEqual([]);
  });
});
