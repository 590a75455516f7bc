import type { Fact, Open } from '../../shared/src/escalation';
import { stateOf } from '../../shared/src/escalation';
import { formView, readDeadline, type FormInput, type FormView } from '../../shared/src/panel';
import { storyDirectory, storyTerms } from '../support/agreement';
import { at, fact, heldByAna, heldByDana, ledgerOf, opened } from './told';

const ana = { person: 'ana', timeZone: 'Europe/Lisbon', desk: 'jira' } as const;
const dana = { person: 'dana', timeZone: 'Europe/Madrid', desk: 'jira' } as const;

const formOf = (facts: readonly Fact[], time: string, more: Partial<FormInput> = {}): FormView =>
  formView({
    state: stateOf(facts) as Open,
    directory: storyDirectory,
    viewer: ana,
    now: at(time),
    notes: [],
    attachments: [],
    ...more,
  });

const draft = {
  receiver: 'northwind-network',
  reason: 'access',
  nextAction: 'Replace the volume',
  deadline: '2025-11-28 15:30',
  diagnosis: 'The array is slow',
  actions: '',
  evidence: 'none because the array keeps no log',
};

describe('the hand-off form', () => {
  it('leaves only the next required action to type', () => {
    const form = formOf(heldByAna, '09:40');
    expect(form).toMatchObject({
      title: 'Hand off to Northwind',
      intro:
        'P2 incident → Northwind NOC, on duty: Omar Said. They answer within 30 min. You stay accountable until they accept.',
      privacy: 'Northwind will read this. Customers will not.',
      limitBytes: 8192,
      nextAction: { label: 'Next required action', value: '' },
      receiver: { label: 'Hand off to', value: 'northwind-noc' },
      reason: { label: 'Reason', value: 'skills' },
    });
    expect(form.receiver.choices).toEqual([
      { value: 'northwind-noc', label: 'Northwind NOC (on duty: Omar Said; open until 17:00 today)' },
      { value: 'northwind-network', label: 'Northwind Network L2 (on duty: Dana Ruiz; open until 17:00 today)' },
      {
        value: 'contoso-infra',
        label: 'Contoso Infrastructure (your side; on duty: Bruno Costa; open until 17:30 today)',
        pass: {
          asks: 'short',
          title: 'Pass on to Contoso Infrastructure',
          intro:
            'Contoso Infrastructure, on duty: Bruno Costa. Somebody takes it within 30 min; nobody has to accept it.',
          privacy: 'Both parties can read this. Customers cannot.',
        },
      },
    ]);
  });

  it('uses exactly these accessible names unless the cell words them otherwise', () => {
    const { nextAction, deadline, diagnosis, actions, evidence, receiver, reason } = formOf(heldByAna, '09:40');
    expect([nextAction, deadline, diagnosis, actions, evidence, receiver, reason].map(({ label }) => label)).toEqual([
      'Next required action',
      'Deadline',
      'Current diagnosis',
      'Actions taken',
      'Evidence',
      'Hand off to',
      'Reason',
    ]);
    const terms = storyTerms({ workType: 'request', priority: 3 });
    expect(formOf(ledgerOf(opened('09:00', terms)), '09:40').diagnosis.label).toBe('Done so far');
  });

  it('begins with the team that the ticket was moved to without a word', () => {
    const moved = fact('09:30', 'ana', 'UnbatonedTransfer', {
      transfer: 't1',
      to: { party: 'client', team: 'contoso-infra' },
      accountable: 'client',
    });
    expect(formOf([...heldByAna, moved(3)], '09:40').receiver.value).toBe('contoso-infra');
  });

  it('goes the other way for the other party', () => {
    const form = formOf(heldByDana, '11:00', { viewer: dana });
    expect(form.title).toBe('Hand off to Contoso IT');
    expect(form.receiver.value).toBe('contoso-desk');
  });

  it('takes the team chosen, not the one that has it', () => {
    expect(formOf(heldByAna, '09:40', { team: 'northwind-network' }).intro).toContain(
      '→ Northwind Network L2, on duty',
    );
    expect(formOf(heldByAna, '09:40', { team: 'contoso-desk' }).receiver.value).toBe('northwind-noc');
  });

  it('says that nobody is on duty and that the receiver is closed', () => {
    const directory = {
      ...storyDirectory,
      teams: {
        ...storyDirectory.teams,
        'northwind-noc': { ...storyDirectory.teams['northwind-noc']!, onDuty: 'gone', backup: 'gone' },
      },
    };
    const form = formOf(heldByAna, '17:20', { directory });
    expect(form.intro).toBe(
      'P2 incident → Northwind NOC, nobody on duty. They are closed until Mon 07:00 and answer within 30 min of their hours. You stay accountable until they accept.',
    );
    expect(form.receiver.choices[0]?.label).toBe('Northwind NOC (nobody on duty; closed until Mon 07:00)');
  });

  it('keeps what was typed before and what was emptied', () => {
    const note = { at: at('09:10'), person: 'ana', kind: 'note', text: 'Restarted the replica' } as const;
    const form = formOf(heldByAna, '09:40', { draft, notes: [note] });
    expect(form.nextAction.value).toBe('Replace the volume');
    expect(form.deadline.value).toBe('2025-11-28 15:30');
    expect(form.receiver.value).toBe('northwind-network');
    expect(form.reason.value).toBe('access');
    expect(form.actions).toEqual({ label: 'Actions taken', value: '' });
    expect(form.evidence.value).toBe('none because the array keeps no log');
  });

  it('falls back where a draft names a reason or team that is gone', () => {
    const form = formOf(heldByAna, '09:40', { draft: { ...draft, receiver: 'old-team', reason: 'old' } });
    expect([form.receiver.value, form.reason.value]).toEqual(['northwind-noc', 'skills']);
  });

  it('shows the cell’s own fields with what was written for them last', () => {
    const terms = storyTerms();
    const boundary = terms.boundaries['client>msp'];
    const extra = [{ id: 'change', label: 'Change number', required: true }];
    const asked = {
      ...terms,
      boundaries: { ...terms.boundaries, 'client>msp': { ...boundary, packet: { ...boundary.packet, extra } } },
    };
    const previous = { at: at('09:10'), texts: { change: 'CHG-7' } };
    expect(formOf(ledgerOf(opened('09:00', asked)), '09:40', { previous }).extra).toEqual([
      { id: 'change', label: 'Change number', isRequired: true, value: 'CHG-7' },
    ]);
  });
});

describe('the diagnosis', () => {
  it('is this party’s last one, marked with its time', () => {
    const previous = { at: at('09:12'), texts: { diagnosis: 'Disk latency, not load' } };
    expect(formOf(heldByAna, '09:40', { previous }).diagnosis).toEqual({
      label: 'Current diagnosis',
      value: 'Disk latency, not load',
      hint: 'Yours from 09:12. Still true?',
    });
  });

  it('says when it is from before the party had it this time', () => {
    const previous = { at: at('2025-11-27T16:40:00Z'), texts: { diagnosis: 'Disk latency, not load' } };
    expect(formOf(heldByDana, '11:00', { viewer: dana, previous }).diagnosis.hint).toBe(
      'Carried over from Thu 17:40. Still true?',
    );
  });

  it('is empty where the text was erased', () => {
    const previous = { at: at('09:12'), texts: { diagnosis: null } };
    expect(formOf(heldByAna, '09:40', { previous }).diagnosis).toEqual({ label: 'Current diagnosis', value: '' });
  });
});

describe('the actions taken', () => {
  const note = (time: string, person: string | undefined, text: string) => ({
    at: at(time),
    ...(person === undefined ? {} : { person }),
    kind: 'note' as const,
    text,
  });

  it('are the party’s own notes since custody is theirs, oldest first', () => {
    const notes = [
      note('10:40', 'li', 'Called the\n  storage vendor'),
      note('10:20', 'dana', 'Restarted the replica'),
      note('09:30', 'dana', 'Looked at it early'),
      note('10:30', 'ana', 'Asked for news'),
      note('10:35', undefined, 'Ticket was updated'),
    ];
    expect(formOf(heldByDana, '11:00', { viewer: dana, notes }).actions).toEqual({
      label: 'Actions taken',
      value: '- Restarted the replica\n- Called the storage vendor',
      hint: 'Taken from your side’s notes and work log; delete what does not matter',
    });
  });

  it('are at most the last five, said so', () => {
    const notes = [1, 2, 3, 4, 5, 6, 7].map(number => note(`09:1${number}`, 'ana', `Step ${number}`));
    const { value, hint } = formOf(heldByAna, '09:40', { notes }).actions;
    expect(value.split('\n')).toEqual(['- Step 3', '- Step 4', '- Step 5', '- Step 6', '- Step 7']);
    expect(hint).toMatch(/^The last 5 of 7 /);
  });

  it('leave out what says nothing and what says it twice, and cut long lines', () => {
    const notes = [
      note('09:10', 'ana', 'n/a'),
      note('09:11', 'ana', 'Payroll is slow'),
      note('09:12', 'ana', 'Restarted it'),
      note('09:13', 'ana', 'Restarted it'),
      note('09:14', 'ana', '😀'.repeat(300)),
    ];
    const lines = formOf(heldByAna, '09:40', { notes, title: 'Payroll is slow' }).actions.value.split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toBe(`- ${'😀'.repeat(199)}…`);
  });

  it('are empty where nothing was done', () => {
    expect(formOf(heldByAna, '09:40').actions).toEqual({ label: 'Actions taken', value: '' });
  });
});

describe('the evidence', () => {
  it('is attachments and links added since custody is this party’s', () => {
    const attachments = [
      { at: at('08:00'), name: 'old.log' },
      { at: at('09:20'), name: 'array log.txt' },
      { at: at('09:10'), name: 'latency', url: 'https://graphs.example/db-2' },
    ];
    const notes = [
      {
        at: at('09:30'),
        person: 'ana',
        kind: 'reply' as const,
        text: 'See https://graphs.example/db-2 and (https://wiki.example/array).',
      },
    ];
    const { value } = formOf(heldByAna, '09:40', { attachments, notes }).evidence;
    expect(value).toBe('- latency https://graphs.example/db-2\n- array log.txt\n- https://wiki.example/array');
  });

  it('asks why there is none where there is none', () => {
    expect(formOf(heldByAna, '09:40').evidence).toEqual({
      label: 'Evidence',
      value: '',
      hint: 'A file name or a link, or why there is none',
    });
  });
});

describe('the deadline proposed', () => {
  it('is the next-action target in the receiver’s hours, on both clocks', () => {
    expect(formOf(heldByAna, '09:40').deadline).toEqual({
      label: 'Deadline',
      value: '2025-11-28 11:40',
      hint: '11:40 today · 12:40 in Madrid, inside their hours · 5 h 20 min before it is due',
    });
  });

  it('leaves a fifth of the time left where that comes first', () => {
    expect(formOf(heldByAna, '16:00').deadline.value).toBe('2025-11-28 16:48');
  });

  it('waits for the receiver to open', () => {
    const started = ledgerOf(opened('2025-11-28T16:30:00Z'));
    expect(formOf(started, '16:45').deadline).toEqual({
      label: 'Deadline',
      value: '2025-12-01 08:45',
      hint: 'Mon 08:45 · 09:45 in Madrid, inside their hours · 5 h 45 min before it is due',
    });
  });

  it('is still ahead when the ticket is overdue or nearly so', () => {
    expect(formOf(heldByAna, '17:30').deadline.value).toBe('2025-12-01 09:00');
    expect(formOf(heldByAna, '2025-11-28T16:59:40Z').deadline.value).toBe('2025-11-28 17:00');
  });

  it('reads back as an instant ahead in the hour that the clock shows twice', () => {
    const always = storyTerms({ priority: 1 });
    const night = ledgerOf(
      fact('2025-10-25T22:00:00Z', undefined, 'EscalationOpened', {
        escalation: 'e1',
        terms: always,
        custody: { party: 'client', team: 'contoso-desk' },
      }),
    );
    const terms = { ...always, hours: { msp: '24x7', client: '24x7' } };
    const state = { ...stateOf(night), terms } as Open;
    const now = at('2025-10-26T01:20:00Z');
    const { value, error } = formView({
      ...{ state, directory: storyDirectory, viewer: ana, now, notes: [], attachments: [] },
    }).deadline;
    const read = readDeadline(value, 'Europe/Lisbon');
    expect('at' in read && read.at > now).toBe(true);
    expect(error).toBeUndefined();
  });
});

describe('a deadline typed', () => {
  const deadlineOf = (value: string, time = '09:40') =>
    formOf(heldByAna, time, { draft: { ...draft, deadline: value } }).deadline;

  it('outside the receiver’s hours comes with the nearest instant inside', () => {
    expect(deadlineOf('2025-11-28 17:45')).toMatchObject({
      hint: '17:45 today · 18:45 in Madrid, outside their hours · not before it is due, 17:00 today',
      suggestion: { label: 'Use 17:00 today', value: '2025-11-28 17:00' },
    });
    expect(deadlineOf('2025-12-01 06:30').suggestion).toEqual({ label: 'Use Mon 07:00', value: '2025-12-01 07:00' });
    expect(deadlineOf('2025-11-28 06:30', '04:00').suggestion?.value).toBe('2025-11-28 07:00');
  });

  it('at closing time is inside', () => {
    expect(deadlineOf('2025-11-28 17:00').suggestion).toBeUndefined();
  });

  it('in the past is an error without a suggestion', () => {
    expect(deadlineOf('2025-11-28 06:30')).toMatchObject({ error: 'This time has already passed.' });
    expect(deadlineOf('2025-11-28 06:30').suggestion).toBeUndefined();
  });

  it('that cannot be read says how to write it', () => {
    expect(deadlineOf('noon')).toEqual({
      label: 'Deadline',
      value: 'noon',
      error: 'Write the deadline like 2025-11-28 16:30.',
    });
  });
});

describe('reading a deadline', () => {
  it.each([
    ['2025-11-28 10:20', '2025-11-28T10:20:00Z'],
    ['  2025-11-28T10:20 ', '2025-11-28T10:20:00Z'],
    ['2025-11-28 9:05', '2025-11-28T09:05:00Z'],
  ])('takes %s', (text, iso) => {
    expect(readDeadline(text, 'Europe/Lisbon')).toEqual({ at: at(iso) });
  });

  it.each([
    ['', 'Say by when.'],
    ['28.11.2025 10:20', 'Write the deadline like 2025-11-28 16:30.'],
    ['2025-11-28', 'Write the deadline like 2025-11-28 16:30.'],
    ['2025-02-30 10:20', 'There is no such date or time.'],
    ['2025-11-28 25:00', 'There is no such date or time.'],
  ])('refuses %p in one sentence', (text, problem) => {
    expect(readDeadline(text, 'Europe/Lisbon')).toEqual({ problem });
  });

  it('means the viewer’s wall clock', () => {
    expect(readDeadline('2025-11-28 10:20', 'Europe/Madrid')).toEqual({ at: at('2025-11-28T09:20:00Z') });
    expect(readDeadline('2025-11-28 10:20', 'Mars/Olympus')).toHaveProperty('problem');
  });

  it('means the next real instant in a skipped hour and the first one in a repeated hour', () => {
    expect(readDeadline('2026-03-29 02:30', 'Europe/Madrid')).toEqual({ at: at('2026-03-29T01:00:00Z') });
    expect(readDeadline('2025-10-26 02:30', 'Europe/Madrid')).toEqual({ at: at('2025-10-26T00:30:00Z') });
  });
});
