import { findBreak, hashing, type LedgerFact } from '@baton/shared';
import { startFreshservice, startJira, unmetered, type TestDesk } from './support/desks';

jest.setTimeout(120_000);

const facts = ['EscalationOpened', 'Claimed', 'HandoffOffered', 'HandoffAccepted'];
/** One for each operation of an acceptance, and some to spare. */
const MOST_TICKETS = 16;

interface Told {
  /** What the press of Accept came to: its answer, or that it was cut short. */
  readonly accepted: unknown;
  readonly operations: readonly string[];
}

/** Omar accepts what Ana offered; the app dies before that operation of the acceptance. */
async function acceptance(on: TestDesk, id: string, dies: number): Promise<Told> {
  const from = on.fate.operations.length;
  on.fate.befallsNumber(dies, 'ends the app');
  const accepted = await on.ask(id, 'omar', { type: 'accept', actId: 'the-same-press' }).catch(() => 'cut short');
  await on.desk.settle();
  on.fate.passes();
  return { accepted, operations: on.fate.operations.slice(from) };
}

/** So many tickets that Ana has offered to Northwind's NOC. */
async function offered(on: TestDesk, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const id = await on.open();
    await on.change(id, 'ana', { person: 'ana' });
    ids.push(id);
  }
  await on.until('09:10');
  for (const id of ids) await on.offer(id, 'ana');
  await on.until('09:12');
  return ids;
}

const linked = (all: readonly LedgerFact[]) =>
  all.every((fact, index) => fact.prev === (all[index - 1]?.hash ?? 'start'));

/** Everything a sweep can find has been found. */
const twoSweeps = (on: TestDesk) => on.until('09:35');

interface Desk {
  readonly start: () => Promise<TestDesk>;
  /** Who the desk says has it, and how many notes Baton left. */
  readonly outcome: (on: TestDesk, id: string) => Promise<unknown>;
  readonly expected: unknown;
}

const agentAndNotes = async (on: TestDesk, id: string): Promise<unknown> => {
  const { db } = on;
  const ticket = db.prepare('SELECT data FROM freshservice_tickets WHERE id = ?').get(Number(id)) as { data: string };
  const notes = db
    .prepare("SELECT data FROM freshservice_conversations WHERE ticket = ? AND data LIKE '%Ledger entry%'")
    .all(Number(id));
  const listed = db.prepare("SELECT data FROM fdk_records WHERE entity = 'escalations'").all() as { data: string }[];
  return {
    agent: (JSON.parse(ticket.data) as { responder_id: number }).responder_id,
    notes: notes.length,
    records: listed.map(({ data }) => JSON.parse(data) as { ticketKey: string }).filter(one => one.ticketKey === id),
  };
};

const assigneeAndRow = async (on: TestDesk, id: string): Promise<unknown> => {
  const issue = on.db.prepare('SELECT * FROM forge_rows WHERE key = ? AND until IS NULL').get(on.desk.nativeId(id));
  const { holder, offeredTo, version } = JSON.parse((issue as { value: string }).value) as Record<string, unknown>;
  const { fields } = await seenOnJira(on, id);
  return { assignee: fields.assignee?.accountId, holder, offeredTo, version };
};

async function seenOnJira(on: TestDesk, id: string): Promise<{ fields: { assignee: { accountId: string } | null } }> {
  const jira = on as Awaited<ReturnType<typeof startJira>>;
  const answer = await jira.desk.rest({
    ...{ method: 'GET', path: `/rest/api/3/issue/${id}?fields=assignee`, headers: {}, as: 'app', byApp: true },
  });
  return JSON.parse(answer.body ?? '') as Awaited<ReturnType<typeof seenOnJira>>;
}

const desks: Record<'freshservice' | 'jira', Desk> = {
  freshservice: {
    start: () => startFreshservice(unmetered),
    outcome: agentAndNotes,
    expected: {
      agent: 21000021,
      notes: 1,
      records: [expect.objectContaining({ head: 4, stage: 'held', holder: 'msp', offeredTo: 'nobody' })],
    },
  },
  jira: {
    start: startJira,
    outcome: assigneeAndRow,
    expected: { assignee: '5b10a2844c20165700ede221g', holder: 'msp', offeredTo: 'nobody', version: 4 },
  },
};

describe.each(['freshservice', 'jira'] as const)('on %s an acceptance', name => {
  const { start, outcome, expected } = desks[name];

  it('cut short before any of its operations is whole after the next press or sweep, and once', async () => {
    const on = await start();
    const ids = await offered(on, MOST_TICKETS);
    const whole: { dies: number; operation: string | undefined; id: string }[] = [];
    for (const [dies, id] of ids.entries()) {
      const { accepted, operations } = await acceptance(on, id, dies);
      whole.push({ dies, operation: operations[dies], id });
      if (accepted !== 'cut short') break;
      const isStored = on.types(id).includes('HandoffAccepted');
      if (!isStored) await on.ask(id, 'omar', { type: 'accept', actId: 'the-same-press' });
      // What the desk tells of it is over before the next one's operations are counted.
      await on.desk.settle();
    }
    // The last one had fewer operations than that: nothing disturbed it.
    expect(whole.length).toBeGreaterThan(5);
    expect(whole.length).toBeLessThan(ids.length);
    await twoSweeps(on);
    for (const { id, ...before } of whole) {
      expect({ ...before, types: on.types(id) }).toEqual({ ...before, types: facts });
      expect({ ...before, outcome: await outcome(on, id) }).toEqual({ ...before, outcome: expected });
      expect(linked(on.facts(id))).toBe(true);
    }
    await on.stop();
  });

  it('whose answer is lost is the same acceptance when it is pressed again', async () => {
    const on = await start();
    const id = await on.open();
    await on.change(id, 'ana', { person: 'ana' });
    await on.offer(id, 'ana');
    on.fate.befalls(/db\.set e:|kvs transaction/, { status: 500, isDone: true }, 1);
    const lost = await on.ask(id, 'omar', { type: 'accept', actId: 'the-same-press' });
    expect(lost).toMatchObject({ ok: false, code: 'unreachable' });
    const again = await on.ask(id, 'omar', { type: 'accept', actId: 'the-same-press' });
    expect(again).toMatchObject({ ok: true });
    expect(on.types(id).filter(type => type === 'HandoffAccepted')).toHaveLength(1);
    expect(findBreak(on.facts(id), name === 'jira' ? hashing() : keyed(on))).toBeUndefined();
    await on.stop();
  });
});

/** The hash under the key this installation was given. */
function keyed({ db }: TestDesk) {
  const { value } = db.prepare("SELECT value FROM freshservice_keys WHERE name = 'ledger'").get() as { value: string };
  return hashing(value);
}
