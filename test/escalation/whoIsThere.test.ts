import type { Directory } from '../../shared/src/agreement';
import { tellingText } from '../../shared/src/panel';
import { storyDirectory, warnedTerms } from '../support/agreement';
import {
  accepts,
  acceptedByOmar,
  crossing,
  given,
  heldByAna,
  instant,
  moves,
  noc,
  offeredByAna,
  offers,
  people,
  resolves,
  story,
  storyWith,
  takes,
  ticks,
  type Story,
} from '../support/story';

type Team = Directory['teams'][string];

const out = (from: string, until = '2026-03-02 23:00') => ({ out: { from: instant(from), until: instant(until) } });

/** The NOC with another roster. */
const manned = (roster: Partial<Team>): Directory => {
  const { onDuty: _, backup: __, ...team } = storyDirectory.teams['northwind-noc']!;
  return { ...storyDirectory, teams: { ...storyDirectory.teams, 'northwind-noc': { ...team, ...roster } } };
};

const tale = (directory: Directory): Story => story({}, { directory });
const climbed = async (told: Story) =>
  (await told.facts())
    .filter(({ type }) => ['BackupCalled', 'OfferLapsed', 'LadderEnded', 'HandoffAccepted'].includes(type))
    .map(({ type, at, data }) => [type, new Date(at).toISOString().slice(11, 16), data]);

describe('whoever has to answer an offer and is out', () => {
  it('when it is made: the backup is asked at once, in the same time', async () => {
    const told = await offeredByAna(tale(people({ omar: out('2026-03-02 08:00') })));
    expect(await climbed(told)).toEqual([
      ['BackupCalled', '10:00', { handoff: 'h1', away: 'omar', to: { ...noc, person: 'grace' } }],
    ]);
    expect(await told.owed('2026-03-02 10:10')).toMatchObject([
      { person: 'grace', dueAt: instant('2026-03-02 10:30') },
      {},
    ]);
  });

  it('while it waits: the backup is asked from then on, whenever that is noticed', async () => {
    const directory = people({ omar: out('2026-03-02 10:10') });
    const finely = await given(
      await offeredByAna(tale(directory)),
      ticks('2026-03-02 10:11'),
      ticks('2026-03-02 10:20'),
    );
    const late = await given(await offeredByAna(tale(directory)), ticks('2026-03-02 10:25'));
    expect(await climbed(finely)).toMatchObject([['BackupCalled', '10:10', { away: 'omar' }]]);
    expect(await climbed(late)).toEqual(await climbed(finely));
  });

  it('the backup is told', async () => {
    const told = await offeredByAna(tale(people({ omar: out('2026-03-02 10:10') })));
    const { notices } = await told.happens('2026-03-02 10:11', undefined, { type: 'TimePassed' });
    expect(notices).toMatchObject([{ is: 'tell', people: ['grace'] }]);
  });

  it('with a backup who is out too: the offer climbs at once and says why', async () => {
    const { northwind: _, ...away } = { northwind: 1, omar: out('2026-03-02 08:00'), grace: out('2026-03-02 08:00') };
    const told = await offeredByAna(tale(people(away)));
    expect(await climbed(told)).toMatchObject([
      ['OfferLapsed', '10:00', { rung: 1, found: 'nobody', because: 'nobody there' }],
      ['OfferLapsed', '10:00', { rung: 2, found: 'nobody', because: 'nobody there' }],
      ['LadderEnded', '10:00', {}],
    ]);
  });

  it('with a backup who is out too: both leads hear at once that the step was skipped', async () => {
    const away = people({ omar: out('2026-03-02 10:10'), grace: out('2026-03-02 10:10') });
    const { msp } = away.parties;
    const directory = { ...away, parties: { ...away.parties, msp: { ...msp, lead: 'dana' } } };
    const told = await offeredByAna(tale(directory));
    const { notices } = await told.happens('2026-03-02 10:11', undefined, { type: 'TimePassed' });
    expect(notices).toMatchObject([{ is: 'tell', people: ['dana', 'carla'] }]);
  });

  it('is no reason once somebody has accepted', async () => {
    const told = tale(people({ omar: out('2026-03-02 10:20') }));
    await given(await offeredByAna(told), accepts('2026-03-02 10:12', 'omar'), ticks('2026-03-02 10:40'));
    expect(await climbed(told)).toMatchObject([['HandoffAccepted', '10:12', {}]]);
  });

  it('is asked again when back: an hour out is not a day', async () => {
    const told = await offeredByAna(tale(people({ omar: out('2026-03-02 08:00', '2026-03-02 09:59') })));
    expect(await climbed(told)).toEqual([]);
  });

  it('waits for the morning where the team is closed', async () => {
    const told = await given(
      await heldByAna(tale(people({ omar: out('2026-03-06 08:00', '2026-03-07 00:00') }))),
      offers('2026-03-06 20:00', 'ana', { deadline: instant('2026-03-09 12:00') }),
      ticks('2026-03-09 07:10'),
    );
    expect(await climbed(told)).toEqual([]);
  });

  it('does not make a P1 the lead’s own before anybody had the time to answer', async () => {
    const told = story({ priority: 1 }, { directory: people({ omar: out('2026-03-02 08:00') }) });
    await given(await offeredByAna(told), ticks('2026-03-02 10:20'));
    expect(await climbed(told)).toMatchObject([
      ['BackupCalled', '10:00', {}],
      ['HandoffAccepted', '10:15', { how: 'deemed' }],
    ]);
  });
});

describe('an empty step', () => {
  const weekly = [{ person: 'omar', hours: { mon: [['14:00', '18:00']] as [string, string][] } }];

  it('is skipped at once, and says so', async () => {
    const told = await offeredByAna(tale(manned({ weekly })));
    expect(await climbed(told)).toMatchObject([
      ['OfferLapsed', '10:00', { rung: 1, found: 'nobody', because: 'nobody there' }],
      ['OfferLapsed', '10:00', { rung: 2, to: { person: 'grace' }, found: 'somebody', because: 'nobody there' }],
    ]);
  });

  it('whose backup stands by asks them', async () => {
    const told = await offeredByAna(tale(manned({ weekly, backup: 'grace' })));
    expect(await climbed(told)).toMatchObject([['BackupCalled', '10:00', { to: { person: 'grace' } }]]);
  });

  it('is not one where a team has no roster: whoever is there answers', async () => {
    expect(await climbed(await given(await offeredByAna(tale(manned({}))), ticks('2026-03-02 10:29')))).toEqual([]);
  });

  it('does not cost a P1 its deemed acceptance', async () => {
    const told = story({ priority: 1 }, { directory: manned({ weekly: [{ ...weekly[0]!, hours: {} }] }) });
    await given(await offeredByAna(told), ticks('2026-03-02 10:40'));
    expect((await climbed(told)).at(-1)).toMatchObject(['HandoffAccepted', '10:15', { how: 'deemed' }]);
  });
});

describe('nobody answers for thirty working minutes', () => {
  it('the backup is asked, and both leads see why', async () => {
    const told = storyWith(terms => ({ ...terms, warnings: warnedTerms().warnings! }));
    await offeredByAna(told);
    const { notices } = await told.happens('2026-03-02 10:30', undefined, { type: 'TimePassed' });
    expect(notices).toMatchObject([{ is: 'tell', people: expect.arrayContaining(['grace', 'carla']) }]);
    const [telling] = notices;
    const said = telling?.is === 'tell' ? tellingText('jira', storyDirectory, telling) : '';
    expect(said).toContain('Northwind NOC had to take it up by 11:30 today · 10:30 in Lisbon and has not.');
    expect(said).toContain('Nobody answered the handoff in time: Northwind NOC (Grace Kim) has to answer it now.');
  });
});

describe('somebody who has left', () => {
  const left = (who: string, at: string) => people({ [who]: { active: false, leftAt: instant(at) } });

  /** The same story, once the directory says something else. */
  const then = (told: Story, directory: Directory): Story =>
    Object.assign(told, { ports: Object.assign(told.ports, { directory }) });

  it('no longer holds the ticket: it is unclaimed, with the same party, and the lead is told once', async () => {
    const told = then(await acceptedByOmar(), left('omar', '2026-03-02 11:00'));
    const { notices } = await told.happens('2026-03-02 11:20', undefined, { type: 'TimePassed' });
    await given(told, ticks('2026-03-02 11:30'), ticks('2026-03-02 11:40'));
    expect(await told.factsOf('HolderLeft')).toMatchObject([
      { at: instant('2026-03-02 11:00'), data: { person: 'omar', to: noc, tell: ['grace'] } },
    ]);
    expect(await told.holder()).toBe('msp/northwind-noc/-');
    expect(notices.map(({ is }) => is)).toEqual(['assign', 'note', 'tell']);
  });

  it('is noticed with whatever comes next', async () => {
    const told = then(await acceptedByOmar(), left('omar', '2026-03-02 11:00'));
    await told.happens('2026-03-02 11:20', undefined, { type: 'CustomerReplied' });
    expect(await told.holder()).toBe('msp/northwind-noc/-');
  });

  it('for the other party has moved away: it stays with the party that had it', async () => {
    const moved = people({ omar: { party: 'client', teams: ['contoso-desk'] } });
    const told = then(await acceptedByOmar(), moved);
    await given(told, ticks('2026-03-02 11:20'));
    expect(await told.holder()).toBe('msp/northwind-noc/-');
  });

  it('leaves what they offered where it is', async () => {
    const told = then(await offeredByAna(), left('ana', '2026-03-02 10:05'));
    await given(told, ticks('2026-03-02 10:10'), accepts('2026-03-02 10:12', 'omar'));
    expect(await told.types()).toEqual(expect.arrayContaining(['HolderLeft', 'HandoffAccepted']));
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });

  it('loses a ticket that the desk gives them afterwards', async () => {
    const told = then(await acceptedByOmar(), left('omar', '2026-03-02 09:00'));
    await given(told, takes('2026-03-02 10:40', 'grace', noc), moves('2026-03-02 10:50', 'grace', noc, 'omar'));
    expect((await told.factsOf('HolderLeft')).map(({ at }) => at)).toEqual(
      ['2026-03-02 10:12', '2026-03-02 10:50'].map(instant),
    );
  });

  it('keeps what is resolved', async () => {
    const told = await given(await acceptedByOmar(), resolves('2026-03-02 11:00', 'omar'));
    await given(then(told, left('omar', '2026-03-02 11:30')), ticks('2026-03-02 12:00'));
    expect(await told.factsOf('HolderLeft')).toEqual([]);
  });

  it('wins nobody time: the obligation to take it begins anew for the team alone', async () => {
    const told = then(await acceptedByOmar(storyWith(crossing('client>msp', {}))), left('omar', '2026-03-02 11:00'));
    await given(told, ticks('2026-03-02 11:10'));
    expect((await told.owed('2026-03-02 11:10')).map(({ kind }) => kind)).toContain('acknowledge');
  });
});
