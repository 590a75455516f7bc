import type { Fact } from '../../shared/src/escalation';
import { conditionTones, loudest, stateWord } from '../../shared/src/panel';
import { storyTerms } from '../support/agreement';
import { panels } from '../../scripts/workbench/gallery/panels';
import {
  at,
  claimedByAna,
  fact,
  heldByAna,
  heldByDana,
  ledgerOf,
  network,
  noc,
  offered,
  offeredToNetwork,
  opened,
  seenBy,
} from './told';

const HOUR = 3_600_000;
const MINUTE = 60_000;

describe('the deadline', () => {
  it('counts down for as long as the calendar stays open', () => {
    expect(seenBy('dana', '11:00', heldByDana).deadline).toEqual({
      title: 'Resolve by 18:00 today',
      countdown: {
        remaining: 6 * HOUR,
        ticksFor: 7 * HOUR,
        left: '{left} of 8 h left',
        overdue: 'overdue by {left}',
      },
      tone: 'held',
      note: 'Counted by Baton',
    });
  });

  it('stands still outside service hours and says until when', () => {
    const deadline = seenBy('ana', '19:00', heldByAna).deadline;
    expect(deadline?.countdown.ticksFor).toBe(0);
    expect(deadline?.note).toBe('Counted by Baton · outside service hours until Mon 08:00');
  });

  it('stands still while the customer is waited for', () => {
    const waiting = [...heldByDana, ...ledgerOf(fact('10:30', 'dana', 'WaitingStarted', { whom: 'customer' }))];
    const deadline = seenBy('dana', '11:00', waiting).deadline;
    expect(deadline?.title).toBe('Resolve by 18:30 today, if it went on now');
    expect(deadline?.countdown).toMatchObject({ remaining: 6.5 * HOUR, ticksFor: 0 });
    expect(deadline?.tone).toBe('paused');
  });

  it('says how far it was missed or met', () => {
    const over = seenBy('dana', '17:42', heldByDana).deadline;
    expect(over?.title).toBe('Was due 18:00 today');
    expect(over?.countdown).toMatchObject({ remaining: -42 * MINUTE, ticksFor: 18 * MINUTE });
    const done = [...heldByDana, ...ledgerOf(fact('16:25', 'dana', 'Resolved', {}))];
    expect(seenBy('dana', '16:30', done).deadline?.countdown).toEqual({
      remaining: 35 * MINUTE,
      ticksFor: 0,
      left: 'met with {left} to spare',
      overdue: 'missed by {left}',
    });
  });

  it('is at risk below a fifth of the target and not before', () => {
    expect(seenBy('dana', '15:24', heldByDana).deadline?.tone).toBe('held');
    expect(seenBy('dana', '15:25', heldByDana).deadline?.tone).toBe('at risk');
  });

  it('waits where the agreement stops the clock for a closed receiver', () => {
    const terms = storyTerms();
    const boundary = { ...terms.boundaries['client>msp'], closedReceiver: 'wait and stop' as const };
    const stopping = { ...terms, boundaries: { ...terms.boundaries, 'client>msp': boundary } };
    const facts = ledgerOf(opened('09:00', stopping), claimedByAna, offered);
    expect(seenBy('ana', '10:18', facts).deadline?.countdown.ticksFor).toBe(6 * HOUR + 42 * MINUTE);
    const closed = seenBy('ana', '17:10', facts);
    expect(closed.lozenges).toContainEqual({ text: 'PAUSED · Northwind', tone: 'paused' });
    expect(closed.deadline?.countdown.ticksFor).toBe(0);
  });
});

describe('the bar', () => {
  it('says who used the target, in order, and whom it waited for beside it', () => {
    const paused = [
      ...heldByDana,
      ...ledgerOf(
        fact('10:30', 'dana', 'WaitingStarted', { whom: 'customer' }),
        fact('11:05', undefined, 'WaitingEnded', { because: 'reply' }),
      ),
    ];
    expect(seenBy('dana', '12:12', paused).bar).toEqual({
      label:
        'Used: Contoso IT 1 h 12 min, Northwind 1 h 25 min; 5 h 23 min left. Paused 35 min waiting for the customer.',
      parts: [
        { tone: 'client', percent: 15, label: 'Contoso IT 1 h 12 min' },
        { tone: 'msp', percent: 17.7, label: 'Northwind 1 h 25 min' },
      ],
      paused: [{ tone: 'customer', label: 'paused 35 min, customer' }],
    });
  });

  it('never exceeds the whole once the target is missed', () => {
    const bar = seenBy('dana', '17:42', heldByDana).bar;
    expect(bar?.label).toBe('Used: Contoso IT 1 h 12 min, Northwind 7 h 30 min; 42 min over.');
    const sum = bar?.parts.reduce((total, { percent }) => total + percent, 0) ?? 0;
    expect(sum).toBeGreaterThan(99.7);
    expect(sum).toBeLessThanOrEqual(100);
  });

  it('names time that nobody used', () => {
    const routed = ledgerOf(opened('09:00'), fact('09:10', undefined, 'Routed', { to: noc }, { rule: 'jira' }));
    expect(seenBy('ana', '10:03', routed).bar?.label).toBe(
      'Used: Contoso IT 10 min, Northwind 30 min, nobody 23 min; 6 h 57 min left.',
    );
  });

  it('is empty at the start', () => {
    expect(seenBy('ana', '09:00', ledgerOf(opened('09:00'))).bar).toEqual({
      label: 'Nothing used yet; 8 h left.',
      parts: [],
      paused: [],
    });
  });
});

describe('the chain', () => {
  it('has one link per team with the time it used and how it got it', () => {
    expect(seenBy('dana', '11:04', heldByDana).chain).toEqual([
      { tone: 'client', title: 'Contoso Service desk · 1 h 12 min', detail: 'opened 10:00, taken 10:05 by Ana Pires' },
      { tone: 'msp', title: 'Northwind Network L2 · 52 min', detail: 'accepted in 12 min by you' },
    ]);
  });

  it('says what a rule or a ruling did', () => {
    const facts = ledgerOf(
      opened('09:00'),
      fact('09:10', undefined, 'Routed', { to: noc }, { rule: 'jira' }),
      fact('09:20', 'omar', 'Passed', { to: { ...network, person: 'dana' } }),
    );
    expect(seenBy('dana', '09:30', facts).chain.map(({ detail }) => detail)).toEqual([
      'opened 10:00',
      'routed 10:10 by an automation',
      'passed to you 10:20 by Omar Said',
    ]);
  });
});

describe('the packet', () => {
  it('is read next action and deadline first', () => {
    expect(seenBy('dana', '10:18', offeredToNetwork).packet).toEqual([
      { label: 'Next required action', text: 'Replace the volume behind db-2', isKey: true },
      { label: 'Deadline', text: '15:00 today', note: 'inside your hours · 14:00 in Lisbon', isKey: true },
      { label: 'Current diagnosis', text: 'Disk latency on db-2 since 09:40, not load', isKey: false },
      { label: 'Actions taken', text: 'Restarted the replica', isKey: false },
      { label: 'Evidence', text: 'array log.txt', isKey: false },
      { label: 'Reason', text: 'Needs other skills', isKey: false },
    ]);
  });

  it('stays with the party that accepted it and is not shown to the other', () => {
    expect(seenBy('dana', '11:04', heldByDana).packet).toHaveLength(6);
    expect(seenBy('ana', '11:04', heldByDana).packet).toEqual([]);
  });

  it('uses the agreement’s words and shows its own fields', () => {
    const terms = storyTerms();
    const boundary = terms.boundaries['client>msp'];
    const packet = {
      ...boundary.packet,
      labels: { diagnosis: 'Done so far' },
      extra: [{ id: 'change', label: 'Change number', required: true }],
    };
    const worded = { ...terms, boundaries: { ...terms.boundaries, 'client>msp': { ...boundary, packet } } };
    const offer = (seq: number): Fact => ({ ...offered(seq), texts: { diagnosis: '#diagnosis', change: '#evidence' } });
    const labels = seenBy('dana', '10:18', ledgerOf(opened('09:00', worded), claimedByAna, offer)).packet.map(
      ({ label }) => label,
    );
    expect(labels).toEqual(['Deadline', 'Done so far', 'Change number', 'Reason']);
  });

  it('warns of a deadline outside the receiver’s hours; closing time is inside', () => {
    const due = (time: string) => (seq: number) =>
      ({ ...offered(seq), data: { ...offered(seq).data, deadline: at(time) } }) as Fact;
    const noteAt = (time: string) =>
      seenBy('ana', '10:18', ledgerOf(opened('09:00'), claimedByAna, due(time))).packet.find(
        ({ label }) => label === 'Deadline',
      )?.note;
    expect(noteAt('17:00')).toBe('inside their hours · 18:00 in Madrid');
    expect(noteAt('17:01')).toBe('outside their hours · 18:01 in Madrid');
  });
});

describe('the timeline', () => {
  it('tells every fact in one plain sentence with what people wrote', () => {
    const story = [
      ...offeredToNetwork,
      ...ledgerOf(fact('10:10', 'dana', 'HandoffReturned', { handoff: 'h1' }, { texts: { guidance: '#guidance' } })),
    ];
    expect(seenBy('ana', '10:18', story).timeline.map(({ time, text, detail }) => [time, text, detail])).toEqual([
      ['09:00', 'It was opened. Contoso Service desk holds it.', undefined],
      ['09:05', 'You took it in Contoso Service desk.', undefined],
      [
        '10:00',
        'You offered it to Northwind Network L2: Needs other skills.',
        'Next required action: “Replace the volume behind db-2” · Current diagnosis: “Disk latency on db-2 since 09:40, not load”',
      ],
      ['10:10', 'Dana Ruiz sent it back with guidance.', '“Send the array serial number first”'],
    ]);
  });

  it('marks what was deemed, remembered or learned late', () => {
    const facts = ledgerOf(
      opened('09:00'),
      fact('09:10', undefined, 'MovedInHistory', { to: noc }, { assurance: 'history', learned: '10:31' }),
    );
    expect(seenBy('ana', '11:00', facts).timeline[1]).toEqual({
      seq: 2,
      time: '09:10',
      iso: '2025-11-28T09:10:00Z',
      text: 'It had gone to Northwind NOC; whether they accepted it is not known.',
      mark: 'from history · learned at 10:31',
    });
  });

  it('has a sentence for every kind of fact, and none blames', () => {
    const { timeline } = seenBy('ana', '17:30', everyFact);
    expect(timeline).toHaveLength(everyFact.length);
    for (const { text } of timeline) {
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(text).not.toMatch(/fault|blame|guilty|undefined|somebody no longer/i);
    }
  });

  it('says so where a text was erased', () => {
    const declined = fact(
      '10:10',
      'dana',
      'HandoffDeclined',
      { handoff: 'h1', code: 'no-capacity' },
      { texts: { why: '#erased' } },
    );
    expect(seenBy('ana', '10:18', [...offeredToNetwork, ...ledgerOf(declined)]).timeline.at(-1)).toMatchObject({
      text: 'Dana Ruiz declined it: no capacity.',
      detail: 'This text is no longer available.',
    });
  });
});

describe('the pictures', () => {
  it('cover every condition', () => {
    const shown = new Set(Object.values(panels).map(({ condition }) => condition));
    expect([...shown].sort()).toEqual(Object.keys(conditionTones).sort());
  });
});

const dana = { ...network, person: 'dana' };
const everyFact: readonly Fact[] = ledgerOf(
  opened('09:00'),
  claimedByAna,
  fact('09:06', 'ana', 'WorkStarted', { person: 'ana' }),
  fact('09:07', 'ana', 'FirstReplySent', {}),
  fact('09:10', undefined, 'TermsReplaced', { terms: storyTerms({ priority: 3 }), because: 'priority' }),
  fact('09:11', undefined, 'TermsReplaced', { terms: storyTerms(), because: 'agreement' }),
  fact('09:12', 'ana', 'WaitingStarted', { whom: 'customer' }),
  fact('09:20', undefined, 'WaitingEnded', { because: 'reply' }),
  fact('09:21', 'ana', 'WaitingEnded', { because: 'status' }),
  fact('09:22', 'omar', 'WaitingNotCounted', { whom: 'msp' }),
  fact('09:30', 'omar', 'UnbatonedTransfer', { transfer: 't1', to: noc, accountable: 'msp' }),
  fact('09:32', 'omar', 'MoveUndone', { to: { ...dana, party: 'client', team: 'contoso-desk', person: 'ana' } }),
  offered,
  fact('10:01', 'ana', 'MoveFollowedOffer', { handoff: 'h1', to: network }),
  fact('10:30', undefined, 'OfferLapsed', { handoff: 'h1', rung: 1, to: network, found: 'nobody' }),
  fact('10:30', undefined, 'OfferLapsed', {
    handoff: 'h1',
    rung: 2,
    to: { ...network, person: 'grace' },
    found: 'somebody',
  }),
  fact('11:00', undefined, 'LadderEnded', { handoff: 'h1', owed: ['grace'] }),
  fact('11:05', 'dana', 'HandoffAccepted', { handoff: 'h1', to: dana, how: 'claimed natively', deadline: at('15:00') }),
  fact('11:06', 'dana', 'AssuranceRaised', { fact: 18 }),
  fact('11:07', 'li', 'IdentityDisputed', { fact: 18, claimed: 'dana', actor: 'li', custody: { party: 'client' } }),
  fact('11:08', undefined, 'HandoffAccepted', { handoff: 'h1', to: dana, how: 'deemed', deadline: at('14:00') }),
  fact('11:09', 'dana', 'Passed', { to: { ...network, person: 'li' } }),
  fact('11:10', undefined, 'Routed', { to: noc }),
  fact('11:11', undefined, 'MovedInHistory', { to: noc }),
  fact('11:12', 'dana', 'HandoffDeclined', { handoff: 'h1', code: 'other' }),
  fact('11:13', 'dana', 'HandoffReturned', { handoff: 'h1' }),
  fact('11:14', 'ana', 'HandoffWithdrawn', { handoff: 'h1', because: 'giver' }),
  fact('11:15', undefined, 'HandoffWithdrawn', { handoff: 'h1', because: 'resolved' }),
  fact('11:16', 'dana', 'StalemateReached', {
    crossing: 'client>msp',
    owner: 'carla',
    ownerParty: 'client',
    holder: { party: 'client' },
  }),
  fact('11:17', 'carla', 'StalemateDecided', { to: noc }),
  fact('16:00', 'omar', 'Resolved', {}),
  fact('16:10', undefined, 'Reopened', {}),
);

describe('where there is room for one lozenge', () => {
  it.each([
    ['held by you', 'WITH NORTHWIND (MSP)'],
    ['at risk', 'AT RISK'],
    ['breached', 'BREACHED'],
    ['paused', 'PAUSED'],
    ['offered to you', 'OFFERED TO YOU'],
    ['moved without a handoff', 'NO HANDOFF'],
  ] as const)('a panel %s says %s, without minutes that would stand still', (name, word) => {
    expect(stateWord(loudest(panels[name])!)).toBe(word);
  });

  it('says nothing where nothing is governed', () => {
    expect(loudest(panels['not governed'])).toBeUndefined();
  });
});

/** The ledger of what Dana holds, opened with other promises. */
function promising(terms: object): readonly Fact[] {
  const [opening, ...rest] = heldByDana;
  const { data, ...about } = opening as { readonly data: object };
  return [{ ...about, data: { ...data, terms } } as unknown as Fact, ...rest];
}

describe('what the agreement says beside its promises', () => {
  it('is the address of the instructions, and in words what is needed, what it risks and who may decide what', () => {
    expect(seenBy('dana', '11:00', heldByDana).agreed).toEqual({
      runbook: 'https://wiki.contoso.example/outages',
      lines: [
        { label: 'Needed at intake', text: 'Service, First seen at' },
        { label: 'Risk', text: 'Business continuity' },
        { label: 'Board', text: 'Goes into the report to the board' },
        { label: 'Northwind Network L2 may decide alone', text: 'Restart and fail over, outside payroll nights' },
      ],
    });
  });

  it('names everybody of a matrix of responsibilities, whatever they are', () => {
    const terms = storyTerms();
    const raci = {
      responsible: ['northwind-network'],
      accountable: 'msp',
      consulted: [],
      informed: ['carla', 'grace'],
    };
    const named = promising({ ...terms, notes: { raci } });
    expect(seenBy('dana', '11:00', named).agreed?.lines).toEqual([
      { label: 'Responsible', text: 'Northwind Network L2' },
      { label: 'Accountable', text: 'Northwind' },
      { label: 'Informed', text: 'Carla Mendes and Grace Kim' },
    ]);
  });

  it('is nothing where it says nothing', () => {
    expect(seenBy('dana', '11:00', promising(storyTerms())).agreed).toBeUndefined();
  });
});
