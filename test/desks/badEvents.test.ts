import type { SettingsAnswer } from '../../shared/src';
import { storyCast, type Cast } from '../../scripts/workbench/cast';
import type { SeedTicket } from '../../scripts/workbench/desk';
import type { JiraDesk } from '../../scripts/workbench/jira';
import { quietDocument, starts, startFreshservice, startJira, type TestDesk } from './support/desks';

jest.setTimeout(120_000);

const names = ['freshservice', 'jira'] as const;
const taken = ['EscalationOpened', 'Claimed'];

async function heldByAna(on: TestDesk): Promise<string> {
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  await on.until('09:10');
  on.lines.length = 0;
  return id;
}

/** A change of the desk's own fields through its API, as an automation or a script makes it. */
const asApi = (key: string) => ({ headers: { authorization: `Basic ${Buffer.from(`${key}:X`).toString('base64')}` } });

const onFreshservice = async (on: Awaited<ReturnType<typeof startFreshservice>>, id: string, fields: object) => {
  const answer = await on.desk.rest({
    ...asApi(on.desk.apiKey),
    method: 'PUT',
    path: `/api/v2/tickets/${id}`,
    query: {},
    body: JSON.stringify(fields),
  });
  await on.desk.settle();
  return answer;
};

describe('a ticket on Freshservice that was', () => {
  it.each(['deleted', 'spam'] as const)(
    '%s is told to the admin and said in its ledger, which goes on when it is back',
    async how => {
      const on = await startFreshservice();
      const id = await heldByAna(on);
      await onFreshservice(on, id, { [how]: true });
      expect(on.lines.join('\n')).toMatch(
        new RegExp(`Ticket ${id} was (deleted|marked as spam)\\. Its ledger is kept`),
      );
      expect(on.types(id)).toEqual([...taken, 'TicketDeleted']);
      await onFreshservice(on, id, { [how]: false });
      await on.change(id, 'ana', { status: 'resolved' });
      expect(on.types(id)).toEqual([...taken, 'TicketDeleted', 'TicketRestored', 'Resolved']);
      await on.stop();
    },
  );
});

/** Raises an event as the product does, with whatever it carries. */
const raises = {
  freshservice: (on: Awaited<ReturnType<typeof startFreshservice>>, id: string, ticket: object) =>
    on.desk.host.raise('onTicketUpdate', { ticket: { id: Number(id), ...ticket } }, id),
  jira: (on: Awaited<ReturnType<typeof startJira>>, id: string, more: object) =>
    on.desk.host.happened({ eventType: 'avi:jira:updated:issue', issue: { id: on.desk.nativeId(id) }, ...more }, id),
} as const;

describe('an event that says nothing of what changed', () => {
  it('is a hint on Jira: the changelog tells what did, when and by whom', async () => {
    const on = await startJira();
    const id = await heldByAna(on);
    on.faults.add({ deliveries: 'drop', count: 2 });
    await on.change(id, 'carla', { person: 'carla' });
    expect(on.types(id)).toEqual(taken);
    await on.until('09:14');
    for (const more of [{}, { changelog: null }, { changelog: { items: [] } }, { timestamp: 'soon' }]) {
      raises.jira(on, id, more);
      await on.desk.settle();
    }
    expect(on.types(id)).toEqual([...taken, 'Claimed']);
    expect(on.facts(id).at(-1)).toMatchObject({ by: { person: 'carla' }, at: Date.parse('2026-03-02T09:10:00Z') });
    await on.stop();
  });

  it('is a hint on Freshservice: the ticket is read again', async () => {
    const on = await startFreshservice();
    const id = await heldByAna(on);
    on.faults.add({ deliveries: 'drop', count: 1 });
    await on.change(id, 'carla', { status: 'resolved' });
    raises.freshservice(on, id, {});
    await on.desk.settle();
    expect(on.types(id)).toEqual([...taken, 'Resolved']);
    await on.stop();
  });
});

describe('an event from the future', () => {
  const future = '2027-01-01T00:00:00Z';

  it('happened when it was learned, on Jira', async () => {
    const on = await startJira();
    const id = await heldByAna(on);
    const items = [{ field: 'status', fieldId: 'status', fromString: 'Work in progress', toString: 'Resolved' }];
    raises.jira(on, id, { timestamp: String(Date.parse(future)), changelog: { id: '990001', items } });
    await on.desk.settle();
    expect(on.facts(id).at(-1)).toMatchObject({ type: 'Resolved', at: Date.parse('2026-03-02T09:10:00Z') });
    await on.stop();
  });

  it('happened when it was learned, on Freshservice', async () => {
    const on = await startFreshservice();
    const id = await heldByAna(on);
    const ticket = { created_at: '2026-03-02T09:00:00Z', updated_at: future, status: 4, priority: 3 };
    raises.freshservice(on, id, { ...ticket, group_id: 9001, responder_id: 21000011, subject: 'Payroll' });
    await on.desk.settle();
    const resolved = on.facts(id).find(({ type }) => type === 'Resolved');
    expect(resolved).toMatchObject({ at: Date.parse('2026-03-02T09:10:00Z') });
    await on.stop();
  });
});

describe('an event of a work item that is gone', () => {
  it('is one line for the admin, and is not asked for again', async () => {
    const on = await startJira();
    on.lines.length = 0;
    on.desk.host.happened({ eventType: 'avi:jira:updated:issue', issue: { id: '99999' } }, '99999');
    await on.until('10:30');
    expect(on.lines).toEqual([expect.stringContaining('Jira answered 404: reading work item 99999.')]);
    await on.stop();
  });
});

/** Finance works on the same desk and is in no agreement. */
const withFinance: Cast = {
  ...storyCast,
  teams: [
    ...storyCast.teams,
    { id: 'finance', name: 'Finance', party: 'client', tier: 'L1', freshserviceGroupId: 9900 },
  ],
  people: [
    ...storyCast.people,
    {
      ...{ id: 'fred', name: 'Fred Otto', email: 'fred@contoso.example', timeZone: 'Europe/Lisbon', party: 'client' },
      ...{ teams: ['finance'], jiraAccountId: '5b10a2844c20165700ede299g', freshserviceAgentId: 21000099 },
    },
  ],
};

describe.each(names)('on %s a ticket given to somebody no agreement knows', name => {
  it('keeps its custody, and one line tells the admin whom to add', async () => {
    const on = await starts[name]({ cast: withFinance });
    const id = await heldByAna(on);
    await on.change(id, 'ana', { team: 'finance', person: 'fred' });
    expect(on.types(id)).toEqual(taken);
    expect(on.standing(id)).toBe('held client/contoso-desk/ana');
    const told = on.lines.filter(line => line.includes('Add '));
    expect(told.at(0)).toMatch(
      /(21000099|5b10a2844c20165700ede299g).* Custody stays where it was\. Add (it|them) to a team/,
    );
    if (name === 'freshservice') expect(told.at(0)).toContain('group 9900 and agent 21000099');
    await on.until('10:30');
    expect(on.types(id)).toEqual(taken);
    await on.change(id, 'ana', { team: 'contoso-desk', person: 'carla' });
    expect(on.standing(id)).toBe('held client/contoso-desk/carla');
    await on.stop();
  });
});

/** Both parties sign another text, which counts at once. */
async function signAnew({ host }: JiraDesk, text: string): Promise<void> {
  const ask = async (person: string, asked: object): Promise<SettingsAnswer> => {
    const accountId = storyCast.people.find(({ id }) => id === person)!.jiraAccountId;
    const payload = { viewer: { timeZone: 'UTC' }, ...asked };
    const call = { moduleKey: 'baton-admin', functionKey: 'settings', payload, accountId, action: 'settings' };
    return (await host.invoke({ ...call, extension: { type: 'jira:adminPage' } })) as SettingsAnswer;
  };
  const press = async (person: string, act: object): Promise<void> => {
    const { view } = await ask(person, { type: 'open' });
    const asked = { version: 2, reason: 'Fred has gone', expected: view?.revision, ...act };
    expect(await ask(person, asked)).toMatchObject({ ok: true });
  };
  const sections = { ...(JSON.parse(text) as object), version: 2 };
  await press('grace', { type: 'draft', on: 1, sections });
  await press('grace', { type: 'propose' });
  await press('grace', { type: 'approve' });
  await press('carla', { type: 'approve' });
  await press('carla', { type: 'activate', open: 'keep' });
}

/** The same installation under another agreement. */
async function agreeAnew(on: TestDesk, text: string): Promise<void> {
  if (on.name === 'jira') return signAnew(on.desk as JiraDesk, text);
  const { value } = on.db.prepare("SELECT value FROM fdk_installation WHERE name = 'iparams'").get() as {
    value: string;
  };
  const parameters = JSON.stringify({ ...(JSON.parse(value) as object), agreement: text });
  on.db.prepare("UPDATE fdk_installation SET value = ? WHERE name = 'iparams'").run(parameters);
}

/** The same with Fred at the service desk, as its own agents know him. */
const withFredAtTheDesk: Cast = {
  ...withFinance,
  people: withFinance.people.map(one => (one.id === 'fred' ? { ...one, teams: ['contoso-desk'] } : one)),
};

/** The story's agreement while Fred still works at the service desk. */
const withFred = (): string => {
  const fred = { name: 'Fred Otto', jira: '5b10a2844c20165700ede299g', freshservice: '21000099' };
  const { people, ...rest } = quietDocument();
  return JSON.stringify({ ...rest, people: { ...people, fred: { ...people['ana'], ...fred } } });
};

describe.each(names)('on %s an agreement that changes under open tickets', name => {
  it('leaves their ledgers readable, names who is gone as no longer listed, and frees what they held: their lead is told once', async () => {
    const on = await starts[name]({ cast: withFredAtTheDesk, agreement: withFred() });
    const id = await on.open();
    await on.change(id, 'fred', { person: 'fred' });
    const others = [await on.open(), await on.open()];
    for (const other of others) await on.change(other, 'fred', { person: 'fred' });
    await on.until('09:10');
    expect(on.standing(id)).toBe('held client/contoso-desk/fred');
    await agreeAnew(on, JSON.stringify(quietDocument()));
    on.lines.length = 0;
    const seen = await on.ask(id, 'ana', { type: 'view' });
    expect(seen).toMatchObject({ ok: true });
    expect(JSON.stringify(seen)).toContain('omebody no longer listed');
    for (const other of others) await on.ask(other, 'ana', { type: 'view' });
    // Each desk is asked once an hour who works there.
    await on.until('10:30');
    const left = [id, ...others].map(each => on.facts(each).find(fact => fact.type === 'HolderLeft'));
    expect(left.map(fact => fact?.data.person)).toEqual(['fred', 'fred', 'fred']);
    expect(left.flatMap(fact => fact?.data.tell ?? [])).toEqual(['carla']);
    expect(on.types(id)).not.toContain('UnbatonedTransfer');
    expect(on.standing(id)).toBe('held client/contoso-desk/-');
    expect(on.lines.join('\n')).not.toMatch(/TypeError|RangeError|undefined/);
    expect(await on.offer(id, 'ana')).toMatchObject({ ok: true });
    await on.stop();
  });
});

describe.each(names)('on %s thirty changes at once', name => {
  it('are all taken in the end, each once', async () => {
    const on = await starts[name]();
    const ids: string[] = [];
    for (let count = 0; count < 30; count += 1) ids.push(await on.desk.create(ticket));
    await on.desk.settle();
    await on.until('14:00');
    const openings = ids.map(id => on.types(id).filter(type => type === 'EscalationOpened').length);
    expect(openings).toEqual(ids.map(() => 1));
    await on.stop();
  });
});

const ticket: SeedTicket = {
  title: 'Payroll database is slow',
  description: '',
  type: 'incident',
  priority: 2,
  openedBy: 'carla',
  team: 'contoso-desk',
};
