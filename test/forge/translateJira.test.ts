import { fieldWord } from '../../forge-app/src/fieldWord';
import { unopened, type State, type TicketEvent } from '@baton/shared';
import { changesOf, translateHistory } from '../../forge-app/src/translateChangelog';
import { issueSchema, translateIssue, translatePast } from '../../forge-app/src/translateJira';
import { translateWork } from '../../forge-app/src/translateWork';
import {
  historyIn,
  isOwn,
  jiraEventSchema,
  translateActor,
  translateComment,
} from '../../forge-app/src/translateJiraEvent';
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
  if (event.comment) return translateComment(directory, event.issue.id, event.comment, learned);
  return changeIn(name, await (await heldByAna()).state());
}

/** What the changelog entry means that an event carries. */
function changeIn(name: Named, state: State): readonly TicketEvent[] {
  const event = jiraEventSchema.parse(events[name]);
  const history = historyIn(event, learned);
  return history ? translateHistory({ directory, state, learned, since: 0 }, event.issue.id, history) : [];
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

  it('happened when Jira says, and never later than it was learned', () => {
    const at = (name: Named, known: number) => {
      const history = historyIn(jiraEventSchema.parse(events[name]), known);
      return history && Date.parse(history.created);
    };
    expect([at('updatedAssignee', learned), at('withoutTimestamp', learned)]).toEqual([happened, learned]);
    expect(at('updatedAssignee', happened - 1)).toBe(happened - 1);
  });

  it.each<[Named, object]>([
    ['updatedAssignee', { person: 'omar', party: 'msp' }],
    ['byAutomation', { rule: 'jira' }],
  ])('%s names who acted', (name, actor) => {
    expect(changeIn(name, unopened)[0]?.actor).toEqual(actor);
  });

  it('made by an automation or an app is by its name, which is the path it took', () => {
    const account = { accountId: 'app:1', accountType: 'app', displayName: 'Automation for Jira' };
    expect(translateActor(directory, account)).toEqual({ rule: 'Automation for Jira' });
    expect(translateActor(directory, { ...account, accountType: 'atlassian' })).toEqual({ native: 'app:1' });
  });

  it('of Baton’s own write is known as its own', () => {
    expect(isOwn(jiraEventSchema.parse(events.ownWrite))).toBe(true);
    expect(isOwn(jiraEventSchema.parse(events.updatedAssignee))).toBe(false);
  });

  it('without an issue is none', () => {
    const { issue: _, ...rest } = events.created;
    expect(jiraEventSchema.safeParse(rest).success).toBe(false);
  });

  it('on a ticket Baton has not met yet still says where it lay before', () => {
    const [moved] = changeIn('updatedAssignee', unopened);
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

describe('the changelog of a work item', () => {
  const issue = issueSchema.parse({ ...answers.issue, changelog: { histories: answers.changelog.values } });
  const now = instant('2026-03-02 12:00');
  const told = (state: State, since = 0) =>
    changesOf({ directory, state, learned: now, since }, issue).map(({ type, at, assurance }) => [
      type,
      new Date(at).toISOString().slice(11, 16),
      assurance,
    ]);

  it('tells everything since it was created where no ledger is open yet', () => {
    expect(told(unopened)).toEqual([
      ['TicketOpened', '09:00', 'platform'],
      ['TicketMoved', '10:05', 'platform'],
      ['TicketMoved', '11:40', 'platform'],
      ['TicketReprioritised', '11:40', 'platform'],
    ]);
  });

  it('tells what was before Baton looked as history', () => {
    expect(told(unopened, instant('2026-03-02 11:00')).map(([, , assurance]) => assurance)).toEqual([
      ...['history', 'history', 'platform', 'platform'],
    ]);
  });

  it('tells nothing that the ledger knows', async () => {
    const state = await (await heldByAna()).state();
    const known = answers.changelog.values.map(({ id }) => `jira:change:${issue.id}:${id}`);
    expect(told({ ...state, causes: known } as State)).toEqual([]);
    expect(told({ ...state, causes: known.slice(1) } as State)).toHaveLength(2);
  });

  it('tells only what is new where the ledger has forgotten what it knew', async () => {
    const state = await (await heldByAna()).state();
    const causes = Array.from({ length: 40 }, (_, index) => `jira:comment:${issue.id}:${index}`);
    expect(told({ ...state, causes, nativeAt: now } as State).map(([, at]) => at)).toEqual(['10:05', '11:40', '11:40']);
    const tomorrow = instant('2026-03-03 12:00');
    expect(told({ ...state, causes, nativeAt: tomorrow } as State)).toEqual([]);
  });
});

describe('a major incident', () => {
  const flag = (from: string, to: string, fieldId = 'customfield_10001') => ({
    ...{ id: '9', created: '2026-03-02T10:00:00.000+0000' },
    items: [{ field: 'Major incident', fieldId, from: null, fromString: from, to: null, toString: to }],
  });
  const meaning = async (field: string | undefined, history: ReturnType<typeof flag>) => {
    const majors = { jira: field === undefined ? [] : [{ field, values: [] }] };
    const look = { directory: { ...directory, majors }, state: await (await heldByAna()).state(), learned, since: 0 };
    return translateHistory(look, '10007', history).map(({ type }) => type);
  };

  it.each(['customfield_10001', 'Major incident'])('is told by the field that the agreement names, %s', async field => {
    expect(await meaning(field, flag('', 'MAJOR_INCIDENT'))).toEqual(['MajorFlagged']);
    expect(await meaning(field, flag('MAJOR_INCIDENT', ''))).toEqual(['MajorUnflagged']);
  });

  it('is told by no field that the agreement does not name', async () => {
    expect(await meaning(undefined, flag('', 'MAJOR_INCIDENT'))).toEqual([]);
  });
});

describe('a field of Jira', () => {
  it.each<[string, unknown, string | undefined]>([
    ['a text', 'Acme', 'Acme'],
    ['a choice', { id: '1', value: 'Lisbon' }, 'Lisbon'],
    [
      'organisations, of which the first counts',
      [
        { id: '3', name: 'Acme' },
        { id: '4', name: 'Globex' },
      ],
      'Acme',
    ],
    ['a number', 3, '3'],
    ['empty', null, undefined],
    ['an empty list', [], undefined],
  ])('that is %s is read in one word', (_what, value, word) => {
    expect(fieldWord(value)).toBe(word);
  });
});
