import type { Crossing } from '../../shared/src/agreement';
import type { Ports } from '../../shared/src/ledger';
import { storyTerms } from '../support/agreement';
import {
  accepts,
  acceptsAsItIs,
  crossing,
  desk,
  given,
  heldByAna,
  infra,
  instant,
  moves,
  network,
  noc,
  notes,
  offers,
  opens,
  people,
  replies,
  reopens,
  resolves,
  returns,
  settles,
  story,
  storyWith,
  takes,
  takesBack,
  ticks,
  withdraws,
  type Story,
} from '../support/story';

const SENT = '2026-03-02 10:00';

/** Ana sends what she holds to Northwind’s NOC without a handoff. */
const sentByAna = async (told?: Story): Promise<Story> => given(await heldByAna(told), moves(SENT, 'ana', noc));

const withMode = (mode: 'observe' | 'pilot' | 'enforce', more: Partial<Ports> = {}): Story =>
  story({}, { terms: async () => crossing('client>msp', { mode })(storyTerms()), ...more });

const last = async (told: Story): Promise<string | undefined> => (await told.types()).at(-1);

describe('a move without a handoff', () => {
  it('is a fact at once, by whoever moved it; custody stays with the giver', async () => {
    const told = await sentByAna();
    const [moved] = await told.factsOf('UnbatonedTransfer');
    expect(moved).toMatchObject({ by: { person: 'ana' }, data: { to: noc, accountable: 'client' } });
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it.each([
    ['an agent of the receiver', 'dana', 'msp'],
    ['somebody the agreement does not know', undefined, 'client'],
  ])('by %s is answered for by %s’s party, else by the last custodian', async (_, who, accountable) => {
    const told = await given(await heldByAna(), moves(SENT, who, noc));
    expect((await told.factsOf('UnbatonedTransfer'))[0]).toMatchObject({ data: { accountable } });
  });

  it('is time that nobody uses, and for which the mover’s party answers', async () => {
    const told = await given(await heldByAna(), moves(SENT, 'dana', noc));
    expect((await told.waterfall('2026-03-02 10:30')).at(-1)).toMatchObject({
      usedBy: 'nobody',
      accountable: 'msp',
      as: 'un-batoned',
      ms: 30 * 60_000,
    });
  });

  it('goes on inside the party it went to: still one', async () => {
    const told = await given(await sentByAna(), moves('2026-03-02 10:05', 'omar', network));
    expect(await told.factsOf('UnbatonedTransfer')).toHaveLength(1);
    expect(await last(told)).toBe('TransferFollowed');
    expect((await told.open()).transfers).toMatchObject([{ to: network }]);
  });

  it('says between which instants it happened where nothing told of it', async () => {
    const told = await given(await heldByAna(), [
      SENT,
      undefined,
      { type: 'TicketMoved', to: noc, notBefore: instant('2026-03-02 09:05') },
    ]);
    expect((await told.factsOf('UnbatonedTransfer'))[0]).toMatchObject({
      at: instant(SENT),
      data: { notBefore: instant('2026-03-02 09:05') },
    });
  });

  it('of a resolved ticket is kept, and owed once it is reopened', async () => {
    const told = await given(
      await heldByAna(),
      resolves('2026-03-02 09:40', 'ana'),
      moves(SENT, 'ana', noc),
      reopens('2026-03-02 10:10', 'ana'),
    );
    expect((await told.open()).transfers).toMatchObject([{ to: noc }]);
    expect((await told.open()).transfers[0]?.until).toBeUndefined();
  });

  it('that is learned after the party had accepted is told at its instant and owes nothing', async () => {
    const told = await given(
      await heldByAna(),
      offers('2026-03-02 10:10', 'ana'),
      accepts('2026-03-02 10:20', 'omar'),
      moves(SENT, 'ana', network, undefined, { learned: '2026-03-02T10:30Z' }),
    );
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
    expect((await told.open()).transfers).toMatchObject([{ ended: 'overtaken', until: instant('2026-03-02 10:10') }]);
  });
});

describe('corrected', () => {
  it('by the same person within two minutes, it counts nowhere', async () => {
    const told = await given(await sentByAna(), moves('2026-03-02 10:02', 'ana', desk, 'ana'));
    expect(await last(told)).toBe('TransferCorrected');
    expect((await told.open()).transfers).toMatchObject([{ ended: 'corrected' }]);
    expect((await told.waterfall('2026-03-02 10:30')).map(({ is }) => is)).not.toContain('un-batoned');
    expect((await told.waterfall('2026-03-02 10:30')).at(-1)).toMatchObject({ as: 'in hand' });
  });

  it('into another team of the giver by a dispatcher it is undone, and a pass as well', async () => {
    const told = await given(await sentByAna(), moves('2026-03-02 10:01', 'carla', infra, 'bruno'));
    expect((await told.types()).slice(-2)).toEqual(['TransferUndone', 'Passed']);
    expect(await told.holder()).toBe('client/contoso-infra/bruno');
  });

  it.each([
    ['later', '2026-03-02 10:02:01', 'ana'],
    ['by somebody else', '2026-03-02 10:01', 'carla'],
  ])('%s, the minutes stay un-batoned', async (_, at, who) => {
    const told = await given(await sentByAna(), moves(at, who, desk, 'ana'));
    expect(await last(told)).toBe('TransferUndone');
    expect((await told.open()).transfers).toMatchObject([{ ended: 'moved back', until: instant(at) }]);
  });
});

describe('the end by first work', () => {
  it('of somebody who takes it: custody follows, deemed', async () => {
    const told = await given(await sentByAna(), takes('2026-03-02 10:05', 'omar', noc));
    const [followed] = await told.factsOf('CustodyFollowed');
    expect(followed).toMatchObject({ by: { person: 'omar', assurance: 'deemed' }, data: { how: 'claimed' } });
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });

  it.each([
    ['a public reply', replies('2026-03-02 10:05', 'omar'), 'replied'],
    ['resolving it', resolves('2026-03-02 10:05', 'omar'), 'resolved'],
  ])('of somebody by %s', async (_, work, how) => {
    const told = await given(await sentByAna(), work);
    expect((await told.factsOf('CustodyFollowed'))[0]).toMatchObject({ data: { how, to: { person: 'omar' } } });
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });

  it('is none by a note, by being assigned, or by the giver’s own work', async () => {
    const told = await given(
      await sentByAna(),
      notes('2026-03-02 10:03', 'omar'),
      moves('2026-03-02 10:04', 'grace', noc, 'omar'),
      replies('2026-03-02 10:05', 'ana'),
    );
    expect(await told.factsOf('CustodyFollowed')).toEqual([]);
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('comes two minutes later for whoever moved it to themself, who may have been mistaken', async () => {
    const told = await given(await heldByAna(), takes(SENT, 'omar', noc), settles('2026-03-02 10:01'));
    expect(await told.holder()).toBe('client/contoso-desk/ana');
    await given(told, settles('2026-03-02 10:02'));
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });

  it('is the same where the agreement only observes', async () => {
    const told = await given(await sentByAna(withMode('observe')), takes('2026-03-02 10:05', 'omar', noc));
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });
});

describe('completing the handoff', () => {
  it('offers it with its packet from then on; the receiver still has to accept', async () => {
    const told = await given(await sentByAna(), offers('2026-03-02 10:10', 'ana'));
    expect((await told.factsOf('HandoffOffered'))[0]).toMatchObject({ data: { completes: 't1' } });
    expect((await told.open()).status).toBe('offered');
    expect((await told.open()).transfers).toMatchObject([{ ended: 'completed', until: instant('2026-03-02 10:10') }]);
    await given(told, accepts('2026-03-02 10:15', 'omar'));
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });

  it('is for the giver, not for the receiver', async () => {
    const told = await sentByAna();
    const { refusal } = await told.happens(...offers('2026-03-02 10:10', 'omar'));
    expect(refusal?.code).toBe('not-holder');
  });

  it('brings the desk’s fields back when the offer is withdrawn after all', async () => {
    const told = await given(await sentByAna(), offers('2026-03-02 10:10', 'ana'));
    const { notices } = await told.happens(...withdraws('2026-03-02 10:12', 'ana'));
    expect(notices).toMatchObject([{ is: 'assign', to: { ...desk, person: 'ana' } }]);
  });
});

describe('accepting it as it is', () => {
  it('moves custody to whoever does, for a reason', async () => {
    const told = await sentByAna();
    const { notices } = await told.happens(...acceptsAsItIs('2026-03-02 10:10', 'omar', 'clear'));
    expect((await told.factsOf('AcceptedAsItIs'))[0]).toMatchObject({
      data: { reason: 'clear', to: { ...noc, person: 'omar' } },
    });
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
    expect(notices.map(({ is }) => is)).toEqual(['assign', 'note']);
  });

  it('is for the receiver, not for the giver', async () => {
    const told = await sentByAna();
    const { refusal } = await told.happens(...acceptsAsItIs('2026-03-02 10:10', 'carla'));
    expect(refusal).toMatchObject({ code: 'wrong-party', remedy: 'Complete the handoff, or take it back.' });
  });

  it('counts although the claim of the same person was heard of a moment before', async () => {
    const told = await given(
      await sentByAna(),
      takes('2026-03-02 10:10', 'omar', noc),
      acceptsAsItIs('2026-03-02 10:10:02', 'omar'),
    );
    expect(await last(told)).toBe('AcceptedAsItIs');
    expect((await told.open()).transfers).toMatchObject([{ ended: 'accepted as it is' }]);
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });

  it('is disputed where another had just written the claimed name on the desk', async () => {
    const told = await given(
      await sentByAna(),
      moves('2026-03-02 10:10', 'ana', noc, 'omar'),
      ['2026-03-02 10:10:05', 'omar', { type: 'AcceptAsItIs', reason: 'urgent' }, { assurance: 'claimed' }],
      ticks('2026-03-02 10:11'),
    );
    expect((await told.factsOf('IdentityDisputed'))[0]).toMatchObject({ data: { claimed: 'omar', actor: 'ana' } });
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('finds nothing once somebody else was faster', async () => {
    const told = await given(await sentByAna(), takesBack('2026-03-02 10:09', 'ana'));
    const { refusal } = await told.happens(...acceptsAsItIs('2026-03-02 10:10', 'omar'));
    expect(refusal?.code).toBe('no-transfer');
  });

  it('is about the move that was seen, not about a later one', async () => {
    const told = await given(
      await sentByAna(),
      takesBack('2026-03-02 10:05', 'ana'),
      moves('2026-03-02 10:06', undefined, desk, 'ana', { rule: 'baton' }),
      moves('2026-03-02 10:20', 'ana', noc),
    );
    const press = { type: 'AcceptAsItIs', reason: 'urgent', transfer: 't1' } as const;
    expect((await told.happens('2026-03-02 10:21', 'omar', press)).refusal?.code).toBe('no-transfer');
  });
});

describe('taking it back', () => {
  it('leaves custody with the giver, says why, and brings the desk’s fields back', async () => {
    const told = await sentByAna();
    const { notices } = await told.happens(...takesBack('2026-03-02 10:10', 'carla'));
    expect(await last(told)).toBe('TransferTakenBack');
    expect(await told.holder()).toBe('client/contoso-desk/ana');
    expect(notices).toMatchObject([{ is: 'assign', to: { ...desk, person: 'ana' } }]);
    expect((await told.open()).transfers).toMatchObject([{ ended: 'taken back' }]);
  });

  it('needs a reason', async () => {
    const told = await sentByAna();
    const { refusal } = await told.happens(...takesBack('2026-03-02 10:10', 'ana', ' n/a '));
    expect(refusal).toMatchObject({ code: 'text-missing', fields: { why: 'Say why in one sentence.' } });
  });

  it('is for the giver, not for the receiver, who returns it with guidance', async () => {
    const told = await sentByAna();
    expect((await told.happens(...takesBack('2026-03-02 10:10', 'omar'))).refusal?.code).toBe('wrong-party');
    const { notices } = await told.happens(...returns('2026-03-02 10:11', 'omar'));
    expect((await told.factsOf('TransferReturned'))[0]).toMatchObject({ data: { how: 'guidance' } });
    expect(notices).toMatchObject([{ is: 'assign', to: { ...desk, person: 'ana' } }]);
  });
});

describe('given back by Baton itself', () => {
  it('two minutes later where the agreement enforces, and never before', async () => {
    const told = await given(await sentByAna(), settles('2026-03-02 10:01:59'));
    expect(await last(told)).toBe('UnbatonedTransfer');
    const { notices } = await told.happens(...settles('2026-03-02 10:02'));
    expect((await told.factsOf('TransferReturned'))[0]).toMatchObject({
      by: { rule: 'baton' },
      data: { how: 'automatic' },
    });
    expect(notices).toMatchObject([{ is: 'assign', to: { ...desk, person: 'ana' } }]);
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('once per ticket: the second time it stays and the packet is owed', async () => {
    const told = await given(
      await sentByAna(),
      settles('2026-03-02 10:03'),
      moves('2026-03-02 10:03', undefined, desk, 'ana', { rule: 'baton' }),
      moves('2026-03-02 10:20', 'ana', noc),
      settles('2026-03-02 10:30'),
    );
    expect((await told.factsOf('PacketOwed'))[0]).toMatchObject({ data: { stays: 'returned before' } });
  });

  const always = crossing('client>msp' as Crossing, {});
  it.each([
    ['observe', () => withMode('observe'), []],
    ['pilot', () => withMode('pilot'), []],
    ['priority 1', () => storyWith(always, { priority: 1 }), []],
    ['worked on', () => story(), [notes('2026-03-02 10:01', 'omar')]],
    [
      'nobody on duty',
      () => story({}, { directory: people({ ana: { active: false }, bruno: { active: false } }) }),
      [],
    ],
  ])('never where: %s', async (stays, begin, meanwhile) => {
    const told = await given(await sentByAna(begin()), ...meanwhile, settles('2026-03-02 10:03'));
    expect((await told.factsOf('PacketOwed'))[0]).toMatchObject({ data: { stays } });
    expect(await told.factsOf('TransferReturned')).toEqual([]);
  });

  it('never while the giver is outside their hours', async () => {
    const told = await given(await heldByAna(), moves('2026-03-02 22:00', 'ana', noc), settles('2026-03-02 22:03'));
    expect((await told.factsOf('PacketOwed'))[0]).toMatchObject({ data: { stays: 'giver closed' } });
  });

  it('never one of five moved by one person: both leads are asked once, on the first', async () => {
    const told = await sentByAna();
    const { notices } = await told.happens(...settles('2026-03-02 10:03', 5, true));
    expect((await told.factsOf('PacketOwed'))[0]).toMatchObject({
      data: { stays: 'mass move', alike: 5, isAsked: true },
    });
    expect(notices).toMatchObject([{ is: 'ask leads', moves: 5 }]);
    const other = await sentByAna();
    expect((await other.happens(...settles('2026-03-02 10:03', 5, false))).notices).toEqual([]);
  });

  it('is looked at once only', async () => {
    const told = await given(
      await sentByAna(withMode('pilot')),
      settles('2026-03-02 10:03'),
      settles('2026-03-02 10:13'),
    );
    expect(await told.factsOf('PacketOwed')).toHaveLength(1);
  });
});

it('routing before anybody took it needs no packet, however it came about', async () => {
  const told = await given(
    story(),
    opens('2026-03-02 09:00'),
    moves('2026-03-02 09:01', undefined, noc, undefined, { rule: 'alerts' }),
  );
  expect(await last(told)).toBe('Routed');
  expect((await told.open()).transfers).toEqual([]);
});
