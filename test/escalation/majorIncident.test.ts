import {
  acceptedByOmar,
  accepts,
  given,
  heldByAna,
  instant,
  moves,
  network,
  noc,
  offeredByAna,
  offers,
  resolves,
  settles,
  story,
  storyWith,
  infra,
  opens,
  ticks,
  type Step,
} from '../support/story';
import type { Placement } from '../../shared/src/agreement';
import { advance } from '../../shared/src/ledger';
import { people } from '../support/story';
import { storyTerms } from '../support/agreement';

const declares = (at: string, who: string): Step => [at, who, { type: 'DeclareMajor' }];
const flags = (at: string): Step => [at, undefined, { type: 'MajorFlagged' }, { rule: 'major-rule' }];
const unflags = (at: string): Step => [at, undefined, { type: 'MajorUnflagged' }, { rule: 'major-rule' }];
const mitigates = (at: string, who: string): Step => [at, who, { type: 'SayMitigated' }];
const takesCommand = (at: string, who: string): Step => [at, who, { type: 'TakeCommand' }];

/** Ana declares what she holds a major incident at ten; her own lead, Carla, commands it. */
const declared = async (told = story()) => given(await heldByAna(told), declares('2026-03-02 10:00', 'ana'));

it('a major incident has one commander at once: the lead of the party that has it', async () => {
  const told = await declared();
  expect(await told.holder()).toBe('client/contoso-desk/carla');
  expect((await told.open()).custody.at(-1)).toMatchObject({ how: 'command', at: instant('2026-03-02 10:00') });
  const [fact] = await told.factsOf('MajorDeclared');
  expect(fact).toMatchObject({ by: { person: 'ana' }, data: { how: 'press', tell: ['carla', 'grace'] } });
});

it('the person whom the agreement names commands, whichever party has the ticket', async () => {
  const told = story({}, { directory: { ...people({}), commander: 'dana' } });
  expect(await (await declared(told)).holder()).toMatch(/^msp\/.*\/dana$/);
});

it('where no lead works the next one does, and where nobody does custody stays and that is said', async () => {
  const away = { active: false };
  const nobody = await declared(story({}, { directory: people({ carla: away, grace: away }) }));
  expect(await nobody.holder()).toBe('client/contoso-desk/ana');
  expect((await nobody.factsOf('MajorDeclared'))[0]?.data).not.toHaveProperty('commander');
  const next = await declared(story({}, { directory: people({ carla: away }) }));
  expect(await next.holder()).toMatch(/grace$/);
});

it.each([
  ['declared by the desk itself', flags('2026-03-02 10:05'), 'desk'],
  ['declared by the party that does not have it', declares('2026-03-02 10:05', 'omar'), 'press'],
])('an offer ends when it is %s', async (_, step, how) => {
  const told = await given(await offeredByAna(), step);
  expect((await told.types()).slice(-2)).toEqual(['HandoffWithdrawn', 'MajorDeclared']);
  expect((await told.factsOf('HandoffWithdrawn'))[0]?.data).toMatchObject({ because: 'major' });
  expect((await told.factsOf('MajorDeclared'))[0]?.data).toMatchObject({ how });
  const accepted = await told.happens('2026-03-02 10:06', 'omar', { type: 'AcceptHandoff' });
  expect(accepted.refusal?.code).toBe('already-answered');
});

it('declared twice it is declared once, and the desk’s own word is remembered', async () => {
  const told = await given(await declared(), declares('2026-03-02 10:01', 'omar'), flags('2026-03-02 10:02'));
  expect(await told.factsOf('MajorDeclared')).toHaveLength(2);
  expect((await told.open()).custody.filter(({ how }) => how === 'command')).toHaveLength(1);
  await given(told, flags('2026-03-02 10:03'));
  expect(await told.factsOf('MajorDeclared')).toHaveLength(2);
});

it('whoever helps is assigned on the desk without moving custody, and Baton gives nothing back', async () => {
  const told = await given(
    await declared(),
    moves('2026-03-02 10:05', 'ana', network, 'dana'),
    moves('2026-03-02 10:20', 'dana', infra, 'bruno'),
    settles('2026-03-02 10:30'),
  );
  expect(await told.holder()).toBe('client/contoso-desk/carla');
  expect((await told.types()).slice(-2)).toEqual(['MovedUnderCommand', 'MovedUnderCommand']);
  expect((await told.open()).transfers).toEqual([]);
});

it('the clock runs on, and the time is its commander’s', async () => {
  const told = await declared();
  const before = await (await heldByAna()).clock('2026-03-02 10:30');
  expect((await told.clock('2026-03-02 10:30')).remaining).toBe(before.remaining);
});

it('another lead takes command, an agent does not', async () => {
  const told = await given(await declared(), takesCommand('2026-03-02 10:10', 'grace'));
  expect(await told.holder()).toMatch(/^msp\/.*\/grace$/);
  const refused = await told.happens('2026-03-02 10:11', 'omar', { type: 'TakeCommand' });
  expect(refused.refusal?.code).toBe('not-a-commander');
});

it('while it is commanded nobody hands it off, and everybody may resolve it', async () => {
  const told = await declared();
  const [at, who, what] = offers('2026-03-02 10:10', 'carla');
  expect((await told.happens(at, who, what)).refusal).toMatchObject({
    code: 'commanded',
    sentence: expect.stringMatching(/commands it as a major incident/),
  });
  await given(told, resolves('2026-03-02 10:20', 'omar'));
  expect((await told.open()).status).toBe('resolved');
});

describe('once it is mitigated', () => {
  const mitigated = async () => given(await declared(), mitigates('2026-03-02 12:00', 'carla'));

  it('the packet is owed within an hour, with warnings like anything else', async () => {
    const told = await mitigated();
    const owed = (await told.owed('2026-03-02 12:10')).find(({ kind }) => kind === 'packet');
    expect(owed).toMatchObject({ person: 'carla', dueAt: instant('2026-03-02 13:00') });
    const warned = storyWith(terms => ({ ...terms, warnings: [50, 80] }));
    await given(await declared(warned), mitigates('2026-03-02 12:00', 'carla'), ticks('2026-03-02 13:01'));
    expect((await warned.said()).filter(line => line.includes('packet'))).toEqual([
      '03-02 12:30 packet of carla: 50 %, to carla grace',
      '03-02 12:48 packet of carla: 80 %, to carla grace',
      '03-02 13:00 packet of carla: breached, to carla grace',
    ]);
  });

  it('it is given with the next handoff, and once given it is not owed again', async () => {
    const told = await given(
      await mitigated(),
      offers('2026-03-02 12:20', 'carla'),
      accepts('2026-03-02 12:30', 'omar'),
    );
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
    expect((await told.owed('2026-03-02 12:40')).map(({ kind }) => kind)).not.toContain('packet');
  });

  it('inside the party it is owed too, whatever tier it goes to', async () => {
    const told = await given(await mitigated(), moves('2026-03-02 12:10', 'carla', infra));
    expect((await told.types()).at(-1)).toBe('UnbatonedTransfer');
    await given(told, settles('2026-03-02 12:15'));
    expect((await told.factsOf('PacketOwed'))[0]?.data).toMatchObject({ stays: 'major incident' });
  });

  it('is not owed for a ticket that is resolved', async () => {
    const told = await given(await mitigated(), resolves('2026-03-02 12:10', 'carla'));
    expect(await told.owed('2026-03-02 14:00')).toEqual([]);
  });
});

it('the desk takes its word back: that ends the command as mitigation does', async () => {
  const told = await given(await heldByAna(), flags('2026-03-02 10:00'), unflags('2026-03-02 11:00'));
  expect((await told.owed('2026-03-02 11:10')).map(({ kind }) => kind)).toContain('packet');
  await given(told, flags('2026-03-02 11:30'));
  expect((await told.open()).major).toMatchObject({ declaredAt: instant('2026-03-02 11:30'), isFlagged: true });
});

it('a bridge can be recorded, and the newest counts', async () => {
  const told = await given(
    await declared(),
    ['2026-03-02 10:05', 'ana', { type: 'OpenBridge', bridge: 'https://meet.example/1' }],
    ['2026-03-02 10:10', 'omar', { type: 'OpenBridge', bridge: 'https://meet.example/2' }],
  );
  const [, second] = await told.factsOf('BridgeOpened');
  expect((await told.open()).major?.bridge).toBe(second?.texts?.['bridge']);
  const empty = await told.happens('2026-03-02 10:11', 'omar', { type: 'OpenBridge', bridge: '  ' });
  expect(empty.refusal?.code).toBe('text-missing');
});

describe('a cell on the fast track', () => {
  it('makes a ticket a major incident from the start', async () => {
    const told = await given(
      storyWith(terms => ({ ...terms, fastTrack: true })),
      opens('2026-03-02 09:00'),
    );
    expect(await told.types()).toEqual(['EscalationOpened', 'MajorDeclared']);
    expect(await told.holder()).toMatch(/carla$/);
  });

  it('makes it one when its priority is raised into it', async () => {
    let priority: 1 | 2 = 2;
    const told = story(
      {},
      {
        terms: async () => ({ ...storyTerms({ priority }), ...(priority === 1 ? { fastTrack: true as const } : {}) }),
      },
    );
    await acceptedByOmar(told);
    priority = 1;
    await given(told, ['2026-03-02 10:30', 'ana', { type: 'TicketReprioritised' }]);
    expect((await told.types()).slice(-2)).toEqual(['TermsReplaced', 'MajorDeclared']);
    expect(await told.holder()).toMatch(/grace$/);
  });
});

it('a linked ticket goes with it, under the same commander, and once only', async () => {
  const commander = { party: 'msp', team: 'northwind-noc', person: 'grace' } as const;
  const follows: Step = [
    '2026-03-02 10:10',
    undefined,
    { type: 'FollowMajor', of: '99', commander },
    { rule: 'baton' },
  ];
  const told = await given(await heldByAna(), follows, [
    ...follows.slice(0, 3),
    { rule: 'baton', deliveryId: 'x' },
  ] as never);
  expect(await told.holder()).toBe('msp/northwind-noc/grace');
  expect(await told.factsOf('MajorDeclared')).toHaveLength(1);
  expect((await told.open()).major).toMatchObject({ follows: '99' });
});

describe('a ticket that goes with a major incident', () => {
  const grace = { party: 'msp', team: 'northwind-noc', person: 'grace' } as const;
  const follows = (at: string, commander: Placement = grace, of = '99'): Step => [
    at,
    undefined,
    { type: 'FollowMajor', of, commander },
    { rule: 'baton' },
  ];
  const leaves = (at: string, of = '99'): Step => [at, undefined, { type: 'LeaveMajor', of }, { rule: 'baton' }];

  it('is back with whoever had it once that is over, and owes no words for it', async () => {
    const told = await given(await heldByAna(), follows('2026-03-02 10:00'), leaves('2026-03-02 11:00'));
    expect(await told.holder()).toBe('client/contoso-desk/ana');
    expect((await told.owed('2026-03-02 11:05')).map(({ kind }) => kind)).not.toContain('packet');
    await given(told, leaves('2026-03-02 11:10'));
    expect(await told.factsOf('MajorLeft')).toHaveLength(1);
    await given(told, follows('2026-03-02 12:00'));
    expect(await told.holder()).toBe('msp/northwind-noc/grace');
  });

  it('is back with the team where whoever had it has left', async () => {
    const told = await given(await heldByAna(), follows('2026-03-02 10:00'));
    const gone = { ...told.ports, directory: people({ ana: { active: false } }) };
    await advance(gone, told.ticket, [
      {
        ...{ type: 'LeaveMajor', of: '99', deliveryId: 'gone', actor: { rule: 'baton' }, channel: 'test' },
        ...{ at: instant('2026-03-02 11:00'), learned: instant('2026-03-02 11:00'), assurance: 'platform' },
      },
    ]);
    expect(await told.holder()).toBe('client/contoso-desk/-');
  });

  it('has whoever commands that one, and no other goes before', async () => {
    const carla = { party: 'client', team: 'contoso-desk', person: 'carla' } as const;
    const told = await given(await heldByAna(), follows('2026-03-02 10:00'), follows('2026-03-02 10:30', carla));
    expect(await told.holder()).toBe('client/contoso-desk/carla');
    await given(told, follows('2026-03-02 10:40', grace, '100'), leaves('2026-03-02 10:45', '100'));
    expect(await told.holder()).toBe('client/contoso-desk/carla');
    await given(told, leaves('2026-03-02 11:00'));
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('stays resolved, and what is a major incident itself goes with none', async () => {
    const told = await given(await heldByAna(), follows('2026-03-02 10:00'), resolves('2026-03-02 10:30', 'grace'));
    await given(told, leaves('2026-03-02 11:00'));
    expect((await told.open()).status).toBe('resolved');
    const own = await given(await declared(), follows('2026-03-02 10:30'));
    expect(await own.holder()).toBe('client/contoso-desk/carla');
  });
});

it('a lease does not lapse while it is commanded', async () => {
  const told = storyWith(terms => ({
    ...terms,
    boundaries: {
      ...terms.boundaries,
      'msp>client': { ...terms.boundaries['msp>client'], lease: 3_600_000 },
    },
  }));
  await given(await declared(told), ticks('2026-03-02 13:00'));
  expect(await told.types()).not.toContain('LeaseLapsed');
});

it('a move that happened before the declaration and is learned later is judged as of then', async () => {
  const told = await given(
    await declared(),
    moves('2026-03-02 09:50', 'ana', noc, undefined, { learned: '2026-03-02T10:01:00Z' }),
  );
  expect((await told.types()).at(-1)).toBe('UnbatonedTransfer');
  expect((await told.open()).transfers.map(({ ended }) => ended)).toEqual(['overtaken']);
});
