import type { ListAnswer, ListRowView, ListView } from '@baton/shared';
import { storyCast } from '../../scripts/workbench/cast';
import type { FreshserviceDesk } from '../../scripts/workbench/freshservice';
import type { JiraDesk } from '../../scripts/workbench/jira';
import { packet } from '../support/story';
import { costOf, starts, startFreshservice, startJira, unmetered, type TestDesk } from './support/desks';

jest.setTimeout(120_000);

const names = ['freshservice', 'jira'] as const;
type Listing = TestDesk<FreshserviceDesk | JiraDesk>;

const start = (name: (typeof names)[number]): Promise<Listing> => starts[name](unmetered);

const asked = async (on: Listing, person: string, request: object, action?: string): Promise<ListAnswer> => {
  const answer = (await on.desk.askList(person, { viewer: { timeZone: 'UTC' }, ...request }, action)) as ListAnswer;
  await on.desk.settle();
  return answer;
};

async function listOf(on: Listing, person: string): Promise<ListView> {
  const answer = await asked(on, person, { type: 'list' }, 'list');
  if (!answer.ok || !('view' in answer)) throw new Error(JSON.stringify(answer));
  return answer.view;
}

let pressed = 0;
const accept = (on: Listing, person: string, row: Pick<ListRowView, 'ticket' | 'accept'>): Promise<ListAnswer> =>
  asked(on, person, { type: 'accept', ticket: row.ticket, ...row.accept, actId: `press-row-${(pressed += 1)}` }, 'row');

const onRow = (on: Listing, person: string, request: object): Promise<ListAnswer> =>
  asked(on, person, { ...request, actId: `press-row-${(pressed += 1)}` }, 'row');

/** Ana of Contoso's desk has taken it and offered it to Northwind's NOC. */
async function offered(
  on: Listing,
  title = 'Payroll database is slow',
  deadline = '2026-03-02 15:30',
): Promise<string> {
  const id = await on.open({ title });
  await on.change(id, 'ana', { person: 'ana' });
  expect(await on.offer(id, 'ana', { deadline })).toMatchObject({ ok: true });
  return id;
}

const titles = ({ rows }: ListView['offered']): (string | undefined)[] => rows.map(({ title }) => title);
const first = ({ rows }: ListView['offered']): ListRowView => {
  if (!rows[0]) throw new Error('The section is empty');
  return rows[0];
};

describe.each(names)('the list on %s', name => {
  it('shows what somebody else’s ticket asks of us, until it is answered', async () => {
    const on = await start(name);
    const id = await on.open();
    await on.change(id, 'ana', { person: 'ana' });
    const fields = { whom: 'team northwind-network', question: 'Which VLAN is db-2 in?' };
    expect(await on.ask(id, 'ana', { type: 'ask', verb: 'ask', fields })).toMatchObject({ ok: true });
    expect(first((await listOf(on, 'li')).offered)).toMatchObject({
      who: 'From Contoso Service desk · to Northwind Network L2',
      owed: 'Answer by 13:00 today',
      lozenge: { text: 'ASKED' },
    });
    expect(await on.ask(id, 'li', { type: 'answer ask', ask: 'a1', answer: 'VLAN 42' })).toMatchObject({ ok: true });
    expect((await listOf(on, 'li')).offered.rows).toEqual([]);
    await on.stop();
  });

  it('shows a receiver what is offered to them, with Accept, and a giver what they still hold', async () => {
    const on = await start(name);
    await offered(on);
    const omar = await listOf(on, 'omar');
    expect(omar.title).toBe('Northwind');
    expect(first(omar.offered)).toMatchObject({
      title: 'Payroll database is slow',
      priority: 'P2',
      who: 'From Ana Pires · to Northwind NOC',
      owed: 'Answer by 09:30 today',
      lozenge: { text: 'OFFERED TO YOU' },
      accept: { handoff: expect.any(String) },
    });
    expect(omar.ours).toMatchObject({ rows: [], empty: 'Nothing is yours right now.' });
    const ana = await listOf(on, 'ana');
    expect(ana.offered).toMatchObject({ rows: [], empty: 'Nothing is offered to you.' });
    expect(first(ana.ours)).toMatchObject({
      who: 'You · Contoso Service desk · offered to Northwind NOC',
      lozenge: { text: 'OFFERED' },
    });
    expect(first(ana.ours).accept).toBeUndefined();
    await on.stop();
  });

  it('takes somebody out for today, and the backup is asked what was offered to them', async () => {
    const on = await start(name);
    const id = await offered(on);
    expect(await asked(on, 'dana', { type: 'out', person: 'omar', isOut: true })).toMatchObject({ ok: false });
    expect(await asked(on, 'ana', { type: 'out', person: 'omar', isOut: true })).toMatchObject({ ok: false });
    const answer = await asked(on, 'omar', { type: 'out', person: 'omar', isOut: true });
    expect(answer).toMatchObject({ ok: true, said: 'You are out until 23:00 today' });
    await on.until('09:07');
    expect(on.facts(id).at(-1)).toMatchObject({
      type: 'BackupCalled',
      data: { away: 'omar', to: { person: 'grace' } },
    });
    const seen = await listOf(on, 'grace');
    expect(seen.people).toMatchObject({ title: 'Who is there · 1 out' });
    const back = await asked(on, 'grace', { type: 'out', person: 'omar', isOut: false });
    expect(back).toMatchObject({ ok: true, said: 'Omar Said is here' });
    expect((await listOf(on, 'grace')).people.title).toBe('Who is there');
    await on.stop();
  });

  it('hands a shift over: what is next is known, all are taken in a press each, the desk follows', async () => {
    const on = await start(name);
    const urgent = await offered(on);
    await accept(on, 'omar', first((await listOf(on, 'omar')).offered));
    const other = await on.open({ priority: 3, title: 'A printer jams', team: 'northwind-noc' });
    await on.change(other, 'omar', { person: 'omar' });
    await on.until('09:10');
    const { ours } = await listOf(on, 'omar');
    expect(ours.rows.map(({ mine }) => mine)).toEqual(['in hand', 'in hand']);
    const ids = ours.rows.map(({ ticket }) => ticket);
    const known = await asked(on, 'omar', { type: 'next actions', tickets: ids });
    expect(known).toMatchObject({
      ok: true,
      next: expect.arrayContaining([
        { ticket: on.desk.nativeId(urgent), nextAction: packet.nextAction, deadline: '2026-03-02 15:30' },
      ]),
    });
    for (const ticket of ids) {
      const handed = { ticket, shift: 'shift-of-omar', nextAction: 'Call them back', deadline: '2026-03-02 15:00' };
      expect(await onRow(on, 'omar', { type: 'offer shift', ...handed })).toMatchObject({
        ok: true,
        now: { row: { mine: 'handed over' } },
      });
    }
    const next = (await listOf(on, 'grace')).shift!;
    expect(next).toMatchObject({ title: 'Offered by the last shift' });
    expect(next.rows.map(({ priority, shift }) => [priority, shift!.isAlone]).sort()).toEqual([
      ['P2', true],
      ['P3', false],
    ]);
    for (const { ticket, shift } of next.rows) {
      expect(await onRow(on, 'grace', { type: 'take shift', ticket, ...shift })).toMatchObject({
        ok: true,
        now: { section: 'ours' },
      });
    }
    expect([on.standing(urgent), on.standing(other)]).toEqual(Array(2).fill('held msp/northwind-noc/grace'));
    expect(on.desk.tickets().filter(({ person }) => person === 'grace')).toHaveLength(2);
    expect(on.facts(other).find(({ type }) => type === 'ShiftTaken')?.by.assurance).toBe(
      name === 'jira' ? 'platform' : 'claimed',
    );
    expect((await listOf(on, 'grace')).shift).toBeUndefined();
    await on.stop();
  });

  it('lets nobody accept from it who may not in the panel', async () => {
    const on = await start(name);
    const id = await offered(on);
    const row = first((await listOf(on, 'omar')).offered);
    expect(first((await listOf(on, 'li')).offered).accept).toBeUndefined();
    expect(await accept(on, 'li', row)).toMatchObject({ ok: false, code: 'not-in-team', now: { section: 'offered' } });
    expect(await accept(on, 'bruno', row)).toMatchObject({ ok: false, code: 'wrong-party' });
    expect(await accept(on, 'omar', { ...row, accept: { handoff: 'another' } })).toMatchObject({ ok: false });
    expect(on.types(id)).not.toContain('HandoffAccepted');
    await on.stop();
  });

  it('tells somebody who is in no party of the agreement one plain sentence', async () => {
    const on = await startAs(name, 'omar', 'somebody-else');
    await offered(on);
    const answer = await asked(on, 'omar', { type: 'list' });
    expect(answer).toMatchObject({ ok: false, code: 'not-a-participant' });
    expect(answer).not.toHaveProperty('view');
    await on.stop();
  });

  it('moves the row to Ours with the answer to the press, and custody with it', async () => {
    const on = await start(name);
    const id = await offered(on);
    const answer = await accept(on, 'omar', first((await listOf(on, 'omar')).offered));
    expect(answer).toMatchObject({ ok: true, now: { section: 'ours', row: { who: 'You · Northwind NOC' } } });
    expect(on.standing(id)).toBe('held msp/northwind-noc/omar');
    expect(on.desk.tickets().find(ticket => ticket.id === id)).toMatchObject({ person: 'omar' });
    const after = await listOf(on, 'omar');
    expect([titles(after.offered), titles(after.ours)]).toEqual([[], ['Payroll database is slow']]);
    await on.stop();
  });

  it('says which list is older: rows carry the version of their ledger, also where queries lag', async () => {
    const on = await start(name);
    await offered(on);
    await on.until('09:01');
    const row = first((await listOf(on, 'omar')).offered);
    on.desk.host.setQueryLag(30_000);
    const answer = await accept(on, 'omar', row);
    if (!('now' in answer) || !answer.now) throw new Error(JSON.stringify(answer));
    const late = await listOf(on, 'omar');
    expect([late.offered.rows.length, late.ours.rows.length]).toEqual([1, 0]);
    expect(answer.now.row.version).toBeGreaterThan(first(late.offered).version);
    await on.until('09:02');
    const caughtUp = first((await listOf(on, 'omar')).ours);
    expect(caughtUp.version).toBe(answer.now.row.version);
    await on.stop();
  });

  it('puts a stale row right where somebody was faster, and says so in the panel’s words', async () => {
    const on = await start(name);
    const id = await offered(on);
    const row = first((await listOf(on, 'omar')).offered);
    await on.ask(id, 'grace', { type: 'accept' });
    expect(await accept(on, 'omar', row)).toMatchObject({
      ok: false,
      code: 'already-answered',
      sentence: 'Grace Kim has already accepted it.',
      now: { section: 'ours', row: { who: 'Grace Kim · Northwind NOC' } },
    });
    const gone = await offered(on, 'Mail is slow');
    const seen = (await listOf(on, 'omar')).offered.rows.find(({ title }) => title === 'Mail is slow');
    await on.ask(gone, 'ana', { type: 'withdraw' });
    expect(await accept(on, 'omar', seen!)).toMatchObject({
      ok: false,
      sentence: 'The offer was withdrawn.',
      now: { section: 'neither', row: { who: 'Ana Pires · Contoso Service desk' } },
    });
    await on.stop();
  });

  it('lists what is owed soonest first, leaves out what is resolved, and says how many more there are', async () => {
    const on = await start(name);
    for (let count = 0; count < 27; count += 1) {
      const id = await on.open({ title: `Ticket ${count}`, priority: count === 20 ? 1 : 2 });
      await on.change(id, 'ana', { person: 'ana' });
      if (count === 3) await on.change(id, 'ana', { status: 'resolved' });
    }
    const { ours } = await listOf(on, 'ana');
    expect(ours.rows).toHaveLength(25);
    expect(ours.more).toBe('One more is due later.');
    expect(titles(ours)[0]).toBe('Ticket 20');
    expect(titles(ours)).not.toContain('Ticket 3');
    await on.stop();
  });

  it('costs two queries to open, and little more than the panel to accept', async () => {
    const on = await start(name);
    await offered(on);
    const row = first((await listOf(on, 'omar')).offered);
    const queries = name === 'jira' ? { 'storage.query': 2, 'storage.read': 1 } : { 'entity.read': 2 };
    expect(costOf(on, 'list')).toEqual({ invocation: 1, ...queries, 'desk.read': 1 });
    await accept(on, 'omar', row);
    const spent = costOf(on, 'row');
    const sum = (...kinds: (keyof typeof spent)[]) => kinds.reduce((total, kind) => total + (spent[kind] ?? 0), 0);
    expect(sum('desk.read', 'desk.write')).toBeLessThanOrEqual(5);
    expect(sum('storage.read', 'entity.read')).toBeLessThanOrEqual(3);
    expect(sum('storage.write', 'entity.write')).toBeLessThanOrEqual(3);
    await on.stop();
  });

  it('is a plain sentence while the desk does not answer', async () => {
    const on = await start(name);
    await offered(on);
    on.fate.befalls(/./, { status: 503 });
    expect(await asked(on, 'omar', { type: 'list' })).toMatchObject({ ok: false, code: 'unreachable' });
    await on.stop();
  });
});

/** A desk on which the agreement knows this person's account as nobody's. */
async function startAs(name: (typeof names)[number], person: string, account: string): Promise<Listing> {
  const people = storyCast.people.map(one =>
    one.id === person ? { ...one, jiraAccountId: account, freshserviceAgentId: 21009999 } : one,
  );
  const cast = { ...storyCast, people };
  return name === 'jira' ? startJira({ cast }) : startFreshservice({ cast });
}

describe('on Jira, where the runtime says who asks,', () => {
  it('a work item that somebody may not see is not in their list, nor can they accept it', async () => {
    const on = await startJira();
    const id = await offered(on);
    await offered(on, 'Mail is slow');
    const row = (await listOf(on, 'omar')).offered.rows.find(({ title }) => title === 'Payroll database is slow');
    on.desk.hide(id, 'omar');
    expect(titles((await listOf(on, 'omar')).offered)).toEqual(['Mail is slow']);
    expect(await accept(on, 'omar', row!)).toMatchObject({ ok: false, code: 'not-found' });
    expect(on.types(id)).not.toContain('HandoffAccepted');
    await on.stop();
  });

  it('a colleague’s name in the request changes nothing', async () => {
    const on = await startJira();
    const id = await offered(on);
    const row = first((await listOf(on, 'omar')).offered);
    const omar = storyCast.people.find(({ id: person }) => person === 'omar')!.jiraAccountId;
    const forged = { type: 'accept', ticket: row.ticket, ...row.accept, actId: 'press-forged' };
    const answer = await asked(on, 'li', { ...forged, viewer: { timeZone: 'UTC', person: omar } });
    expect(answer).toMatchObject({ ok: false, code: 'not-in-team' });
    expect(on.types(id)).not.toContain('HandoffAccepted');
    await on.stop();
  });
});

describe('on Freshservice, where the server has nobody’s word,', () => {
  it('an acceptance from the list is made by the service account and stays as claimed', async () => {
    const on = await startFreshservice();
    const id = await offered(on);
    await accept(on, 'omar', first((await listOf(on, 'omar')).offered));
    await on.until('09:20');
    expect(on.types(id)).not.toContain('IdentityDisputed');
    expect(on.facts(id).find(({ type }) => type === 'HandoffAccepted')).toMatchObject({
      by: { person: 'omar', assurance: 'claimed' },
    });
    expect(on.standing(id)).toBe('held msp/northwind-noc/omar');
    await on.stop();
  });

  it('an agent who is in no group of their team there cannot accept', async () => {
    const people = storyCast.people.map(person =>
      person.id === 'omar' ? { ...person, teams: ['northwind-network'] } : person,
    );
    const on = await startFreshservice({ cast: { ...storyCast, people } });
    await offered(on);
    const answer = await accept(on, 'omar', first((await listOf(on, 'omar')).offered));
    expect(answer).toMatchObject({ ok: false, code: 'not-in-team' });
    await on.stop();
  });

  it('a row still shows where the desk tells no title, called by its number', async () => {
    const on = await startFreshservice();
    const id = await offered(on);
    on.fate.befalls(/filter/, { status: 500 });
    const row = first((await listOf(on, 'omar')).offered);
    expect(row).toMatchObject({ label: `#${id}`, owed: 'Answer by 09:30 today', accept: expect.anything() });
    expect(row.title).toBeUndefined();
    expect(on.lines.join()).toContain('A list has no titles');
    await on.stop();
  });

  it('a record that somebody’s browser wrote into the store cannot break the list', async () => {
    const on = await startFreshservice();
    const id = await offered(on);
    const record = {
      ticketKey: '666',
      head: 1,
      dueBucket: 'none',
      stage: 'offered',
      holder: 'client',
      offeredTo: 'msp',
    };
    const owed = { kind: 'resolve', dueAt: 1, isPaused: false };
    const held = JSON.stringify({ stage: 'held', holder: { party: 'client' }, priority: 1, owed });
    for (const listed of ['not json', '{"stage":"held"}', '[]', held]) {
      await on.desk.host.operateFromBrowser('entity.create', ['escalations', { ...record, listed }]);
    }
    expect((await listOf(on, 'omar')).offered.rows.map(({ ticket }) => ticket)).toEqual([id]);
    await on.stop();
  });
});
