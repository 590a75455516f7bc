import type { FreshserviceDesk } from '../../scripts/workbench/freshservice';
import { costOf, startFreshservice, unmetered, type TestDesk } from './support/desks';

jest.setTimeout(60_000);

type On = TestDesk<FreshserviceDesk>;

const HAND_OFF = 'Hand it off in the Baton panel first: what is next, and by when.';
const [ANA, BRUNO, OMAR] = ['21000011', '21000012', '21000021'];
const [CONTOSO_DESK, CONTOSO_INFRA, NOC] = ['9001', '9002', '9101'];

/** What the background page of somebody is answered when they choose something and have not saved it. */
const chosen = async (on: On, ticket: string, person: string, field: object): Promise<unknown> => {
  const [[name, value]] = Object.entries(field) as [[string, unknown]];
  const choice = { ticket, person, field: name, value };
  return (await on.desk.host.callServerMethod('guard', { choice }, 'guard')).response;
};

const asked = { ticket: '101', person: ANA, field: 'group', value: NOC };
const passes = { passes: true };
const waits = (sentence: string) => ({ passes: false, sentence });
const linesOf = (on: On): string[] => on.lines.filter(line => line.includes('could not be judged'));

/** Ana of Contoso's desk has taken it. */
async function heldByAna(on: On, more: object = {}): Promise<string> {
  const id = await on.open(more);
  await on.change(id, 'ana', { person: 'ana' });
  await on.until('09:10');
  return id;
}

describe('a group or agent chosen on the ticket page', () => {
  let on: On;
  beforeAll(async () => {
    on = await startFreshservice(unmetered);
  });
  afterAll(() => on.stop());

  it('waits where it would cross the boundary without a handoff', async () => {
    const id = await heldByAna(on);
    expect(await chosen(on, id, ANA, { group: NOC })).toEqual(waits(HAND_OFF));
    expect(await chosen(on, id, ANA, { agent: OMAR })).toEqual(waits(HAND_OFF));
    expect(await chosen(on, id, OMAR, { agent: OMAR })).toEqual(
      waits('Contoso IT holds it. Ask them to hand it off in the Baton panel.'),
    );
    expect(on.types(id)).toEqual(['EscalationOpened', 'Claimed']);
  });

  it('is understood by its name where the page says no more', async () => {
    const id = await heldByAna(on);
    expect(await chosen(on, id, ANA, { group: 'Northwind NOC' })).toEqual(waits(HAND_OFF));
    expect(await chosen(on, id, ANA, { agent: 'Omar Said' })).toEqual(waits(HAND_OFF));
    expect(await chosen(on, id, ANA, { group: 'Contoso Infrastructure' })).toEqual(passes);
  });

  it('passes inside the holder’s own party, emptied ones included', async () => {
    const id = await heldByAna(on);
    expect(await chosen(on, id, ANA, { group: CONTOSO_INFRA })).toEqual(passes);
    expect(await chosen(on, id, ANA, { agent: BRUNO })).toEqual(passes);
    expect(await chosen(on, id, ANA, { agent: null })).toEqual(passes);
    expect(await chosen(on, id, ANA, { group: null })).toEqual(passes);
    expect(await chosen(on, id, ANA, { group: CONTOSO_DESK })).toEqual(passes);
  });

  it('passes under an open offer: claiming it is accepting it', async () => {
    const id = await heldByAna(on);
    await on.offer(id, 'ana');
    expect(await chosen(on, id, OMAR, { group: NOC })).toEqual(passes);
    expect(await chosen(on, id, OMAR, { agent: OMAR })).toEqual(passes);
    await on.change(id, 'omar', { team: 'northwind-noc', person: 'omar' });
    expect(on.types(id)).toContain('HandoffAccepted');
    expect(await chosen(on, id, OMAR, { group: CONTOSO_DESK })).toEqual(waits(HAND_OFF));
  });

  it('passes for whoever sorts what nobody has claimed, and in a cell that only observes', async () => {
    const unclaimed = await on.open();
    expect(await chosen(on, unclaimed, '21000013', { group: NOC })).toEqual(passes);
    const observed = await heldByAna(on, { priority: 4 });
    expect(await chosen(on, observed, ANA, { group: NOC })).toEqual(passes);
  });

  it('passes where the agreement knows neither group nor agent, and where there is no ledger', async () => {
    const id = await heldByAna(on);
    expect(await chosen(on, id, ANA, { group: '4711' })).toEqual(passes);
    expect(await chosen(on, id, ANA, { agent: '4712' })).toEqual(passes);
    expect(await chosen(on, '99999', ANA, { group: NOC })).toEqual(passes);
  });

  it('costs one entity call and one key-value call, and no request to the desk', async () => {
    const id = await heldByAna(on);
    await chosen(on, id, ANA, { group: NOC });
    expect(costOf(on, 'guard')).toEqual({ invocation: 1, 'entity.read': 1, 'storage.read': 1 });
    expect(linesOf(on)).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['no ticket', { ...asked, ticket: undefined }],
    ['a ticket that is a path', { ...asked, ticket: '1/../../agents' }],
    ['rubbish for a ticket', { ...asked, ticket: 'e:101:1' }],
    ['rubbish for a group', { ...asked, value: { id: NOC } }],
    ['a name without end', { ...asked, person: 'x'.repeat(5000) }],
    ['more than is asked', { ...asked, rule: 'baton' }],
    ['another field', { ...asked, field: 'status' }],
    ['a list', [1, 2]],
  ])('is answered, with a line for the admin, where the page sends %s', async (_what, choice) => {
    const before = linesOf(on).length;
    expect((await on.desk.host.callServerMethod('guard', { choice }, 'guard')).response).toEqual(passes);
    expect(linesOf(on)).toHaveLength(before + 1);
  });
});

it.each([
  ['the entity store is down', /^entity/, { status: 503 }],
  ['the quota is used up', /^db/, { status: 429 }],
] as const)('passes while %s, and the admin reads why', async (_why, operation, mishap) => {
  const on = await startFreshservice();
  const id = await heldByAna(on);
  on.fate.befalls(operation, mishap);
  expect(await chosen(on, id, ANA, { group: NOC })).toEqual(passes);
  expect(linesOf(on)).toHaveLength(1);
  await on.stop();
});

it('passes where there is no agreement, or another key than the ledger was written with', async () => {
  const on = await startFreshservice({ agreement: '' });
  expect(await chosen(on, '101', ANA, { group: NOC })).toEqual(passes);
  expect(linesOf(on)).toEqual([expect.stringContaining('No agreement is in force yet')]);
  await on.stop();
});

it('resolving while an offer is open withdraws it, from the page as by the API', async () => {
  const on = await startFreshservice();
  const own = { authorization: `Basic ${Buffer.from(`${on.desk.apiKey}:X`).toString('base64')}` };
  const byPage = (id: string) => on.change(id, 'omar', { status: 'resolved' });
  const byScript = async (id: string) => {
    const path = `/api/v2/tickets/${id}`;
    expect(await on.desk.rest({ method: 'PUT', path, query: {}, headers: own, body: '{"status":4}' })).toMatchObject({
      status: 200,
    });
    await on.desk.settle();
  };
  for (const resolve of [byPage, byScript]) {
    const id = await heldByAna(on);
    await on.offer(id, 'ana');
    await resolve(id);
    expect(on.types(id)).toEqual(['EscalationOpened', 'Claimed', 'HandoffOffered', 'HandoffWithdrawn', 'Resolved']);
  }
  await on.stop();
});
