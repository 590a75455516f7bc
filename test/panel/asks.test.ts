import { askFormView, stateOf, type Fact, type Open } from '../../shared/src';
import { recordForm } from '../../shared/src/panel/recordForm';
import { caseText, mailLink } from '../../shared/src/panel/caseText';
import type { AskFormView, AskVerb } from '../../shared/src/panel/view';
import {
  at,
  buttons,
  fact,
  heldByAna,
  heldByDana,
  ledgerOf,
  lozenges,
  network,
  offeredToNetwork,
  seenBy,
  toldDirectory,
} from './told';

const question = { texts: { question: '#question' } };
const askedOf = { party: network.party, team: network.team };
const asked = (more: object = {}): Fact[] => [
  ...heldByAna,
  ...ledgerOf(
    fact(
      '10:00',
      'ana',
      'Asked',
      {
        ask: 'a1',
        kind: 'information',
        of: askedOf,
        isBlocking: true,
        answerBy: at('14:00'),
        chase: 3_600_000,
        ...more,
      },
      question,
    ),
  ).map(last => ({ ...last, seq: heldByAna.length + 1 })),
];
const openOn = (view: ReturnType<typeof seenBy>): string[] =>
  view.asks?.open.flatMap(({ title, until, actions }) => [
    title,
    until,
    actions.map(({ label }) => label).join(', '),
  ]) ?? [];

describe('an open Ask', () => {
  it('is the first thing to whoever owes the answer', () => {
    const view = seenBy('li', '11:00', asked());
    expect(view).toMatchObject({
      condition: 'asked',
      headline: 'Contoso IT holds it',
      task: { title: 'Answer: Which VLAN is db-2 in?', detail: 'By 15:00 today · they cannot go on without it' },
    });
    expect(buttons(view)).toEqual(['Answer']);
    expect(openOn(view).at(-1)).toBe('');
    expect(lozenges(view)[0]).toBe('ASKED · 3 h to answer');
  });

  it('is listed for whoever holds it, who owes it and until when', () => {
    const view = seenBy('ana', '11:00', asked());
    expect(view.condition).toBe('held by you');
    expect(openOn(view)).toEqual([
      'Northwind Network L2: information',
      'by 14:00 today · nothing goes on without it',
      'Withdraw',
    ]);
  });

  it('is chased once it is late', () => {
    const view = seenBy('ana', '14:25', asked());
    expect(openOn(view).slice(1)).toEqual([
      'by 14:00 today · 25 min late · nothing goes on without it',
      'Chase, Withdraw',
    ]);
    expect(lozenges(seenBy('li', '14:25', asked()))[0]).toBe('ASKED · 25 min late');
  });

  it('is nobody’s to press who was not asked and does not hold it', () => {
    const view = seenBy('omar', '11:00', asked());
    expect(view.condition).toBe('held by others');
    expect(openOn(view).at(-1)).toBe('');
  });

  it('may be answered by the lead, who is not asked first', () => {
    const view = seenBy('grace', '11:00', asked({ of: { party: 'msp', person: 'omar' } }));
    expect(view.condition).toBe('held by others');
    expect(openOn(view).at(-1)).toBe('Answer');
  });

  it.each([
    ['escalate', 'Join: Which VLAN is db-2 in?', 'Join'],
    ['raise', 'Acknowledge: Which VLAN is db-2 in?', 'Acknowledge'],
    ['approval', 'Approve, or say why not: Which VLAN is db-2 in?', 'Answer'],
  ])('to %s is one press where one is enough', (kind, title, button) => {
    const view = seenBy('li', '10:10', asked({ kind, isBlocking: false }));
    expect([view.task.title, buttons(view)[0]]).toEqual([title, button]);
  });

  it('uses the time of whoever was asked, and the bar says so', () => {
    expect(seenBy('ana', '11:00', asked()).bar?.label).toContain('Northwind 1 h');
  });

  it('past its target is named as why it is late', () => {
    expect(seenBy('ana', '18:30', asked()).deadline?.causes).toContain(
      'Northwind left what it was asked unanswered for 4 h',
    );
  });

  it('and its answer are told in the timeline', () => {
    const facts = asked();
    const answered = ledgerOf(fact('11:00', 'li', 'AskAnswered', { ask: 'a1' }, { texts: { answer: '#answer' } }));
    const told = seenBy('ana', '11:10', [...facts, ...answered.map(last => ({ ...last, seq: facts.length + 1 }))]);
    expect(told.timeline.slice(-2).map(({ text, detail }) => [text, detail])).toEqual([
      [
        'You asked Northwind Network L2 for information, by 14:00 today; it cannot go on without.',
        '“Which VLAN is db-2 in?”',
      ],
      ['Li Wei answered.', '“VLAN 42”'],
    ]);
    expect(told.asks?.open).toEqual([]);
    expect(told.asks?.answered).toMatchObject([{ question: 'Which VLAN is db-2 in?', answer: 'VLAN 42' }]);
  });
});

describe('a viewer may', () => {
  const may = (who: string, facts: readonly Fact[]): string[] | undefined =>
    seenBy(who, '10:30', facts).asks?.actions.map(({ label }) => label);

  it('ask, escalate, raise and declare a major incident where their party holds it', () => {
    expect(may('li', heldByDana)).toEqual([
      'Ask',
      'Escalate',
      'Raise',
      'Tell the customer',
      'Ask for an exception',
      'Declare major incident',
    ]);
  });

  it('raise it or declare a major incident where the other party does', () => {
    expect(may('ana', heldByDana)).toEqual([
      'Raise',
      'Tell the customer',
      'Ask for an exception',
      'Declare major incident',
    ]);
  });

  it('ask for information beside accepting what is offered, until it is asked for', () => {
    expect(buttons(seenBy('dana', '10:18', offeredToNetwork))).toContain('Need info');
    const waiting = {
      of: { party: 'client', team: 'contoso-desk' },
      handoff: 'h1',
      asker: 'msp',
      isBlocking: false,
    } as const;
    const told = fact('10:10', 'dana', 'Asked', {
      ask: 'a1',
      kind: 'information',
      answerBy: at('14:10'),
      chase: 1,
      ...waiting,
    });
    const facts = [...offeredToNetwork, ...ledgerOf(told).map(last => ({ ...last, seq: offeredToNetwork.length + 1 }))];
    expect(buttons(seenBy('dana', '10:40', facts))).not.toContain('Need info');
    expect(openOn(seenBy('dana', '10:40', facts))[1]).toContain('the offer waits for it');
    expect(seenBy('ana', '10:40', facts).condition).toBe('asked');
  });
});

const form = (verb: AskVerb, fields: Record<string, string> = {}, directory = toldDirectory): AskFormView =>
  askFormView({
    ...{ verb, fields, directory, state: stateOf(heldByAna) as never, now: at('10:00') },
    viewer: { person: 'ana', timeZone: 'Europe/Lisbon', desk: 'jira' },
    about: [
      { label: 'Title', text: 'Payroll database is slow' },
      { label: 'Evidence', text: 'array log.txt' },
    ],
  });
const fieldsOf = (view: AskFormView): Record<string, string> =>
  Object.fromEntries(view.fields.map(({ name, value }) => [name, value]));

describe('the short form', () => {
  it('has everything filled in but the sentence that is needed', () => {
    expect(fieldsOf(form('ask'))).toEqual({
      question: '',
      whom: 'team northwind-noc',
      deadline: '2025-11-28 14:00',
      kind: 'information',
      blocking: 'no',
    });
    expect(form('ask').fields[0]).toMatchObject({ name: 'question', label: 'What do you need?' });
  });

  it('names the teams of both parties to join, never the one that has it', () => {
    const whom = form('escalate').fields.find(({ name }) => name === 'whom');
    expect(whom?.choices?.map(({ value }) => value)).toEqual([
      'team northwind-noc',
      'team northwind-network',
      'team contoso-infra',
    ]);
    expect(fieldsOf(form('escalate'))['deadline']).toBe('2025-11-28 10:30');
  });

  it('names the leads of both parties to tell', () => {
    const whom = form('raise').fields.find(({ name }) => name === 'whom');
    expect(whom?.choices?.map(({ label }) => label)).toEqual([
      'Grace Kim (lead, Northwind)',
      'Carla Mendes (lead, Contoso IT)',
    ]);
  });

  it('keeps what was typed when it is filled anew, and asks which ticket a child is', () => {
    const filled = form('ask', { question: 'Cable it', kind: 'child', whom: 'team contoso-infra', deadline: 'never' });
    expect(fieldsOf(filled)).toMatchObject({ question: 'Cable it', reference: '', whom: 'team contoso-infra' });
    expect(fieldsOf(filled)['deadline']).toBe('2025-11-28 14:00');
  });
});

describe('a vendor', () => {
  const acme = {
    name: 'ACME Storage',
    contractHolder: 'client',
    channels: [
      { channel: 'phone', address: '+1 555 0100' },
      { channel: 'email', address: 'support@acme.example' },
    ],
    portal: 'https://acme.example/cases',
    caseFields: ['Serial number', 'Firmware'],
    respond: 7_200_000,
    engageWhen: 'The array itself is at fault',
    runbook: 'https://wiki.example/acme',
    dataAgreement: 'DPA-7',
    redact: ['evidence'],
  } as const;
  const directory = { ...toldDirectory, vendors: { acme } };
  const filled = form('ask', { whom: 'vendor acme', 'case.Firmware': '9.1' }, directory);

  it('is shown with what it needs, how it is reached in its order, and under which conditions', () => {
    expect(filled.title).toBe('Log a case with ACME Storage');
    expect(filled.sends).toBe('Case logged');
    expect(filled.fields.map(({ name }) => name)).toEqual([
      'question',
      'whom',
      'deadline',
      'case.Serial number',
      'case.Firmware',
      'reference',
      'blocking',
    ]);
    expect(fieldsOf(filled)).toMatchObject({ deadline: '2025-11-28 12:00', 'case.Firmware': '9.1', blocking: 'yes' });
    expect(filled.vendor?.lines.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Only if: The array itself is at fault',
      'Phone: +1 555 0100',
      'E-mail: support@acme.example',
      'Portal: https://acme.example/cases',
      'Answers: within 2 h of their hours',
      'Runbook: https://wiki.example/acme',
      'Data agreement: DPA-7',
    ]);
  });

  it('gets a text without what the agreement keeps from it', () => {
    const text = caseText(filled.vendor!, {
      question: 'Replace shelf 2',
      'case.Firmware': '9.1',
      'case.Serial number': ' ',
    });
    expect(text).toBe('Title: Payroll database is slow\nRequest: Replace shelf 2\nFirmware: 9.1');
    const link = new URL(mailLink(filled.vendor!.mail!, text));
    expect([link.protocol, decodeURIComponent(link.pathname)]).toEqual(['mailto:', 'support@acme.example']);
    expect(link.searchParams.get('body')).toBe(text);
  });
});

describe('an offer to a party that works off the desk', () => {
  const { parties } = toldDirectory;
  const directory = {
    ...toldDirectory,
    parties: { ...parties, msp: { ...parties.msp, worksAt: 'off desk' as const } },
  };

  it('has its answer recorded by the giver, and only there', () => {
    const seen = (person: string, where = directory) =>
      buttons(seenBy(person, '10:18', offeredToNetwork, { directory: where }));
    expect(seen('ana')).toEqual(['Record their answer', 'Withdraw']);
    expect(seen('dana')).not.toContain('Record their answer');
    expect(seen('ana', toldDirectory as typeof directory)).toEqual(['Withdraw']);
  });

  it('asks for their words where it is not taken', () => {
    const form = (fields: Readonly<Record<string, string>>) =>
      recordForm(
        stateOf(offeredToNetwork) as Open,
        directory,
        { desk: 'jira', timeZone: 'UTC', person: 'ana' },
        {
          now: at('10:18'),
          fields,
        },
      ).fields.map(({ name }) => name);
    expect(form({})).toEqual(['answer', 'whom', 'via', 'reference', 'deadline']);
    expect(form({ answer: 'return' })).toContain('question');
  });
});
