import { unopened, type TicketEvent } from '@baton/shared';
import { issueSchema, translateIssue, translatePast, translateWork } from '../../forge-app/src/translateJira';
import { deliveryOf, jiraEventSchema, translateChange, translateComment } from '../../forge-app/src/translateJiraEvent';
import answers from '../desks/payloads/jiraAnswers.json';
import events from '../desks/payloads/jiraEvents.json';
import { storyDirectory as directory } from '../support/agreement';
import { heldByAna, instant } from '../support/story';

const learned = instant('2026-03-02 09:06');
const happened = 1772442300000;
const desk = { party: 'client', team: 'contoso-desk' };
const noc = { party: 'msp', team: 'northwind-noc' };
type Named = keyof typeof events;

/** What an event means on a ticket that Ana holds. */
async function meaningOf(name: Named): Promise<readonly TicketEvent[]> {
  const event = jiraEventSchema.parse(events[name]);
  const state = await (await heldByAna()).state();
  return event.comment
    ? translateComment(directory, event, learned)
    : translateChange(directory, state, event, learned);
}

/** The same without the circumstances. */
const told = async (name: Named) =>
  (await meaningOf(name)).map(
    ({ deliveryId: _, at: __, learned: ___, actor: ____, channel: _____, assurance: ______, ...said }) => said,
  );

describe('an event of Jira', () => {
  it.each<[Named, object[]]>([
    ['updatedAssignee', [{ type: 'TicketMoved', to: { ...noc, person: 'omar' }, from: { ...desk, person: 'ana' } }]],
    ['unassigned', [{ type: 'TicketMoved', to: desk, from: { ...desk, person: 'ana' } }]],
    ['waitsForCustomer', [{ type: 'WaitingStarted', whom: 'customer' }]],
    ['reopened', [{ type: 'TicketReopened' }]],
    ['byAutomation', [{ type: 'TicketReprioritised' }]],
    ['elsewhere', []],
    ['assignedToStranger', []],
    ['created', []],
    ['commentInternal', [{ type: 'WorkNoted' }]],
    ['commentPublic', [{ type: 'PublicReplySent' }]],
    ['commentOfCustomer', [{ type: 'CustomerReplied' }]],
    [
      'bulkEdit',
      [
        { type: 'TicketReprioritised' },
        { type: 'TicketMoved', to: { ...noc, person: 'omar' }, from: { ...desk, person: 'ana' } },
        { type: 'TicketResolved' },
      ],
    ],
  ])('%s is read', async (name, expected) => {
    expect(await told(name)).toEqual(expected);
  });

  it('about an assignee comes twice and is one delivery', async () => {
    const [updated, assigned] = [await meaningOf('updatedAssignee'), await meaningOf('assigned')];
    expect(updated).toEqual(assigned);
    expect(updated[0]?.deliveryId).toBe('jira:change:20108:31007');
  });

  it('of a bulk edit names each of its changes', async () => {
    const ids = (await meaningOf('bulkEdit')).map(({ deliveryId }) => deliveryId);
    expect(ids).toEqual(['jira:change:20108:31007', 'jira:change:20108:31007/1', 'jira:change:20108:31007/2']);
  });

  it('happened when Jira says, and never later than it was learned', async () => {
    const [early] = await meaningOf('updatedAssignee');
    const [untold] = await meaningOf('withoutTimestamp');
    expect([early?.at, untold?.at]).toEqual([happened, learned]);
    const late = jiraEventSchema.parse(events.updatedAssignee);
    expect(deliveryOf(directory, late, happened - 1).at).toBe(happened - 1);
  });

  it.each<[Named, object]>([
    ['updatedAssignee', { person: 'omar', party: 'msp' }],
    ['byAutomation', { rule: 'jira' }],
    ['ownWrite', { native: '712020:0b1c2d3e-baton-app' }],
  ])('%s names who acted', (name, actor) => {
    const event = jiraEventSchema.parse(events[name]);
    expect(deliveryOf(directory, event, learned).actor).toEqual(actor);
  });

  it('without an issue is none', () => {
    const { issue: _, ...rest } = events.created;
    expect(jiraEventSchema.safeParse(rest).success).toBe(false);
  });

  it('on a ticket Baton has not met yet still says where it lay before', () => {
    const [moved] = translateChange(directory, unopened, jiraEventSchema.parse(events.updatedAssignee), learned);
    expect(moved).toMatchObject({ from: { ...desk, person: 'ana' } });
  });
});

describe('an answer of Jira', () => {
  const ticket = translateIssue(directory, issueSchema.parse(answers.issue));

  it('is a ticket in the agreement’s words', () => {
    expect(ticket).toEqual({
      id: '20108',
      title: 'Payroll database is slow',
      createdAt: instant('2026-03-02 09:00'),
      facts: { workType: 'incident', priority: 2, title: 'Payroll database is slow' },
      placement: { ...desk, person: 'ana' },
      status: { is: 'open' },
    });
  });

  it('without what Baton would like to know lies at the intake and is open', () => {
    const sparse = translateIssue(directory, issueSchema.parse(answers.withoutOptionalFields));
    expect(sparse).toMatchObject({ placement: directory.intake, status: { is: 'open' }, facts: { priority: 3 } });
    expect(sparse.createdAt).toBe(instant('2026-03-02 09:00'));
  });

  it('of a work item that was unassigned keeps party and team', () => {
    const unassigned = { ...answers.issue, fields: { ...answers.issue.fields, assignee: null } };
    const before = { ...noc, person: 'omar' } as const;
    expect(translateIssue(directory, issueSchema.parse(unassigned), before as never).placement).toEqual(noc);
  });

  it('tells where it lay so far, newest first as Jira lists it', () => {
    expect(translatePast(directory, ticket, answers.changelog)).toEqual([
      { at: instant('2026-03-02 09:00'), to: directory.intake },
      { at: instant('2026-03-02 10:05'), to: { ...desk, person: 'carla' } },
      { at: instant('2026-03-02 11:40'), to: { ...noc, person: 'omar' } },
    ]);
  });

  it('tells what was done, by whom the agreement knows', () => {
    const { notes, attachments } = translateWork(directory, answers.work);
    expect(notes).toEqual([
      { at: instant('2026-03-02 09:20'), kind: 'note', text: 'The replica lags by forty seconds.', person: 'ana' },
      { at: instant('2026-03-02 09:20'), kind: 'note', text: 'Still slow.' },
    ]);
    expect(attachments).toMatchObject([{ name: 'array.log', at: instant('2026-03-02 09:25') }]);
  });
});
