import { approvalForm } from '../../shared/src/panel/approvalForm';
import { overrideForm } from '../../shared/src/panel/overrideForm';
import { stateOf, type Fact, type Open } from '../../shared/src/escalation';
import { at, buttons, fact, heldByAna, lozenges, seenBy, toldDirectory } from './told';

const asked = (more: object = {}): Fact[] => [
  ...heldByAna,
  fact(
    '10:00',
    'ana',
    'OverrideAsked',
    {
      ...{ override: 'o1', kind: 'transfer', until: at('12:00'), isSampled: true, isBlocking: true, decide: 3_600_000 },
      ...{
        owed: [
          { party: 'client', person: 'carla' },
          { party: 'msp', person: 'grace' },
        ],
        isAny: true,
      },
      ...{ tell: ['carla'], ...more },
    },
    { texts: { why: '#exception' } },
  )(heldByAna.length + 1),
];

const approved = (): Fact[] => [
  ...asked(),
  fact('10:10', 'grace', 'OverrideApproved', { override: 'o1', for: 'msp', isGiven: true, tell: ['ana'] })(4),
];

describe('an exception that is asked for', () => {
  it('is an approver’s first task: what for, until when and why, Approve or Refuse', () => {
    const view = seenBy('carla', '10:05', asked(), { desk: 'jira' });
    expect(view.task.title).toBe('Approve, or say why not: move without a handoff');
    expect(buttons(view).slice(0, 2)).toEqual(['Approve', 'Refuse']);
    expect(view.asks?.open[0]?.actions).toEqual([]);
    expect(lozenges(view)).toContain('TO APPROVE');
    expect(view.asks?.open[0]).toMatchObject({
      title: 'Exception: move without a handoff',
      question: 'The array vendor is on site and the whole desk works on it',
      until: 'until 12:00 today · waits for you or Grace Kim',
    });
  });

  it('is approved on Freshservice by the words it shows, written as a private note', () => {
    const view = seenBy('carla', '10:05', asked());
    expect(buttons(view)[0]).toBe('Refuse');
    expect(view.task.detail).toContain('To approve, add this as a private note: Baton approve e1-o1');
    expect(JSON.stringify(seenBy('ana', '10:05', asked()))).not.toContain('Baton approve');
  });

  it('is taken back by whoever asked, and nobody else’s to press', () => {
    expect(seenBy('ana', '10:05', asked()).asks?.open[0]?.actions.map(({ label }) => label)).toEqual(['Take it back']);
    expect(seenBy('omar', '10:05', asked()).asks?.open[0]?.actions).toEqual([]);
  });

  it('says so while it counts, and who may end it', () => {
    const view = seenBy('grace', '10:30', approved());
    expect(view.notice).toContain('It may be moved without a handoff until 12:00 today');
    expect(view.asks?.open[0]?.actions.map(({ label }) => label)).toEqual(['End it now']);
    expect(view.timeline.slice(-2).map(({ text }) => text)).toEqual([
      'Ana Pires asked for an exception: move without a handoff, until 12:00 today.',
      'You approved the exception (move without a handoff) for Northwind. It counts until 12:00 today.',
    ]);
  });
});

describe('the form in which it is asked for', () => {
  const form = (fields: Readonly<Record<string, string>> = {}) =>
    overrideForm(
      stateOf(heldByAna) as Open,
      toldDirectory,
      { person: 'ana', timeZone: 'Europe/Lisbon', desk: 'jira' },
      { now: at('10:00'), fields },
    );

  it('needs the reason alone: the time is filled in, what is at stake may stay empty', () => {
    expect(form().fields.map(({ name, isRequired, value }) => [name, isRequired, value])).toEqual([
      ['question', true, ''],
      ['deadline', true, '2025-11-28 11:00'],
      ['amount', false, ''],
      ['flag', false, ''],
    ]);
    expect(form().sendsWith).toEqual({ kind: 'transfer' });
  });
});

it('an approval of somebody whose party works off the desk is recorded by the other one, in a short form', () => {
  const { parties } = toldDirectory;
  const directory = {
    ...toldDirectory,
    parties: { ...parties, msp: { ...parties.msp, worksAt: 'off desk' as const } },
  };
  const labels = (who: string, facts = asked()): string[] =>
    seenBy(who, '10:05', facts, { directory }).asks?.open[0]?.actions.map(({ label }) => label) ?? [];
  expect(labels('ana')).toEqual(['Take it back', 'Record their approval']);
  expect(labels('omar')).toEqual([]);
  const form = approvalForm(
    stateOf(asked()) as Open,
    directory,
    { person: 'ana', party: 'client', timeZone: 'UTC', desk: 'jira' },
    { now: at('10:05'), fields: { answer: 'refuse' } },
  );
  expect(form.fields.map(({ name }) => name)).toEqual(['answer', 'question', 'whom', 'via', 'reference', 'deadline']);
  expect([form.sendsWith, form.fields[2]?.value]).toEqual([{ override: 'o1' }, 'grace']);
  const recorded = fact(
    '10:10',
    'ana',
    'OverrideApproved',
    {
      ...{ override: 'o1', for: 'msp', isGiven: true, tell: [] },
      recorded: { person: 'grace', at: at('10:08'), isSampled: true },
    },
    { assurance: 'attested' },
  )(4);
  const view = seenBy('carla', '10:30', [...asked(), recorded], { directory });
  expect(JSON.stringify(view.timeline)).toMatch(/Grace Kim approved the exception.*attested by Ana Pires/);
});
