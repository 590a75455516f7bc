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
