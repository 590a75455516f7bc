import { findBreak, hashing } from '@baton/shared';
import { starts, unmetered, type TestDesk } from './support/desks';
import {
  comparable,
  tellEscalation,
  troubleWrite,
  writesOf,
  type Cost,
  type Trouble,
  type WriteTrouble,
} from './support/escalationStory';

jest.setTimeout(300_000);

const names = ['freshservice', 'jira'] as const;
const crashes: readonly WriteTrouble[] = ['crash before', 'crash after'];
const failures: readonly WriteTrouble[] = ['fails', 'answer is lost'];
/**
 * A write that fails or whose answer is lost leaves in a store what a crash does. Jira hands an event over again where
 * the app says so, and Freshservice tells it once: so the app lives on there, and dies here.
 */
const ways = { jira: failures, freshservice: crashes } as const;

/** One list of troubles for each way in which each write of a moment can go wrong; every moment has its share. */
function troublesOf(costs: readonly Cost[], ways: readonly WriteTrouble[]): readonly (readonly Trouble[])[] {
  const most = Math.max(...costs.map(({ writes }) => writes));
  return Array.from({ length: most }, (_, index) => index + 1).flatMap(nth =>
    ways.map(write => costs.filter(({ writes }) => writes >= nth).map(({ moment }) => ({ moment, nth, write }))),
  );
}

/** The desk is told once, so an event whose handler died before the ledger was written is lost like a dropped one. */
const isLost = ({ nth, moment, ...how }: Trouble, costs: readonly Cost[]): boolean =>
  'write' in how &&
  crashes.includes(how.write) &&
  (nth === 1 || (nth === 2 && how.write === 'crash before')) &&
  !/hands|returns|accepts/.test(moment) &&
  costs.some(cost => cost.moment === moment && cost.events > 0);

describe.each(names)('on %s, whatever becomes of any write of a whole escalation,', name => {
  let undisturbed: ReturnType<typeof comparable>;
  let costs: readonly Cost[];

  beforeAll(async () => {
    const on = await starts[name](unmetered);
    const told = await tellEscalation(on, [[]]);
    undisturbed = comparable(on.facts(told.ids[0] ?? ''));
    costs = told.costs;
    await on.stop();
  });

  it('it is a whole escalation', () => {
    expect(undisturbed.map(({ type }) => type).filter(type => type !== 'NativeDueRead')).toEqual([
      ...['EscalationOpened', 'Claimed', 'WorkStarted', 'HandoffOffered', 'HandoffAccepted', 'WorkStarted'],
      ...['FirstReplySent', 'HandoffOffered', 'HandoffAccepted', 'Resolved', 'Reopened'],
    ]);
  });

  it('the ledger says the same after the next press, retry or sweep', async () => {
    const isRepeated = name === 'jira';
    const troubles = troublesOf(costs, ways[name]).map(list => list.filter(one => isRepeated || !isLost(one, costs)));
    const on = await starts[name](unmetered);
    const told = await tellEscalation(on, troubles);
    expect(told.unstruck).toEqual([]);
    for (const [index, id] of told.ids.entries()) {
      const trouble = troubles[index]?.[0];
      expect({ trouble, facts: comparable(on.facts(id)) }).toEqual({ trouble, facts: undisturbed });
      if (name === 'jira') expect(findBreak(on.facts(id), hashing())).toBeUndefined();
    }
    await on.stop();
  });
});

describe('on Freshservice, which delivers an event once,', () => {
  it('one whose handler died before it wrote is as lost as one that never came', async () => {
    const first = await starts.freshservice(unmetered);
    const { costs } = await tellEscalation(first, [[]]);
    await first.stop();
    const dying = troublesOf(costs, crashes).map(list => list.filter(one => isLost(one, costs)));
    const lists = dying.filter(list => list.length > 0);
    const dropped = (lists[0] ?? []).map(({ moment }) => ({ moment, nth: 1, event: 'drop' as const }));
    const on = await starts.freshservice(unmetered);
    const told = await tellEscalation(
      on,
      [dropped, ...lists].flatMap(list => inThirds(list, costs)),
    );
    expect(told.unstruck).toEqual([]);
    // Found when its turn comes, so that what was told meanwhile may stand before it.
    const ledgers = told.ids.map(id =>
      comparable(on.facts(id))
        .map(({ type }) => type)
        .sort(),
    );
    for (const [index, ledger] of ledgers.entries()) expect(ledger).toEqual(ledgers[index % 3]);
    expect(lists).toHaveLength(3);
    await on.stop();
  });
});

/** Every third moment, so that what one loses the next can mend before another is lost. */
const inThirds = (list: readonly Trouble[], costs: readonly Cost[]): readonly (readonly Trouble[])[] =>
  [0, 1, 2].map(third => list.filter(({ moment }) => costs.findIndex(cost => cost.moment === moment) % 3 === third));

/** Ana offers, Omar accepts; then time passes, and one of the writes it brings about goes wrong. */
async function accepted(name: (typeof names)[number], trouble?: { nth: number; write: WriteTrouble }) {
  const on = await starts[name]();
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  await on.until('09:10');
  await on.offer(id, 'ana');
  await on.until('09:12');
  await on.ask(id, 'omar', { type: 'accept' });
  await on.desk.settle();
  const from = on.fate.operations.length;
  if (trouble) troubleWrite(on, trouble.nth, trouble.write);
  await on.until('09:32');
  const writes = writesOf(on.fate.operations.slice(from)).length;
  on.faults.clear();
  await on.until('10:02');
  const stored = { facts: comparable(on.facts(id)), listed: listed(on), standing: on.standing(id) };
  await on.stop();
  return { writes, stored };
}

/** What the lists and the next sweep go by. */
function listed({ db, name }: TestDesk): unknown {
  if (name === 'jira') {
    const rows = db.prepare("SELECT value FROM forge_rows WHERE store LIKE '%escalation%' AND until IS NULL").all();
    return (rows as { value: string }[]).map(({ value }) => {
      const { due, stage, holder, version } = JSON.parse(value) as Record<string, unknown>;
      return { due, stage, holder, version };
    });
  }
  const records = db.prepare("SELECT data FROM fdk_records WHERE entity = 'escalations'").all();
  return (records as { data: string }[]).map(({ data }) => JSON.parse(data) as unknown);
}

it.each(names)('on %s a sweep that is cut short at any write is made good by the next', async name => {
  const { writes, stored } = await accepted(name);
  expect(writes).toBeGreaterThan(0);
  for (let nth = 1; nth <= writes; nth += 1) {
    for (const write of crashes) {
      const after = await accepted(name, { nth, write });
      expect({ nth, write, ...after.stored }).toEqual({ nth, write, ...stored });
    }
  }
});
