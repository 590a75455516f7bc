import type { Fact } from '../../shared/src/escalation';
import type { ConditionName } from '../../shared/src/panel';
import { storyDirectory } from '../support/agreement';
import {
  accepted,
  at,
  buttons,
  claimedByAna,
  contosoDesk,
  danaNetwork,
  fact,
  heldByAna,
  heldByDana,
  ledgerOf,
  lozenges,
  network,
  noc,
  offered,
  offeredToNetwork,
  opened,
  seenBy,
} from './told';

const declined = (time: string, handoff: string) =>
  fact(time, 'dana', 'HandoffDeclined', { handoff, code: 'wrong-team' }, { texts: { why: '#why' } });
const offeredAgain = fact('10:30', 'ana', 'HandoffOffered', {
  handoff: 'h2',
  crossing: 'client>msp',
  to: network,
  reason: 'skills',
  deadline: at('14:00'),
});
const undecided = ledgerOf(
  opened('09:00'),
  claimedByAna,
  offered,
  declined('10:10', 'h1'),
  offeredAgain,
  declined('10:40', 'h2'),
  fact('10:40', 'dana', 'StalemateReached', {
    crossing: 'client>msp',
    owner: 'carla',
    ownerParty: 'client',
    holder: contosoDesk,
  }),
);
const toTriage = ledgerOf(
  opened('09:00'),
  claimedByAna,
  fact('10:00', 'ana', 'HandoffOffered', {
    ...{ handoff: 'h1', crossing: 'client>msp', to: network, reason: 'skills', deadline: at('14:00') },
    triage: 'grace',
  }),
);
const sentUp = ledgerOf(
  opened('09:00'),
  claimedByAna,
  fact('09:57', 'ana', 'UnbatonedTransfer', {
    transfer: 't1',
    to: { party: 'client', team: 'contoso-infra' },
    accountable: 'client',
  }),
);
const strayed = ledgerOf(
  opened('09:00'),
  claimedByAna,
  fact('09:57', undefined, 'UnbatonedTransfer', { transfer: 't1', to: noc, accountable: 'client' }, { rule: 'jira' }),
);
const waiting = [...heldByDana, ...ledgerOf(fact('10:30', 'dana', 'WaitingStarted', { whom: 'customer' }))];
const began = fact('10:30', 'dana', 'WaitingStarted', { whom: 'customer', isProvisional: true });
const unconfirmed = [...heldByDana, ...ledgerOf(began)];
const confirmed = [
  ...unconfirmed,
  ...ledgerOf(fact('10:35', 'dana', 'HoldPlaced', { whom: 'customer', since: at('10:30') })),
];
const voided = [
  ...unconfirmed,
  ...ledgerOf(fact('11:00', undefined, 'WaitingVoided', { whom: 'customer', since: at('10:30') }, { rule: 'baton' })),
];
const resolved = [...heldByDana, ...ledgerOf(fact('16:25', 'dana', 'Resolved', {}))];
const answered = [...resolved, ...ledgerOf(fact('2025-12-01T09:00:00Z', undefined, 'RequesterWrote', {}))];
const confirmedBySilence = [
  ...resolved,
  ...ledgerOf(fact('2025-12-01T16:25:00Z', undefined, 'ResolutionConfirmed', {}, { rule: 'baton' })),
];
const late = [...heldByDana, ...ledgerOf(fact('17:42', 'dana', 'Resolved', {}))];
const routed = ledgerOf(opened('09:00'), fact('09:10', undefined, 'Routed', { to: noc }, { rule: 'jira' }));

interface Row {
  readonly condition: ConditionName;
  readonly facts: readonly Fact[];
  readonly who: string;
  readonly time: string;
  readonly headline: string;
  readonly title: string;
  readonly detail?: string;
  readonly lozenges: readonly string[];
  readonly buttons: readonly string[];
}

const both = ['Hand off', 'Return with guidance'];
const answers = ['Accept', 'Need info', 'Return with guidance', 'Decline', 'Take it by another time'];

const rows: readonly Row[] = [
  {
    condition: 'unclaimed',
    facts: ledgerOf(opened('09:00')),
    who: 'ana',
    time: '09:04',
    headline: 'Your team holds this ticket',
    title: 'Take it: make yourself its agent',
    detail: 'By 09:30 today',
    lozenges: ['WITH CONTOSO IT'],
    buttons: ['Hand off'],
  },
  {
    condition: 'unclaimed',
    facts: routed,
    who: 'ana',
    time: '09:45',
    headline: 'Northwind holds it',
    title: 'Northwind NOC has to take it',
    detail: 'By 09:40 today · 5 min late · on duty: Omar Said',
    lozenges: ['WITH NORTHWIND (MSP)'],
    buttons: [],
  },
  {
    condition: 'held by you',
    facts: heldByAna,
    who: 'ana',
    time: '09:10',
    headline: 'You hold this ticket',
    title: 'Answer the customer',
    detail: 'First reply by 10:00 today',
    lozenges: ['WITH CONTOSO IT'],
    buttons: ['Hand off'],
  },
  {
    condition: 'held by you',
    facts: heldByDana,
    who: 'dana',
    time: '11:04',
    headline: 'You hold this ticket',
    title: 'Next: Replace the volume behind db-2',
    detail: 'Promised by 15:00 today · 14:00 in Lisbon',
    lozenges: ['WITH NORTHWIND (MSP)'],
    buttons: both,
  },
  {
    condition: 'held by your team',
    facts: heldByDana,
    who: 'li',
    time: '11:04',
    headline: 'Your team holds this ticket',
    title: 'Next: Replace the volume behind db-2',
    lozenges: ['WITH NORTHWIND (MSP)'],
    buttons: both,
  },
  {
    condition: 'held by others',
    facts: heldByDana,
    who: 'ana',
    time: '11:04',
    headline: 'Northwind holds it',
    title: 'Nothing for you to do now',
    detail: 'Northwind promised “Replace the volume behind db-2” by 14:00 today · 15:00 in Madrid',
    lozenges: ['WITH NORTHWIND (MSP)'],
    buttons: [],
  },
  {
    condition: 'held by others',
    facts: heldByDana,
    who: 'omar',
    time: '11:04',
    headline: 'Northwind holds it',
    title: 'Nothing for you to do now',
    lozenges: ['WITH NORTHWIND (MSP)'],
    buttons: both,
  },
  {
    condition: 'to triage',
    facts: toTriage,
    who: 'grace',
    time: '10:18',
    headline: 'Contoso IT still holds it',
    title: 'Accept it for a team, or send it back',
    detail: 'Unanswered at 10:30 today it goes to Northwind Network L2 as it is',
    lozenges: ['TO TRIAGE · 12 min to sort'],
    buttons: ['Accept for the team', 'Reclassify', 'Return with guidance', 'Decline'],
  },
  {
    condition: 'offered by you',
    facts: toTriage,
    who: 'ana',
    time: '10:18',
    headline: 'You still hold this ticket',
    title: 'Waiting for Grace Kim',
    detail: 'Grace Kim sorts it first · unanswered at 10:30 today it goes to Northwind Network L2 as it is',
    lozenges: ['OFFERED · 12 min to sort'],
    buttons: ['Withdraw'],
  },
  {
    condition: 'offered to you',
    facts: offeredToNetwork,
    who: 'dana',
    time: '10:18',
    headline: 'Contoso IT still holds it',
    title: 'Accept it, or send it back',
    detail: 'Unanswered at 11:30 today it goes to Grace Kim (backup)',
    lozenges: ['OFFERED TO YOU · 12 min to answer'],
    buttons: answers,
  },
  {
    condition: 'offered by you',
    facts: offeredToNetwork,
    who: 'ana',
    time: '10:18',
    headline: 'You still hold this ticket',
    title: 'Waiting for Northwind Network L2',
    detail: 'Dana Ruiz has to answer · unanswered at 10:30 today it goes to Grace Kim (backup)',
    lozenges: ['OFFERED · 12 min to answer'],
    buttons: ['Withdraw'],
  },
  {
    condition: 'offered',
    facts: offeredToNetwork,
    who: 'omar',
    time: '10:18',
    headline: 'Contoso IT still holds it',
    title: 'Northwind Network L2 owes the answer',
    lozenges: ['OFFERED · 12 min to answer'],
    buttons: [],
  },
  {
    condition: 'offered by you',
    facts: offeredToNetwork,
    who: 'carla',
    time: '10:35',
    headline: 'Your team still holds this ticket',
    title: 'Waiting for Northwind Network L2',
    lozenges: ['OFFERED · 5 min late'],
    buttons: ['Withdraw'],
  },
  {
    condition: 'stalemate',
    facts: undecided,
    who: 'carla',
    time: '10:50',
    headline: 'Your team holds this ticket until the decision',
    title: 'Decide who takes it',
    detail: 'By 11:40 today',
    lozenges: ['UNDECIDED · 50 min to decide'],
    buttons: ['Northwind takes it', 'Contoso IT takes it'],
  },
  {
    condition: 'stalemate',
    facts: undecided,
    who: 'dana',
    time: '10:50',
    headline: 'Contoso IT holds it until the decision',
    title: 'Carla Mendes owes the decision',
    detail: 'By 12:40 today',
    lozenges: ['UNDECIDED · 50 min to decide'],
    buttons: [],
  },
  {
    condition: 'moved without a handoff',
    facts: strayed,
    who: 'ana',
    time: '10:20',
    headline: 'You still hold this ticket',
    title: 'Complete the handoff, or take it back',
    detail: 'Nobody at Northwind has accepted it; Contoso IT stays accountable.',
    lozenges: ['NO HANDOFF · 23 min', 'WITH CONTOSO IT'],
    buttons: ['Complete handoff', 'Take it back'],
  },
  {
    condition: 'moved without a handoff',
    facts: strayed,
    who: 'omar',
    time: '10:20',
    headline: 'Contoso IT still holds it',
    title: 'It came without a handoff',
    detail: 'Contoso IT stays accountable until you take it or send it back.',
    lozenges: ['NO HANDOFF · 23 min', 'WITH CONTOSO IT'],
    buttons: ['Accept as it is', 'Return with guidance'],
  },
  {
    condition: 'moved without a handoff',
    facts: sentUp,
    who: 'ana',
    time: '10:20',
    headline: 'You still hold this ticket',
    title: 'Say what is next, or take it back',
    detail: 'Contoso Service desk stays accountable until Contoso Infrastructure takes it.',
    lozenges: ['NO HANDOFF · 23 min', 'WITH CONTOSO IT'],
    buttons: ['Complete handoff', 'Take it back'],
  },
  {
    condition: 'moved without a handoff',
    facts: sentUp,
    who: 'bruno',
    time: '10:20',
    headline: 'Contoso IT still holds it',
    title: 'It came without a word on what is next',
    detail: 'Contoso Service desk stays accountable until Contoso Infrastructure takes it.',
    lozenges: ['NO HANDOFF · 23 min', 'WITH CONTOSO IT'],
    buttons: ['Accept as it is', 'Return with guidance'],
  },
  {
    condition: 'moved without a handoff',
    facts: sentUp,
    who: 'omar',
    time: '10:20',
    headline: 'Contoso IT still holds it',
    title: 'Nothing for you to do now',
    detail: 'Contoso Service desk stays accountable until Contoso Infrastructure takes it.',
    lozenges: ['NO HANDOFF · 23 min', 'WITH CONTOSO IT'],
    buttons: [],
  },
  {
    condition: 'paused',
    facts: waiting,
    who: 'dana',
    time: '11:04',
    headline: 'You hold this ticket',
    title: 'Next: Replace the volume behind db-2',
    lozenges: ['WITH NORTHWIND (MSP)', 'PAUSED · customer'],
    buttons: both,
  },
  {
    condition: 'paused',
    facts: unconfirmed,
    who: 'li',
    time: '10:40',
    headline: 'Your team holds this ticket',
    title: 'Are you waiting for the customer?',
    detail: 'Say so by 12:00 today, or the clock has run on all the time',
    lozenges: ['WITH NORTHWIND (MSP)', 'PAUSED FOR NOW · customer'],
    buttons: ['Yes, we wait for the customer', ...both],
  },
  {
    condition: 'paused',
    facts: unconfirmed,
    who: 'ana',
    time: '10:40',
    headline: 'Northwind holds it',
    title: 'Nothing for you to do now',
    detail: 'Northwind promised “Replace the volume behind db-2” by 14:00 today · 15:00 in Madrid',
    lozenges: ['WITH NORTHWIND (MSP)', 'PAUSED FOR NOW · customer'],
    buttons: [],
  },
  {
    condition: 'paused',
    facts: confirmed,
    who: 'ana',
    time: '10:40',
    headline: 'Northwind holds it',
    title: 'Nothing for you to do now',
    detail: 'Northwind promised “Replace the volume behind db-2” by 14:00 today · 15:00 in Madrid',
    lozenges: ['WITH NORTHWIND (MSP)', 'PAUSED · customer'],
    buttons: ['We were not waiting'],
  },
  {
    condition: 'held by you',
    facts: voided,
    who: 'dana',
    time: '11:04',
    headline: 'You hold this ticket',
    title: 'Next: Replace the volume behind db-2',
    detail: 'Promised by 15:00 today · 14:00 in Lisbon',
    lozenges: ['WITH NORTHWIND (MSP)'],
    buttons: [...both, 'We wait for the customer'],
  },
  {
    condition: 'held by you',
    facts: heldByDana,
    who: 'dana',
    time: '16:42',
    headline: 'You hold this ticket',
    title: 'Next: Replace the volume behind db-2',
    detail: 'Promised by 15:00 today · 14:00 in Lisbon · 2 h 42 min late',
    lozenges: ['WITH NORTHWIND (MSP)', 'AT RISK · 18 min left'],
    buttons: both,
  },
  {
    condition: 'held by you',
    facts: heldByDana,
    who: 'dana',
    time: '17:42',
    headline: 'You hold this ticket',
    title: 'Next: Replace the volume behind db-2',
    lozenges: ['WITH NORTHWIND (MSP)', 'BREACHED · 42 min over'],
    buttons: both,
  },
  {
    condition: 'awaiting confirmation',
    facts: resolved,
    who: 'dana',
    time: '16:30',
    headline: 'Resolved in time',
    title: 'Nothing to do unless it comes back',
    detail:
      'Met with 35 min to spare · silence confirms it Mon 17:25 · reopened until Fri 12 Dec 17:25, it goes on where it stopped',
    lozenges: ['MET'],
    buttons: [],
  },
  {
    condition: 'awaiting confirmation',
    facts: late,
    who: 'ana',
    time: '17:50',
    headline: 'Resolved late',
    title: 'Nothing to do unless it comes back',
    detail:
      'Missed by 42 min · silence confirms it Mon 17:42 · reopened until Fri 12 Dec 17:42, it goes on where it stopped',
    lozenges: ['BREACHED · 42 min over'],
    buttons: [],
  },
  {
    condition: 'awaiting confirmation',
    facts: answered,
    who: 'ana',
    time: '2025-12-02T10:00:00Z',
    headline: 'Resolved in time',
    title: 'The requester wrote: reopen it if it is not fixed',
    detail:
      'Met with 35 min to spare · silence confirms it Thu 09:00 · reopened until Fri 12 Dec 16:25, it goes on where it stopped',
    lozenges: ['MET'],
    buttons: [],
  },
  {
    condition: 'finished',
    facts: confirmedBySilence,
    who: 'ana',
    time: '2025-12-12T16:25:00Z',
    headline: 'Resolved in time',
    title: 'Met with 35 min to spare',
    detail: 'Confirmed by silence Mon 1 Dec 16:25 · reopened until 16:25 today, it goes on where it stopped',
    lozenges: ['MET'],
    buttons: [],
  },
  {
    condition: 'finished',
    facts: confirmedBySilence,
    who: 'ana',
    time: '2025-12-12T16:25:01Z',
    headline: 'Resolved in time',
    title: 'Met with 35 min to spare',
    detail: 'Confirmed by silence Mon 1 Dec 16:25 · reopened now, it would begin anew; the window ended 16:25 today',
    lozenges: ['MET'],
    buttons: [],
  },
  {
    condition: 'held by you',
    facts: [...resolved, ...ledgerOf(fact('17:20', 'ana', 'Reopened', { level: 2 }))],
    who: 'dana',
    time: '17:25',
    headline: 'You hold this ticket',
    title: 'Next: Replace the volume behind db-2',
    lozenges: ['WITH NORTHWIND (MSP)', 'AT RISK · 30 min left', 'LEVEL 2 · came back'],
    buttons: both,
  },
  {
    condition: 'not governed',
    facts: [],
    who: 'ana',
    time: '09:00',
    headline: 'Not governed',
    title: 'Work as usual',
    lozenges: [],
    buttons: [],
  },
];

describe('a tired agent reads in three lines', () => {
  it.each(rows)('$condition at $time as $who: $title', row => {
    const view = seenBy(row.who, row.time, row.facts);
    expect(view.condition).toBe(row.condition);
    expect({ headline: view.headline, title: view.task.title }).toEqual({ headline: row.headline, title: row.title });
    expect(lozenges(view)).toEqual(row.lozenges);
    expect(buttons(view)).toEqual(row.buttons);
    if (row.detail !== undefined) expect(view.task.detail).toBe(row.detail);
  });

  it('the desk’s own words', () => {
    expect(seenBy('ana', '09:10', heldByAna, { desk: 'jira' }).headline).toBe('You hold this work item');
    expect(seenBy('ana', '10:20', strayed, { desk: 'jira' }).detail).toBe(
      'The assignee points to Northwind NOC since 09:57. Custody has not moved.',
    );
    expect(seenBy('ana', '09:00', [], { desk: 'jira' }).detail).toContain('this work item');
  });

  it('who decides once the ladder has ended', () => {
    const ended = [
      ...offeredToNetwork,
      ...ledgerOf(fact('11:30', undefined, 'LadderEnded', { handoff: 'h1', owed: ['grace', 'carla'] })),
    ];
    const view = seenBy('carla', '11:40', ended);
    expect(lozenges(view)).toEqual(['OFFERED · unanswered']);
    expect(view.task.detail).toBe('Nobody answered in time: Grace Kim and you owe the decision');
  });

  it('that the receiver is closed, and until when', () => {
    const evening = ledgerOf(opened('09:00'), claimedByAna, (seq: number) => ({ ...offered(seq), at: at('17:20') }));
    expect(seenBy('ana', '17:25', evening).task.detail).toBe(
      'Dana Ruiz has to answer · Northwind is closed until Mon 07:00 · unanswered at Mon 07:30 it goes to Grace Kim (backup)',
    );
  });

  it('that nobody else is on the ladder after the lead', () => {
    const lapsed = fact('11:00', undefined, 'OfferLapsed', {
      handoff: 'h1',
      rung: 2,
      to: { ...network, person: 'grace' },
      found: 'somebody',
    });
    const view = seenBy('dana', '11:10', [...offeredToNetwork, ...ledgerOf(lapsed)]);
    expect(view.task.detail).toBe('Unanswered at 12:30 today it goes to nobody else: the leads decide');
  });
});

describe('what a viewer may press', () => {
  it('is nothing for somebody the agreement does not know, and the panel says so', () => {
    const view = seenBy('mallory', '10:18', offeredToNetwork);
    expect(buttons(view)).toEqual([]);
    expect(view.notice).toBe('Read-only: agents of Northwind and Contoso IT act here');
  });

  it('is nothing for a viewer without a name, even of the right party', () => {
    const viewer = { party: 'msp', timeZone: 'Europe/Madrid', desk: 'jira' } as const;
    expect(buttons(seenBy(undefined, '10:18', offeredToNetwork, { viewer }))).toEqual([]);
  });

  it('is answering for the receiving party’s lead', () => {
    expect(buttons(seenBy('grace', '10:18', offeredToNetwork))).toEqual(answers);
  });

  it('is Hand off first where nothing is promised, and beside the promise afterwards', () => {
    expect(seenBy('ana', '09:10', heldByAna).task.actions[0]).toMatchObject({ label: 'Hand off', emphasis: 'primary' });
    expect(seenBy('dana', '11:04', heldByDana).task.actions[0]).toMatchObject({ emphasis: 'default' });
  });

  it('is no second refusal of a return', () => {
    const back = { handoff: 'h2', crossing: 'msp>client', to: contosoDesk, reason: 'returned', deadline: at('15:00') };
    const offeredBack = (handoff: string) =>
      fact('11:00', 'dana', 'HandoffOffered', { ...back, handoff, returns: 'h1' } as never);
    const once = [...heldByDana, ...ledgerOf(offeredBack('h2'))];
    expect(buttons(seenBy('ana', '11:05', once))).toEqual(answers);
    const refusedOnce = fact('11:06', 'ana', 'HandoffDeclined', { handoff: 'h2', code: 'wrong-party' });
    const twice = [...once, ...ledgerOf(refusedOnce, offeredBack('h3'))];
    expect(buttons(seenBy('ana', '11:10', twice))).toEqual(['Accept', 'Need info', 'Take it by another time']);
  });

  it('is nothing for somebody who has left', () => {
    const people = { ...storyDirectory.people, dana: { ...storyDirectory.people['dana']!, active: false } };
    expect(buttons(seenBy('dana', '10:18', offeredToNetwork, { directory: { ...storyDirectory, people } }))).toEqual(
      [],
    );
  });

  it('is still answering for the team first asked, once the offer went to its lead', () => {
    const lapsed = fact('11:00', undefined, 'OfferLapsed', {
      handoff: 'h1',
      rung: 1,
      to: { ...noc, person: 'omar' },
      found: 'somebody',
    });
    const facts = [...offeredToNetwork, ...ledgerOf(lapsed)];
    expect(buttons(seenBy('li', '11:10', facts))).toEqual(answers);
    expect(buttons(seenBy('omar', '11:10', facts))).toEqual(answers);
  });

  it('asks for one text under its own name', () => {
    const asked = seenBy('dana', '10:18', offeredToNetwork).task.actions.map(({ asks }) => asks?.label);
    expect(asked).toEqual([undefined, 'What do you need to know?', 'Guidance', 'Why', 'Deadline']);
  });

  it('lets another deadline start from the one that was asked, on the clock of whoever takes it', () => {
    const later = seenBy('dana', '10:18', offeredToNetwork).task.actions.find(({ act }) => act === 'accept later');
    expect(later?.asks?.value).toMatch(/ 15:00$/);
  });

  it('comes with the native fields to set in Freshservice only', () => {
    expect(seenBy('dana', '10:18', offeredToNetwork).nativeClaim).toEqual({ agent: '21000022', group: '9102' });
    expect(seenBy('dana', '10:18', offeredToNetwork, { desk: 'jira' }).nativeClaim).toBeUndefined();
    expect(seenBy('ana', '10:18', offeredToNetwork).nativeClaim).toBeUndefined();
  });
});

describe('an odd state', () => {
  const claim = (seq: number) => ({ ...accepted(seq), by: { person: 'dana', assurance: 'claimed', channel: 'test' } });
  const claimed = ledgerOf(opened('09:00'), claimedByAna, offered, claim as typeof accepted);

  it('shows a claim as waiting for the desk for ten minutes, and as unconfirmed after that', () => {
    const soon = 'Accepted as claimed, the desk has not confirmed it yet';
    expect(seenBy('dana', '10:22', claimed).confirming).toBe(soon);
    expect(seenBy('dana', '10:23', claimed).confirming).toBe('Claimed, not confirmed by the desk');
    expect(seenBy('dana', '10:23', claimed, { confirmGrace: 3_600_000 }).confirming).toBe(soon);
  });

  it('shows no mark once the desk has confirmed', () => {
    const confirmed = [...claimed, ...ledgerOf(fact('10:13', 'dana', 'AssuranceRaised', { fact: 4 }))];
    const view = seenBy('dana', '10:22', confirmed);
    expect(view.confirming).toBeUndefined();
    expect(view.timeline.map(({ mark }) => mark)).toEqual(Array(5).fill(undefined));
  });

  it('does not call a ruling a move without a handoff', () => {
    const decided = [...undecided, ...ledgerOf(fact('11:00', 'carla', 'StalemateDecided', { to: danaNetwork }))];
    const view = seenBy('dana', '11:05', decided);
    expect(view.condition).toBe('held by you');
    expect(view.notice).toBe('The agent group still points to Contoso Service desk (Ana Pires)');
  });

  it.each([
    ['TransferTakenBack', { transfer: 't1' }, 'ana'],
    ['TransferReturned', { transfer: 't1', how: 'guidance' }, 'omar'],
  ] as const)('does not call it a move any longer once it goes back: %s', (type, data, who) => {
    const moved = [
      ...heldByAna,
      ...ledgerOf(
        fact('09:57', 'ana', 'UnbatonedTransfer', { transfer: 't1', to: noc, accountable: 'client' }),
        fact('10:00', who, type, data),
      ),
    ];
    const view = seenBy('ana', '10:01', moved);
    expect(view.condition).toBe('held by you');
    expect(view.notice).toBe('The agent group still points to Northwind NOC');
    expect(buttons(view)).toEqual(['Hand off']);
  });

  it('is a move without a handoff when the fields stay with the receiver of a withdrawn offer', () => {
    const left = [
      ...offeredToNetwork,
      ...ledgerOf(
        fact('10:05', 'ana', 'MoveFollowedOffer', { handoff: 'h1', to: network }),
        fact('10:10', 'ana', 'HandoffWithdrawn', { handoff: 'h1', because: 'giver' }),
      ),
    ];
    expect(seenBy('ana', '10:20', left).condition).toBe('moved without a handoff');
  });

  it('is a move without a handoff when the desk names a team the agreement does not know', () => {
    const unknown = [
      ...heldByAna,
      ...ledgerOf(fact('09:57', 'ana', 'MoveUnexplained', { to: { party: 'client', team: 'facilities' } })),
    ];
    const view = seenBy('ana', '10:20', unknown);
    expect(view.condition).toBe('moved without a handoff');
    expect(view.task.title).toBe('Move it to a team of the agreement');
    expect(view.detail).toBe(
      'The agent group points to another team of Contoso IT since 09:57. Custody has not moved.',
    );
  });

  it('says that a waiting status does not pause the clock where it does not', () => {
    const facts = [...heldByDana, ...ledgerOf(fact('10:30', 'dana', 'WaitingNotCounted', { whom: 'vendor' }))];
    expect(seenBy('dana', '11:00', facts).notice).toBe('Waiting for the vendor does not pause the clock here');
  });

  it('offers to ask whoever a status waits for, with the form filled, until they are asked', () => {
    const waiting = (whom: 'msp' | 'client' | 'vendor') => [
      ...heldByDana,
      ...ledgerOf(fact('10:30', 'dana', 'WaitingNotCounted', { whom })),
    ];
    const [first] = seenBy('dana', '11:00', waiting('client')).task.actions;
    expect(first).toEqual({
      ...{ act: 'ask', label: 'Ask Contoso IT', emphasis: 'primary' },
      fills: { whom: 'team contoso-desk', blocking: 'yes' },
    });
    const { actions } = seenBy('dana', '11:00', waiting('vendor')).task;
    expect(actions.filter(({ emphasis }) => emphasis === 'primary').map(({ label }) => label)).toEqual([
      'Ask the vendor',
    ]);
    const labels = (person: string, whom: 'msp' | 'client') =>
      seenBy(person, '11:00', waiting(whom)).task.actions.map(({ label }) => label);
    expect([labels('dana', 'msp'), labels('ana', 'client')].flat().join()).not.toContain('Ask ');
  });

  it('needs no facts to say that it moved without a handoff', () => {
    expect(lozenges(seenBy('ana', '10:20', strayed, { facts: [] }))).toEqual([
      'NO HANDOFF · 23 min',
      'WITH CONTOSO IT',
    ]);
  });

  it('reads an unknown time zone as the viewer’s party’s', () => {
    const viewer = { person: 'dana', timeZone: 'Mars/Olympus', desk: 'jira' } as const;
    expect(seenBy('dana', '11:04', heldByDana, { viewer }).deadline?.title).toBe('Resolve by 18:00 today');
  });

  it('says that a promised action’s text is gone', () => {
    const view = seenBy('dana', '11:04', heldByDana, { texts: { '#next': null } });
    expect(view.task.title).toBe('Next: what the handoff asked for');
    expect(view.packet[0]).toEqual({
      label: 'Next required action',
      text: 'This text is no longer available.',
      isKey: true,
    });
  });

  it('keeps the claim of the person before and after a pass apart', () => {
    const passed = [
      ...heldByAna,
      ...ledgerOf(fact('09:30', 'ana', 'Passed', { to: { ...contosoDesk, person: 'carla' } })),
    ];
    expect(seenBy('ana', '09:40', passed).chain.map(({ detail }) => detail)).toEqual([
      'opened 09:00, taken 09:05 by you',
      'passed to Carla Mendes 09:30 by you',
    ]);
    expect(seenBy('carla', '09:40', passed).headline).toBe('You hold this ticket');
  });
});
