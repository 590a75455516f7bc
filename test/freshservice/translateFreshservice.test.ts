import { activitySchema, translatePast } from '../../freshservice-app/src/translatePast';
import { observe } from '@baton/shared';
import { actorIdOf, changedFields, productEventSchema } from '../../freshservice-app/src/productEvent';
import {
  conversationSchema,
  fingerprintOf,
  ticketSchema,
  translateActor,
  translateTicket,
  translateWork,
} from '../../freshservice-app/src/translateFreshservice';
import answers from '../desks/payloads/freshserviceAnswers.json';
import events from '../desks/payloads/freshserviceEvents.json';
import { storyDirectory as directory } from '../support/agreement';
import { heldByAna, instant, story } from '../support/story';

const desk = { party: 'client', team: 'contoso-desk' };
const noc = { party: 'msp', team: 'northwind-noc' };
type Named = keyof typeof events;

const read = (name: Named) => productEventSchema.parse(events[name]);
const ticketIn = (name: Named) => ticketSchema.parse(read(name).data.ticket);

/** What an event means on a ticket that Ana holds, in the order it is decided; the desk's own due times left out. */
async function meaningOf(name: Named): Promise<string[]> {
  const state = await (await heldByAna(story())).state();
  const circumstances = { deliveryId: 'd', at: 0, learned: 0, actor: {}, channel: 'x', assurance: 'platform' } as const;
  return observe(state, translateTicket(directory, ticketIn(name)), circumstances)
    .map(({ type }) => type)
    .filter(type => type !== 'DueTimesRead');
}

describe('an event of Freshservice', () => {
  it.each<[Named, readonly string[] | undefined]>([
    ['groupWithChanges', ['group_id', 'responder_id']],
    ['statusWithModelChanges', ['status']],
    ['changesInsideTheTicket', ['status']],
    ['elsewhereInModelChanges', ['is_escalated']],
    ['withoutMetadata', undefined],
    ['byWorkflow', undefined],
  ])('%s says what changed, as far as it does', (name, fields) => {
    expect(changedFields(read(name))).toEqual(fields);
  });

  it.each<[Named, string[]]>([
    ['groupWithChanges', ['TicketMoved']],
    ['statusWithModelChanges', ['WaitingStarted']],
    ['changesInsideTheTicket', ['TicketResolved']],
    ['withoutMetadata', ['TicketReprioritised']],
    ['bulkUpdate', ['TicketReprioritised', 'TicketMoved', 'WaitingStarted']],
    ['elsewhere', []],
    ['idsAsText', []],
  ])('%s means what differs from what Baton knows', async (name, types) => {
    expect(await meaningOf(name)).toEqual(types);
  });

  it.each<[Named, object]>([
    ['groupWithChanges', { person: 'omar', party: 'msp' }],
    ['idsAsText', { person: 'ana', party: 'client' }],
    ['ownWrite', { native: '21000001' }],
    ['ofCustomer', { native: '31000001' }],
    ['byWorkflow', { rule: 'freshservice' }],
  ])('%s names who acted', (name, actor) => {
    expect(translateActor(directory, actorIdOf(read(name)))).toEqual(actor);
  });

  it('that comes twice has one name, and another one after the next change', () => {
    expect(fingerprintOf(ticketIn('groupWithChanges'))).toBe(fingerprintOf(ticketIn('groupWithChanges')));
    expect(fingerprintOf(ticketIn('groupWithChanges'))).not.toBe(fingerprintOf(ticketIn('bulkUpdate')));
  });

  it('may name a ticket and nothing else', () => {
    expect(read('sparse').data.ticket?.id).toBe('101');
    expect(ticketSchema.safeParse(read('sparse').data.ticket).success).toBe(false);
  });

  it.each<[Named, object]>([
    ['note', { private: true, incoming: false }],
    ['reply', { private: false, incoming: false }],
    ['ofCustomer', { private: false, incoming: true }],
  ])('%s says whom it was for', (name, whom) => {
    const said = conversationSchema.parse(read(name).data.conversation);
    expect(said).toMatchObject(whom);
    expect(Date.parse(said.created_at)).toBe(instant('2026-03-02 09:20'));
  });
});

describe('an answer of Freshservice', () => {
  const native = ticketSchema.parse(answers.ticket.ticket);
  const ticket = translateTicket(directory, native);

  it('is a ticket in the agreement’s words', () => {
    expect(ticket).toEqual({
      id: '101',
      isMajor: false,
      title: 'Payroll database is slow',
      createdAt: instant('2026-03-02 09:00'),
      facts: { workType: 'incident', priority: 2, title: 'Payroll database is slow' },
      placement: { ...desk, person: 'ana' },
      status: { is: 'open' },
      due: { resolve: instant(answers.ticket.ticket.due_by) },
    });
  });

  it('says what the fields named in the agreement say', () => {
    const facts = { freshservice: { client: 'department_id', geography: 'site', unit: 'not_there' } };
    const ticket = { ...ticketIn('groupWithChanges'), department_id: 77, custom_fields: { site: 'Lisbon' } };
    expect(translateTicket({ ...directory, facts }, ticket).facts).toMatchObject({ client: '77', geography: 'Lisbon' });
    expect(translateTicket({ ...directory, facts }, ticket).facts).not.toHaveProperty('unit');
  });

  it('without what Baton would like to know lies at the intake and is open', () => {
    const sparse = translateTicket(directory, ticketSchema.parse(answers.withoutOptionalFields.ticket));
    expect(sparse).toMatchObject({ placement: directory.intake, status: { is: 'open' }, facts: { priority: 3 } });
    expect(sparse.createdAt).toBe(instant('2026-03-02 09:00'));
  });

  it('tells where it lay so far from activities, newest first as Freshservice lists them', () => {
    const activities = answers.activities.activities.map(activity => activitySchema.parse(activity));
    expect(translatePast(directory, ticket, activities)).toEqual([
      { at: instant('2026-03-02 09:00'), to: desk },
      { at: instant('2026-03-02 10:05'), to: { ...desk, person: 'ana' } },
      { at: instant('2026-03-02 11:00'), to: { ...desk, person: 'ana' } },
      { at: instant('2026-03-02 11:40'), to: noc },
      { at: instant('2026-03-02 12:10'), to: { ...noc, person: 'omar' } },
    ]);
  });

  it('tells what was done by agents, and its files', () => {
    const said = (['note', 'reply', 'ofCustomer'] as const).map(name =>
      conversationSchema.parse(read(name).data.conversation),
    );
    const { notes, attachments } = translateWork(directory, said, native);
    const at = instant('2026-03-02 09:20');
    expect(notes).toEqual([
      { at, kind: 'note', text: 'The replica lags by forty seconds.', person: 'ana' },
      { at, kind: 'reply', text: 'We are looking into it.', person: 'ana' },
    ]);
    expect(attachments).toMatchObject([{ name: 'array.log', at: instant('2026-03-02 09:25') }]);
  });
});

describe('a major incident', () => {
  const { ticket: plain } = answers.ticket as { ticket: Record<string, unknown> };
  const isMajor = (changes: object, majors = directory.majors) =>
    translateTicket({ ...directory, ...(majors ? { majors } : {}) }, ticketSchema.parse({ ...plain, ...changes }))
      .isMajor;

  it('is what Freshservice’s own field for it says, whatever it says', () => {
    expect(isMajor({ custom_fields: { major_incident_type: null } })).toBe(false);
    expect(isMajor({ custom_fields: { major_incident_type: 'Outage' } })).toBe(true);
  });

  it('is what the agreement names, a priority among others', () => {
    const majors = { freshservice: [{ field: 'priority', values: ['4'] }] };
    expect([isMajor({ priority: 4 }, majors), isMajor({ priority: 3 }, majors)]).toEqual([true, false]);
    expect(isMajor({}, { freshservice: [] })).toBeUndefined();
  });
});

it('a ticket that moves to another workspace is the same ticket, and nothing has happened to it', async () => {
  const { ticket: plain } = answers.ticket as { ticket: Record<string, unknown> };
  const state = await (await heldByAna(story())).state();
  const seenIn = (workspace: number) =>
    observe(state, translateTicket(directory, ticketSchema.parse({ ...plain, workspace_id: workspace })), {
      ...{ deliveryId: 'd', at: 0, learned: 0, actor: {}, channel: 'x', assurance: 'platform' },
    });
  expect(seenIn(9)).toEqual(seenIn(2));
  const moved = { data: { ticket: { id: 101 }, changes: { workspace_id: [2, 9] } } };
  expect(changedFields(productEventSchema.parse(moved))).toEqual(['workspace_id']);
});
