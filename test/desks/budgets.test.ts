import { judged } from '../../scripts/workbench/budgets';
import { costOf, starts, unmetered, type TestDesk } from './support/desks';

jest.setTimeout(120_000);

const names = ['freshservice', 'jira'] as const;
type Cost = ReturnType<typeof costOf>;

const reads = (cost: Cost): number =>
  (cost['storage.read'] ?? 0) + (cost['storage.query'] ?? 0) + (cost['entity.read'] ?? 0);
const writes = (cost: Cost): number => (cost['storage.write'] ?? 0) + (cost['entity.write'] ?? 0);
const keyValues = (cost: Cost): number => (cost['storage.read'] ?? 0) + (cost['storage.write'] ?? 0);
const entities = (cost: Cost): number => (cost['entity.read'] ?? 0) + (cost['entity.write'] ?? 0);
const requests = (cost: Cost): number => (cost['desk.read'] ?? 0) + (cost['desk.write'] ?? 0);

async function heldByAna(on: TestDesk): Promise<string> {
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  await on.until('09:10');
  return id;
}

/** What each press of a handoff costs, by name. */
async function handoff(on: TestDesk): Promise<Record<string, Cost>> {
  const id = await heldByAna(on);
  const costs: Record<string, Cost> = {};
  let minute = 10;
  const press = async (name: string, person: string, request: object) => {
    await on.until(`09:${(minute += 1)}`);
    const answered = await on.ask(id, person, request, name);
    expect([name, answered.ok ? '' : answered.sentence]).toEqual([name, '']);
    await on.desk.settle();
    costs[name] = costOf(on, name);
  };
  const { diagnosis, actions, evidence, nextAction } = {
    ...{
      diagnosis: 'Disk latency on db-2',
      actions: 'Restarted the replica',
      evidence: 'log.txt',
      nextAction: 'Replace it',
    },
  };
  const fields = {
    ...{ receiver: 'northwind-noc', reason: 'skills', deadline: '2026-03-02 15:30' },
    ...{ diagnosis, actions, evidence, nextAction },
  };
  // The first look may note the desk's own due times.
  await press('first view', 'ana', { type: 'view' });
  await press('view', 'ana', { type: 'view' });
  await press('form', 'ana', { type: 'form' });
  await press('offer', 'ana', { type: 'offer', fields });
  await press('withdraw', 'ana', { type: 'withdraw' });
  await press('offer', 'ana', { type: 'offer', fields });
  await press('decline', 'omar', { type: 'decline', code: 'no-capacity', why: 'Two of us are off today' });
  await press('offer', 'ana', { type: 'offer', fields });
  await press('accept', 'omar', { type: 'accept' });
  await press('return', 'omar', { type: 'return', guidance: 'Collect the array log first' });
  return costs;
}

const acts = ['offer', 'withdraw', 'decline', 'accept', 'return'] as const;

describe.each(names)('on %s', name => {
  let costs: Record<string, Cost>;
  beforeAll(async () => {
    const on = await starts[name]();
    costs = await handoff(on);
    await on.stop();
  });

  it('showing a panel costs at most two storage reads and no write', () => {
    const { view = {} } = costs;
    expect([reads(view), writes(view)]).toEqual([2, 0]);
  });

  it('every act costs at most three storage reads and three writes', () => {
    for (const act of acts) {
      const cost = costs[act] ?? {};
      expect({ act, isWithin: reads(cost) <= 3 && writes(cost) <= 3, cost }).toMatchObject({ isWithin: true });
      expect({ act, isWithin: requests(cost) <= 5, cost }).toMatchObject({ isWithin: true });
    }
  });

  it('a sweep with nothing due costs two storage operations, however many are open', async () => {
    const on = await starts[name](unmetered);
    const costs = [];
    for (const [open, hour] of [
      [1, 10],
      [12, 11],
    ] as const) {
      for (let count = 0; count < open; count += 1) await claimedByAna(on);
      costs.push(await idleSweep(on, hour));
    }
    expect(costs[1]).toEqual(costs[0]);
    await on.stop();
  });

  it('a sweep costs what is due, not what is open', async () => {
    const cost = async (open: number, due: number): Promise<number> => {
      const on = await starts[name](unmetered);
      for (let count = 0; count < open; count += 1) await claimedByAna(on);
      // What was just changed is looked at once more; then it is open and nothing else.
      await on.until('10:50');
      for (let count = 0; count < due; count += 1) await on.offer(await claimedByAna(on), 'ana');
      const from = on.fate.operations.length;
      await on.until('11:21');
      await on.until('11:35');
      const spent = on.fate.operations.length - from;
      await on.stop();
      return spent;
    };
    const [few, many] = [await cost(2, 2), await cost(8, 2)];
    expect(many).toBe(few);
    expect(await cost(2, 4)).toBeLessThan(2 * few);
  });
});

/** A ticket somebody took: nothing is due on it before the afternoon. */
async function claimedByAna(on: TestDesk): Promise<string> {
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  return id;
}

const sweepOf = { freshservice: 'sweep', jira: 'schedule every-five-minutes' } as const;

/** Storage reads of one sweep in which nothing is due; on Freshservice it moves its cursor besides. */
async function idleSweep(on: TestDesk, hour: number): Promise<number> {
  // At five past, Jira is asked what changed.
  await on.until(`${hour}:20`);
  const before = on.costs.list().length;
  await on.until(`${hour}:30`);
  const sweeps = on.costs.list().slice(0, on.costs.list().length - before);
  expect(new Set(sweeps.map(({ action }) => action))).toEqual(new Set([sweepOf[on.name]]));
  const { operations } = sweeps[0] ?? { operations: {} };
  expect(reads(operations)).toBeLessThanOrEqual(2);
  expect(writes(operations)).toBe(on.name === 'jira' ? 0 : 1);
  return reads(operations);
}

describe('an action on the list of costs', () => {
  const cost = { id: 1, at: 0, desk: 'freshservice', action: 'panel accept' } as const;

  it('is within its budget, or over it, by the figures beside it', () => {
    const operations = { invocation: 1, 'entity.read': 1, 'entity.write': 2, 'storage.read': 1, 'storage.write': 1 };
    expect(judged({ ...cost, operations })).toMatchObject({ budget: { of: 'an act' }, isWithin: true });
    const more = { ...operations, 'storage.write': 2 };
    expect(judged({ ...cost, operations: more })).toMatchObject({
      budget: { of: 'an act', most: { writes: 3, keyValueCalls: 2 } },
      spent: { writes: 4, keyValueCalls: 3 },
      isWithin: false,
    });
  });

  it('has none where no budget binds it', () => {
    expect(judged({ ...cost, action: 'import agreement', operations: {} })).toMatchObject({ budget: null });
  });
});

describe.each(names)('on %s what fell due before', name => {
  it('is decided in the append of the act that meets it', async () => {
    const on = await starts[name]();
    const id = await heldByAna(on);
    await on.offer(id, 'ana');
    await on.desk.settle();
    on.fate.befalls(/entity\.getAll escalations|kvs entity\/query/, { status: 500 });
    await on.until('09:42');
    on.fate.passes();
    expect(on.types(id)).not.toContain('OfferLapsed');
    await on.ask(id, 'ana', { type: 'withdraw' }, 'panel withdraw');
    expect(writes(costOf(on, 'panel withdraw'))).toBeLessThanOrEqual(3);
    expect(on.types(id).slice(-2)).toEqual(['OfferLapsed', 'HandoffWithdrawn']);
    await on.stop();
  });
});

describe('on Freshservice, whose quotas are small,', () => {
  let costs: Record<string, Cost>;
  beforeAll(async () => {
    const on = await starts.freshservice();
    costs = await handoff(on);
    await on.stop();
  });

  it('a panel is one server method, one entity call and one key-value call', () => {
    const { view = {} } = costs;
    expect([view.invocation, entities(view), keyValues(view), requests(view)]).toEqual([1, 1, 1, 0]);
  });

  it('an act is at most one server method, three entity calls, two key-value calls and five requests', () => {
    for (const act of acts) {
      const cost = costs[act] ?? {};
      const spent = [cost.invocation ?? 0, entities(cost), keyValues(cost), requests(cost)];
      expect({ act, isWithin: spent.every((count, at) => count <= ([1, 3, 2, 5][at] ?? 0)), spent }).toMatchObject({
        isWithin: true,
      });
    }
  });

  it('an event that changes nothing Baton follows costs no call where it says so, one entity and one key-value call where it does not', async () => {
    const on = await starts.freshservice();
    const id = await heldByAna(on);
    const spent = async (manner: 'changes' | 'model_changes' | 'none'): Promise<number[]> => {
      on.desk.changeMetadata = manner;
      await on.desk.rest({
        ...asApi(on.desk.apiKey),
        method: 'PUT',
        path: `/api/v2/tickets/${id}`,
        query: {},
        body: sources[manner],
      });
      await on.desk.settle();
      const cost = costOf(on, 'event onTicketUpdate');
      return [entities(cost), keyValues(cost), requests(cost)];
    };
    expect(await spent('changes')).toEqual([0, 0, 0]);
    expect(await spent('model_changes')).toEqual([0, 0, 0]);
    expect(await spent('none')).toEqual([1, 1, 0]);
    await on.stop();
  });
});

const sources = { changes: '{"source":1}', model_changes: '{"source":3}', none: '{"source":2}' };
const asApi = (key: string) => ({ headers: { authorization: `Basic ${Buffer.from(`${key}:X`).toString('base64')}` } });
