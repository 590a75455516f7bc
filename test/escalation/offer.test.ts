import {
  acceptedByOmar,
  crossing,
  given,
  heldByAna,
  infra,
  instant,
  moves,
  network,
  noc,
  offeredByAna,
  offers,
  opens,
  packet,
  resolves,
  story,
  storyWith,
  takes,
  type Story,
} from '../support/story';

const refusalOf = async (told: Story, ...step: Parameters<Story['happens']>) => (await told.happens(...step)).refusal;

describe('an offer', () => {
  it('leaves custody with the giver until the receiver accepts', async () => {
    const told = await offeredByAna();
    expect((await told.open()).status).toBe('offered');
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('is the only one: a second is refused while it stands', async () => {
    const told = await offeredByAna();
    const refusal = await refusalOf(told, ...offers('2026-03-02 10:05', 'carla'));
    expect(refusal).toMatchObject({ code: 'already-offered', sentence: 'It is already offered to Northwind NOC.' });
  });

  it('is made by the holding party only', async () => {
    const refusal = await refusalOf(await heldByAna(), ...offers('2026-03-02 10:00', 'omar'));
    expect(refusal).toMatchObject({
      code: 'not-holder',
      sentence: 'Contoso IT holds it, so only they can hand it off.',
    });
  });

  it.each([
    ['whom the directory does not know', 'zoe', {}],
    ['whom the desk only knows by a native id', undefined, { stranger: '4242' }],
    ['that is a rule', undefined, { rule: 'night shift' }],
  ])('is refused to an actor %s', async (_, who, circumstances) => {
    const told = await heldByAna();
    const [at, , what] = offers('2026-03-02 10:00', 'ana');
    expect((await told.happens(at, who, what, circumstances)).refusal?.code).toMatch(/not-holder|not-a-participant/);
    expect(await told.facts()).toHaveLength(2);
  });

  it('claims the ticket for a colleague of the holding team who makes it', async () => {
    const told = await given(story(), opens('2026-03-02 09:00'), offers('2026-03-02 10:00', 'ana'));
    expect(await told.types()).toEqual(['EscalationOpened', 'Claimed', 'HandoffOffered']);
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('claims nothing for somebody of another team of the holder', async () => {
    const told = await given(story(), opens('2026-03-02 09:00'), offers('2026-03-02 10:00', 'bruno'));
    expect(await told.types()).toEqual(['EscalationOpened', 'HandoffOffered']);
  });

  it('is refused to the team that has it, to an unknown team, and for an unknown reason', async () => {
    const told = await heldByAna();
    const at = '2026-03-02 10:00';
    expect((await refusalOf(told, ...offers(at, 'ana', { team: 'contoso-desk' })))?.code).toBe('same-team');
    expect((await refusalOf(told, ...offers(at, 'ana', { team: 'ghosts' })))?.code).toBe('unknown-team');
    expect((await refusalOf(told, ...offers(at, 'ana', { team: 'constructor' })))?.code).toBe('unknown-team');
    expect((await refusalOf(told, ...offers(at, 'ana', { reason: 'because' })))?.code).toBe('unknown-reason');
  });

  it('is refused once the ticket is resolved', async () => {
    const told = await given(await heldByAna(), resolves('2026-03-02 09:30', 'ana'));
    expect((await refusalOf(told, ...offers('2026-03-02 10:00', 'ana')))?.code).toBe('already-resolved');
  });

  it('made by a browser whose clock is behind counts from when its giver had the ticket', async () => {
    const told = await given(await heldByAna(), offers('2026-03-02 09:04:58', 'ana'));
    const [offered] = await told.factsOf('HandoffOffered');
    expect(offered?.at).toBe(instant('2026-03-02 09:05'));
  });
});

describe('a packet', () => {
  it.each(['diagnosis', 'actions', 'evidence', 'nextAction'] as const)(
    'without %s is refused, the field named',
    async field => {
      for (const nothing of ['', '  ', 'n/a', 'Payroll database is SLOW']) {
        const told = await heldByAna();
        const said = { ...packet, [field]: nothing };
        const refusal = await refusalOf(told, ...offers('2026-03-02 10:00', 'ana', { packet: said }));
        expect(refusal?.code).toBe('packet-incomplete');
        expect(Object.keys(refusal?.fields ?? {})).toEqual([field]);
      }
    },
  );

  it('needs the extra fields that its cell requires, under their agreed names only', async () => {
    const extra = [{ id: 'asset', label: 'Asset', required: true }];
    const asset = crossing('client>msp', {
      packet: { labels: {}, extra, reasons: [{ code: 'skills', label: 'Skills' }] },
    });
    const told = await heldByAna(storyWith(asset));
    expect((await refusalOf(told, ...offers('2026-03-02 10:00', 'ana')))?.fields).toEqual({
      asset: expect.any(String),
    });
    const said = { ...packet, extra: { asset: 'db-2', 'I write what I like here': 'really' } };
    await told.happens(...offers('2026-03-02 10:01', 'ana', { packet: said }));
    const [offered] = await told.factsOf('HandoffOffered');
    expect(Object.keys(offered?.texts ?? {}).sort()).toEqual([
      'actions',
      'asset',
      'diagnosis',
      'evidence',
      'nextAction',
    ]);
  });

  it('may be 8 KB of UTF-8 on the wire, and not a byte more', async () => {
    const others = Buffer.byteLength(packet.diagnosis + packet.actions + packet.nextAction);
    const full = '🧯'.repeat((8192 - others) >> 2) + 'x'.repeat((8192 - others) % 4);
    const told = await heldByAna();
    const long = offers('2026-03-02 10:00', 'ana', { packet: { ...packet, evidence: `${full}x` } });
    expect((await refusalOf(told, ...long))?.code).toBe('packet-too-large');
    const fits = offers('2026-03-02 10:00', 'ana', { packet: { ...packet, evidence: full } });
    expect(await refusalOf(told, ...fits)).toBeUndefined();
  });

  it('of 100 kB is refused', async () => {
    const told = await heldByAna();
    const huge = offers('2026-03-02 10:00', 'ana', { packet: { ...packet, evidence: 'x'.repeat(100_000) } });
    expect((await refusalOf(told, ...huge))?.code).toBe('packet-too-large');
  });

  it('with markup and emoji is kept to the letter beside the chain, never in a fact', async () => {
    const told = await heldByAna();
    const evidence = '<img src=x onerror=alert(1)> 🧯 {{ticket}} “quoted”';
    await told.happens(...offers('2026-03-02 10:00', 'ana', { packet: { ...packet, evidence } }));
    const ledger = await told.ports.ledger.load(told.ticket);
    expect(Object.values(ledger?.texts ?? {}).map(kept => kept?.text)).toContain(evidence);
    const stored = JSON.stringify(ledger?.page);
    for (const text of [evidence, ...Object.values(packet)]) expect(stored).not.toContain(text.slice(0, 12));
  });

  it('with a deadline that has passed, or lies beyond any plan, is refused at its field', async () => {
    const told = await heldByAna();
    const past = await refusalOf(told, ...offers('2026-03-02 10:00', 'ana', { deadline: instant('2026-03-02 10:00') }));
    expect(past).toMatchObject({ code: 'deadline-past', fields: { deadline: expect.any(String) } });
    const never = await refusalOf(told, ...offers('2026-03-02 10:00', 'ana', { deadline: 8.64e15 }));
    expect(never?.code).toBe('deadline-too-late');
  });
});

describe('the desk’s own fields during an offer', () => {
  it('may go to the receiver first: that follows the offer and moves no custody', async () => {
    const told = await given(await offeredByAna(), moves('2026-03-02 10:02', 'ana', noc));
    expect((await told.types()).at(-1)).toBe('MoveFollowedOffer');
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('may wander inside the receiver’s party', async () => {
    const told = await given(
      await offeredByAna(),
      moves('2026-03-02 10:02', 'ana', noc),
      moves('2026-03-02 10:04', 'omar', network, 'dana'),
    );
    expect(await told.factsOf('MoveFollowedOffer')).toHaveLength(2);
    expect((await told.open()).status).toBe('offered');
  });
});

it('an offer the other way works just the same', async () => {
  const told = await given(
    await acceptedByOmar(),
    offers('2026-03-02 11:00', 'omar', { team: 'contoso-infra' }),
    takes('2026-03-02 11:05', 'bruno', infra),
  );
  expect(await told.holder()).toBe('client/contoso-infra/bruno');
});
