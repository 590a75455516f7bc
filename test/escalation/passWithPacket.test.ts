import {
  acceptsAsItIs,
  accepts,
  desk,
  given,
  heldByAna,
  infra,
  instant,
  moves,
  noc,
  offers,
  replies,
  returns,
  settles,
  storyWith,
  takes,
  takesBack,
  type Story,
} from '../support/story';

const SENT = '2026-03-02 10:00';
const nothingSaid = { diagnosis: '', actions: '', evidence: '' };
const said = { ...nothingSaid, nextAction: 'Look at the array controller' };
const toInfra = { team: 'contoso-infra', packet: said } as const;

const asking = (pass: 'none' | 'short' | 'full'): Story => storyWith(terms => ({ ...terms, pass }));

/** Ana of the service desk moves what she worked on to the infrastructure team, one tier up, saying nothing. */
const sentUp = async (told?: Story): Promise<Story> => given(await heldByAna(told), moves(SENT, 'ana', infra));

const last = async (told: Story): Promise<string | undefined> => (await told.types()).at(-1);

describe('a pass one tier up', () => {
  it('says why and what is next, and needs nobody’s acceptance: the team owes that somebody takes it', async () => {
    const told = await given(await heldByAna(), offers(SENT, 'ana', toInfra));
    expect((await told.factsOf('Passed'))[0]).toMatchObject({
      data: { to: infra, packet: 'short', reason: 'skills', deadline: instant('2026-03-02 16:00') },
    });
    expect(await told.holder()).toBe('client/contoso-infra/-');
    expect(await told.owed(SENT)).toContainEqual(
      expect.objectContaining({ kind: 'acknowledge', party: 'client', team: 'contoso-infra' }),
    );
  });

  it('promises the next action by its deadline, whoever takes it', async () => {
    const told = await given(
      await heldByAna(),
      offers(SENT, 'ana', toInfra),
      takes('2026-03-02 10:10', 'bruno', infra),
    );
    expect(await told.owed('2026-03-02 10:10')).toContainEqual(
      expect.objectContaining({ kind: 'next-action', person: 'bruno', dueAt: instant('2026-03-02 16:00') }),
    );
  });

  it.each([
    ['without the next action', { ...toInfra, packet: { ...said, nextAction: 'n/a' } }, 'packet-incomplete'],
    ['for an unknown reason', { ...toInfra, reason: 'because' }, 'unknown-reason'],
    ['to the team that has it', { ...toInfra, team: 'contoso-desk' }, 'same-team'],
  ])('is refused %s', async (_, more, code) => {
    const told = await heldByAna();
    expect((await told.happens(...offers(SENT, 'ana', more))).refusal?.code).toBe(code);
  });

  it('asks a whole packet where the cell says so', async () => {
    const told = await heldByAna(asking('full'));
    const { refusal } = await told.happens(...offers(SENT, 'ana', toInfra));
    expect(Object.keys(refusal?.fields ?? {})).toEqual(['diagnosis', 'actions', 'evidence']);
  });

  it('keeps what an accepted handoff had promised, so that it can still go back', async () => {
    const told = await given(
      await heldByAna(),
      offers(SENT, 'ana'),
      accepts('2026-03-02 10:12', 'omar'),
      offers('2026-03-02 10:30', 'omar', { ...toInfra, team: 'northwind-network' }),
      takes('2026-03-02 10:40', 'dana', { party: 'msp', team: 'northwind-network' }),
      returns('2026-03-02 11:00', 'dana'),
    );
    expect(await last(told)).toBe('HandoffOffered');
    expect((await told.open()).promised?.handoff).toBe('h1');
    const [offered, passed] = [(await told.factsOf('HandoffOffered'))[0], (await told.factsOf('Passed'))[0]];
    expect((await told.open()).promised?.texts).toEqual({ ...offered?.texts, ...passed?.texts });
  });
});

describe('a move one tier up that says nothing', () => {
  it('is a transfer without a handoff inside the party: custody stays, nobody uses the time', async () => {
    const told = await sentUp();
    expect((await told.factsOf('UnbatonedTransfer'))[0]).toMatchObject({ data: { to: infra, accountable: 'client' } });
    expect(await told.holder()).toBe('client/contoso-desk/ana');
    expect((await told.waterfall('2026-03-02 10:30')).at(-1)).toMatchObject({
      usedBy: 'nobody',
      accountable: 'client',
      as: 'un-batoned',
    });
  });

  it('is none where the cell asks nothing', async () => {
    expect(await last(await sentUp(asking('none')))).toBe('Passed');
  });

  it('is one between teams of a tier too where the cell says so', async () => {
    const told = await given(await heldByAna(asking('short')), offers(SENT, 'ana', toInfra));
    await given(told, takes('2026-03-02 10:10', 'bruno', infra), moves('2026-03-02 11:00', 'bruno', desk));
    expect(await last(told)).toBe('UnbatonedTransfer');
  });

  it('is corrected by taking it back at once', async () => {
    const told = await given(await sentUp(), moves('2026-03-02 10:01', 'ana', desk, 'ana'));
    expect(await last(told)).toBe('TransferCorrected');
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('is completed by the giver with reason and next action', async () => {
    const told = await given(await sentUp(), offers('2026-03-02 10:20', 'ana', toInfra));
    expect((await told.factsOf('Passed'))[0]).toMatchObject({ data: { completes: 't1' } });
    expect((await told.open()).transfers).toMatchObject([{ ended: 'completed' }]);
    expect(await told.holder()).toBe('client/contoso-infra/-');
  });

  it('ends with the first work of the team it went to, deemed', async () => {
    const taken = await given(await sentUp(), takes('2026-03-02 10:20', 'bruno', infra));
    expect(await last(taken)).toBe('CustodyFollowed');
    expect(await taken.holder()).toBe('client/contoso-infra/bruno');
    const answered = await given(await sentUp(), replies('2026-03-02 10:20', 'bruno'));
    expect(await answered.types()).toContain('CustodyFollowed');
  });

  it('does not end with a reply of the team that gave it', async () => {
    const told = await given(await sentUp(), replies('2026-03-02 10:20', 'ana'));
    expect(await told.types()).not.toContain('CustodyFollowed');
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('is accepted as it is, or sent back, by the team it went to alone', async () => {
    const told = await sentUp();
    expect((await told.happens(...acceptsAsItIs('2026-03-02 10:05', 'ana'))).refusal?.code).toBe('wrong-team');
    expect((await told.happens(...returns('2026-03-02 10:05', 'ana'))).refusal?.code).toBe('wrong-team');
    await given(told, acceptsAsItIs('2026-03-02 10:06', 'bruno'));
    expect(await told.holder()).toBe('client/contoso-infra/bruno');
    const sent = await given(await sentUp(), returns('2026-03-02 10:06', 'bruno'));
    expect((await sent.open()).transfers).toMatchObject([{ ended: 'returned' }]);
  });

  it('is taken back by the giver', async () => {
    const told = await given(await sentUp(), takesBack('2026-03-02 10:06', 'ana'));
    expect((await told.open()).transfers).toMatchObject([{ ended: 'taken back' }]);
  });

  it('is given back by itself only where nothing speaks against it, once', async () => {
    const told = await given(await sentUp(), settles('2026-03-02 10:03'));
    expect((await told.factsOf('TransferReturned'))[0]).toMatchObject({ data: { how: 'automatic' } });
  });

  it('is left behind by an offer to the other party, and by a move across the boundary', async () => {
    const offered = await given(await sentUp(), offers('2026-03-02 10:20', 'ana'));
    expect((await offered.factsOf('HandoffOffered'))[0]?.data).not.toHaveProperty('completes');
    expect((await offered.open()).transfers).toMatchObject([{ ended: 'overtaken' }]);
    const moved = await given(await sentUp(), moves('2026-03-02 10:20', 'bruno', noc));
    expect((await moved.open()).transfers).toMatchObject([{ ended: 'overtaken' }, { to: noc }]);
  });
});
