import { storyCast } from '../../scripts/workbench/cast';
import { startJira, type TestDesk } from './support/desks';
import type { JiraDesk } from '../../scripts/workbench/jira';
import { storyText } from '../support/agreement';

jest.setTimeout(60_000);

type On = TestDesk<JiraDesk>;

const HAND_OFF = 'Hand it off in the Baton panel first: what is next, and by when.';
const accept = { type: 'accept' };

/** Ana of Contoso's desk has taken it. */
async function heldByAna(on: On, more: Parameters<On['open']>[0] = {}): Promise<string> {
  const id = await on.open(more);
  await on.change(id, 'ana', { person: 'ana' });
  await on.until('09:10');
  return id;
}

/** What the page says when somebody moves a work item, nothing where it was moved. */
const said = (on: On, id: string, person: string, status: string): Promise<string | undefined> =>
  on.desk.transition(id, person, status).then(
    () => undefined,
    (error: Error) => error.message,
  );

const judged = (on: On, transition: object): Promise<unknown> =>
  on.desk.host.validate(
    on.desk.host.manifest.modules.find(({ key }) => key === 'baton-guard')!,
    transition,
  );

const linesOf = (on: On): string[] => on.lines.filter(line => line.includes('workflow validator'));

describe('a transition that the agreement guards', () => {
  it('is held up with a sentence, and passes once the handoff is offered', async () => {
    const on = await startJira();
    const id = await heldByAna(on);
    expect(await said(on, id, 'ana', 'With MSP')).toBe(HAND_OFF);
    expect(await on.offer(id, 'ana')).toMatchObject({ ok: true });
    expect(await said(on, id, 'ana', 'With MSP')).toBeUndefined();
    await on.until('09:20');
    expect(await on.ask(id, 'omar', accept)).toMatchObject({ ok: true });
    expect(await said(on, id, 'omar', 'Open')).toBeUndefined();
    expect(await said(on, id, 'omar', 'With MSP')).toBeUndefined();
    expect(await said(on, id, 'omar', 'With client IT')).toBe(HAND_OFF);
    expect(linesOf(on)).toEqual([]);
    await on.stop();
  });

  it('answers a script that moves it by the API in Jira’s own form', async () => {
    const on = await startJira();
    const id = await heldByAna(on);
    const path = `/rest/api/3/issue/${id}/transitions`;
    const move = (to: string) =>
      on.desk.rest({
        ...{ method: 'POST', path, headers: {}, as: { accountId: '5b10a2844c20165700ede211g' }, byApp: false },
        body: JSON.stringify({ transition: { id: to } }),
      });
    const refused = await move('51');
    expect(refused.status).toBe(400);
    expect(JSON.parse(refused.body ?? '')).toEqual({ errorMessages: [HAND_OFF], errors: {} });
    expect((await move('31')).status).toBe(204);
    await on.desk.settle();
    expect(on.standing(id)).toBe('resolved client/contoso-desk/ana');
    await on.stop();
  });

  it('passes in a cell that only observes, and for whoever sorts what nobody has claimed', async () => {
    const on = await startJira();
    const unclaimed = await on.open();
    expect(await said(on, unclaimed, 'carla', 'With MSP')).toBeUndefined();
    const observed = await on.open({ priority: 4 });
    await on.change(observed, 'ana', { person: 'ana' });
    expect(await said(on, observed, 'ana', 'With MSP')).toBeUndefined();
    await on.stop();
  });

  it('costs one storage read more than the agreement, and two questions to Jira', async () => {
    const on = await startJira();
    const id = await heldByAna(on);
    await said(on, id, 'ana', 'With MSP');
    const { operations } = on.costs.list().find(({ action }) => action === 'workflow validator') ?? {};
    expect(operations).toEqual({ invocation: 1, 'storage.read': 2, 'desk.read': 2 });
    await on.stop();
  });
});

describe('nobody is kept from', () => {
  it('resolving while an offer is open, which withdraws it', async () => {
    const on = await startJira();
    const id = await heldByAna(on);
    await on.offer(id, 'ana');
    await on.until('09:20');
    expect(await said(on, id, 'omar', 'Resolved')).toBeUndefined();
    await on.desk.settle();
    expect(on.types(id)).toEqual(['EscalationOpened', 'Claimed', 'HandoffOffered', 'HandoffWithdrawn', 'Resolved']);
    await on.stop();
  });

  it.each(['Resolved', 'Pending', 'Open'])('moving it to %s, whoever holds it', async status => {
    const on = await startJira({ validated: ['Open', 'Pending', 'Resolved'] });
    const id = await heldByAna(on);
    if (status === 'Open') await on.desk.transition(id, 'ana', 'Pending');
    expect(await said(on, id, 'dana', status)).toBeUndefined();
    await on.stop();
  });

  it('closing what is resolved, though it went round Baton before', async () => {
    const on = await startJira();
    const id = await heldByAna(on, { priority: 1 });
    await on.change(id, 'ana', { person: 'omar' });
    await on.until('09:30');
    expect(on.types(id)).toContain('PacketOwed');
    expect(await said(on, id, 'omar', 'Closed')).toMatch(/^It changed hands without a handoff/);
    expect(await said(on, id, 'omar', 'Resolved')).toBeUndefined();
    await on.desk.settle();
    expect(await said(on, id, 'omar', 'Closed')).toBeUndefined();
    await on.stop();
  });
});

describe('where Baton cannot judge, the transition passes and the admin reads why:', () => {
  let on: On;
  let id: string;
  beforeAll(async () => {
    on = await startJira();
    id = await heldByAna(on);
  });
  afterAll(() => on.stop());
  afterEach(() => on.fate.passes());

  it.each([
    ['the storage is down', /^kvs/, { status: 503 }],
    ['the storage has enough', /^kvs/, { status: 429 }],
    ['Jira does not answer', /issue/, { status: 503 }],
    ['Jira does not know the status', /status/, { status: 404 }],
    ['nothing answers at all', /issue/, 'never answers'],
  ] as const)('%s', async (_why, operation, mishap) => {
    const before = linesOf(on).length;
    on.fate.befalls(operation, mishap);
    expect(await said(on, id, 'ana', 'With MSP')).toBeUndefined();
    on.fate.passes();
    const lines = linesOf(on).slice(before);
    expect(lines).toEqual([expect.stringContaining(`work item ${id} and let it pass`)]);
    expect(lines[0]).not.toMatch(/\n|at .*\.js/);
    await on.desk.transition(id, 'ana', 'Open');
  });

  it.each([
    ['nothing', undefined],
    ['no work item', { transition: { to: { id: '10005' } } }],
    ['an empty key', { issue: { key: '' }, transition: { to: { id: '10005' } } }],
    ['an unknown work item', { issue: { key: 'SUP-99' }, transition: { to: { id: '10005' } } }],
    ['a key of another site', { issue: { key: 'OTHER-1' }, transition: { to: { id: '10005' } } }],
    ['a key that is a path', { issue: { key: '../../myself?x=' }, transition: { to: { id: '10005' } } }],
    ['no target', { issue: { key: 'SUP-1' }, transition: {} }],
    ['an unknown status', { issue: { key: 'SUP-1' }, transition: { to: { id: '4711' } } }],
    ['a list', []],
  ])('the request names %s', async (_what, asked) => {
    const before = linesOf(on).length;
    expect(await judged(on, asked as object)).toEqual({ result: true });
    expect(linesOf(on)).toHaveLength(before + 1);
  });

  it('the ledger is damaged', async () => {
    const before = linesOf(on).length;
    const damage = `UPDATE forge_rows SET value = replace(value, 'client', 'msp') WHERE key = ?`;
    on.db.prepare(damage).run(on.desk.nativeId(id));
    expect(await said(on, id, 'ana', 'With MSP')).toBeUndefined();
    expect(linesOf(on)).toHaveLength(before + 1);
  });

  it('there is no agreement', async () => {
    const empty = await startJira({ agreement: '' });
    const unknown = await empty.open();
    expect(await said(empty, unknown, 'ana', 'With MSP')).toBeUndefined();
    expect(linesOf(empty)).toEqual([expect.stringContaining('No agreement has been saved')]);
    await empty.stop();
  });
});

it('without a ledger, and without a word in the agreement, it passes without a line', async () => {
  const on = await startJira({ agreement: storyText({ guards: undefined }) });
  const id = await heldByAna(on);
  expect(await said(on, id, 'ana', 'With MSP')).toBeUndefined();
  expect(linesOf(on)).toEqual([]);
  await on.stop();
});

it('a native id does for a name in the agreement', async () => {
  const on = await startJira({ agreement: storyText({ guards: { jira: { transfer: { '10005': 'msp' } } } }) });
  const id = await heldByAna(on);
  expect(await said(on, id, 'ana', 'With MSP')).toBe(HAND_OFF);
  await on.stop();
});

it('a validator that an uninstalled app leaves behind lets nobody pass, until it is taken off', async () => {
  const on = await startJira();
  const id = await heldByAna(on);
  await on.desk.uninstall();
  expect(await said(on, id, 'ana', 'Resolved')).toContain('take its validator off this transition');
  on.desk.workflow.validated.delete('Resolved');
  expect(await said(on, id, 'ana', 'Resolved')).toBeUndefined();
});

describe('the admin page', () => {
  const ask = (on: On, person: string): Promise<unknown> =>
    on.desk.host.invoke({
      ...{ moduleKey: 'baton-admin', functionKey: 'desk', payload: { type: 'validator' } },
      accountId: storyCast.people.find(({ id }) => id === person)!.jiraAccountId,
      extension: { type: 'jira:adminPage' },
    });

  it('lists the transitions that carry the validator, for an administrator and nobody else', async () => {
    const on = await startJira({ validated: ['Closed', 'With MSP'] });
    const uses = (...transitions: string[]) =>
      transitions.map(transition => ({ workflow: 'Contoso Support workflow', transition }));
    expect(await ask(on, 'carla')).toEqual({ ok: true, uses: uses('Closed', 'With MSP') });
    on.desk.workflow.validated.clear();
    expect(await ask(on, 'carla')).toEqual({ ok: true, uses: [] });
    expect(await ask(on, 'ana')).toMatchObject({ ok: false, sentence: expect.stringContaining('administrators') });
    await on.stop();
  });

  it('says what to look for where Jira does not let it list them', async () => {
    const on = await startJira();
    on.fate.befalls(/workflows/, { status: 403 });
    expect(await ask(on, 'carla')).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('Look for the rule “Baton handoff” in each workflow.'),
    });
    await on.stop();
  });
});
