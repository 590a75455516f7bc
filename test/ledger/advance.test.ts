import {
  advance,
  memoryLedger,
  noticesOf,
  readHistory,
  type LedgerFact,
  type LedgerPort,
} from '../../shared/src/ledger';
import type { TicketEvent } from '../../shared/src/ticket';
import {
  acceptedByOmar,
  accepts,
  desk,
  given,
  heldByAna,
  instant,
  moves,
  noc,
  offeredByAna,
  offers,
  opens,
  packet,
  story,
  takes,
  withdraws,
  type Story,
} from '../support/story';

/** A port that lets somebody else write first, `times` times. */
function contested(port: LedgerPort, meanwhile: () => Promise<unknown>, times = 1): LedgerPort {
  let left = times;
  return {
    ...port,
    append: async (ticket, append, last) => {
      if (left > 0) {
        left -= 1;
        await meanwhile();
      }
      return port.append(ticket, append, last);
    },
  };
}

const through = (told: Story, ledger: LedgerPort): Story => story({}, { ...told.ports, ledger });

describe('somebody else being faster', () => {
  it('is decided again on what is there now: of acceptance and withdrawal the first counts, the other is refused', async () => {
    const told = await offeredByAna();
    const slow = through(
      told,
      contested(told.ports.ledger, () => given(told, withdraws('2026-03-02 10:11', 'ana'))),
    );
    const { refusal, facts } = await slow.happens(
      '2026-03-02 10:11:01',
      'omar',
      { type: 'AcceptHandoff' },
      { deliveryId: 'slow' },
    );
    expect(refusal).toMatchObject({ code: 'already-answered', sentence: 'The offer was withdrawn.' });
    expect(facts).toEqual([]);
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('loses nothing that both want: each fact is there once, in one chain', async () => {
    const told = await heldByAna();
    const reply = () => told.happens('2026-03-02 09:20', 'ana', { type: 'PublicReplySent' });
    const slow = through(told, contested(told.ports.ledger, reply));
    const [at, who, what] = offers('2026-03-02 09:21', 'ana');
    await slow.happens(at, who, what, { deliveryId: 'slow' });
    expect(await told.types()).toEqual([
      'EscalationOpened',
      'Claimed',
      'WorkStarted',
      'FirstReplySent',
      'HandoffOffered',
    ]);
  });

  it('at the opening opens one escalation only', async () => {
    const told = story();
    const slow = through(
      told,
      contested(told.ports.ledger, () => given(told, opens('2026-03-02 09:00'))),
    );
    await slow.happens(
      '2026-03-02 09:05',
      'ana',
      { type: 'TicketMoved', to: { ...desk, person: 'ana' } },
      { deliveryId: 'slow' },
    );
    expect(await told.types()).toEqual(['EscalationOpened', 'Claimed']);
  });

  it('six times over is said to be busy, and nothing is stored', async () => {
    const told = await heldByAna();
    let minute = 10;
    const stubborn = () => {
      const person = minute % 2 ? 'ana' : 'carla';
      return given(told, takes(`2026-03-02 09:${minute++}`, person, desk));
    };
    const slow = through(told, contested(told.ports.ledger, stubborn, 6));
    const [at, who, what] = offers('2026-03-02 10:00', 'ana');
    await expect(slow.happens(at, who, what, { deliveryId: 'slow' })).rejects.toMatchObject({
      name: 'DeskError',
      code: 'busy',
    });
    expect(await told.types()).not.toContain('HandoffOffered');
  });

  it('than an out-of-date copy of the ledger is noticed', async () => {
    const told = await heldByAna();
    const old = await told.ports.ledger.load(told.ticket);
    await given(told, offers('2026-03-02 10:00', 'ana'));
    const accept: TicketEvent = {
      ...{ type: 'AcceptHandoff', deliveryId: 'x', channel: 'test', assurance: 'platform' },
      ...{ at: instant('2026-03-02 10:05'), learned: instant('2026-03-02 10:05') },
      actor: { person: 'omar', party: 'msp' },
    };
    const { refusal } = await advance(told.ports, told.ticket, [accept], old);
    expect(refusal?.code).toBe('no-offer');
    const again = await advance(told.ports, told.ticket, [accept]);
    expect(again.refusal).toBeUndefined();
  });
});

describe('pages', () => {
  const busy = async (limit: number, times: number): Promise<Story> => {
    const told = await heldByAna(story({}, { ledger: memoryLedger(limit) }));
    for (let minute = 0; minute < times; minute += 1) {
      const person = minute % 2 ? 'ana' : 'carla';
      const at = new Date(instant('2026-03-02 09:30') + minute * 60_000).toISOString();
      await told.happens(at, person, { type: 'TicketMoved', to: { ...desk, person } });
    }
    return told;
  };

  it('begin a new run when they are full, and read back in order', async () => {
    const told = await busy(16_000, 40);
    const last = await told.ports.ledger.load(told.ticket);
    expect(last?.page.earlier).toBeDefined();
    expect(last?.page.facts.length).toBeLessThan(42);
    const { facts } = await readHistory(told.ports.ledger, told.ticket, last);
    expect(facts.map(fact => fact.seq)).toEqual(Array.from({ length: 42 }, (_, index) => index + 1));
  });

  it('carry the packet that is open on, however old it is', async () => {
    const told = await given(await busy(16_000, 4), offers('2026-03-02 10:00', 'carla'));
    for (let minute = 10; minute < 28; minute += 1) {
      const person = minute % 2 ? 'ana' : 'carla';
      await given(told, moves(`2026-03-02 10:${minute}`, person, desk, person));
    }
    const last = await told.ports.ledger.load(told.ticket);
    expect(last?.page.facts.some(fact => fact.type === 'HandoffOffered')).toBe(false);
    expect(Object.values(last?.texts ?? {}).map(kept => kept?.text)).toContain(packet.nextAction);
  });

  it('drop no text: what left the last page is in the history', async () => {
    const told = await given(
      await busy(16_000, 4),
      offers('2026-03-02 10:00', 'carla'),
      withdraws('2026-03-02 10:05', 'ana'),
    );
    await given(told, offers('2026-03-02 10:06', 'ana', { packet: { ...packet, evidence: 'A second graph' } }));
    const { texts } = await readHistory(told.ports.ledger, told.ticket, await told.ports.ledger.load(told.ticket));
    const kept = Object.values(texts).map(text => text?.text);
    expect(kept).toEqual(expect.arrayContaining([packet.evidence, 'A second graph']));
  });
});

describe('what the desk is asked to do', () => {
  const asked = async (told: Story, ...step: Parameters<Story['happens']>) =>
    (await told.happens(...step)).notices.map(notice => notice.is);

  it('is to follow an acceptance, with the chain’s head in a note', async () => {
    const told = await offeredByAna();
    const { notices, ledger } = await told.happens(...accepts('2026-03-02 10:12', 'omar'));
    expect(notices).toEqual([
      { is: 'assign', key: expect.stringMatching(/\/4\/assign$/), to: { ...noc, person: 'omar' } },
      {
        is: 'note',
        key: expect.stringMatching(/\/4\/note$/),
        head: ledger?.page.head.hash,
        seq: 4,
        to: { ...noc, person: 'omar' },
      },
    ]);
  });

  it('is the note only where the ticket was taken on the desk itself', async () => {
    expect(await asked(await offeredByAna(), ...takes('2026-03-02 10:12', 'omar', noc))).toEqual(['note']);
  });

  it('is nothing for an offer, a claim or a refusal', async () => {
    const told = await heldByAna();
    expect(await asked(told, ...offers('2026-03-02 10:00', 'ana'))).toEqual([]);
    expect(await asked(told, ...accepts('2026-03-02 10:05', 'ana'))).toEqual([]);
  });

  it('is the same however often it is derived', async () => {
    const told = await acceptedByOmar();
    const facts = (await told.facts()) as readonly LedgerFact[];
    expect(noticesOf(await told.open(), facts)).toEqual(noticesOf(await told.open(), facts));
  });
});

describe('the row for lists', () => {
  it('says who holds it, what they owe, who has to answer and the next instant that matters, and no text', async () => {
    const rows: unknown[] = [];
    const memory = memoryLedger();
    const ledger: LedgerPort = {
      ...memory,
      append: (ticket, append, last) => {
        rows.push(append.row);
        return memory.append(ticket, append, last);
      },
    };
    await given(await heldByAna(story({}, { ledger })), offers('2026-03-02 10:00', 'ana'));
    const promised = { version: 1, cell: 'incident-p2', workType: 'incident' };
    expect(rows.slice(-2)).toEqual([
      {
        stage: 'held',
        holder: { ...desk, person: 'ana' },
        priority: 2,
        owed: { kind: 'respond', dueAt: instant('2026-03-02 10:00'), isPaused: false },
        promised,
      },
      {
        stage: 'offered',
        holder: { ...desk, person: 'ana' },
        priority: 2,
        owed: { kind: 'resolve', dueAt: instant('2026-03-02 17:00'), isPaused: false },
        promised,
        offer: {
          handoff: expect.stringMatching(/./),
          by: 'ana',
          to: { party: 'msp', team: 'northwind-noc' },
          asked: ['northwind-noc'],
          answerBy: instant('2026-03-02 10:30'),
        },
        dueAt: instant('2026-03-02 10:30'),
      },
    ]);
  });
});
