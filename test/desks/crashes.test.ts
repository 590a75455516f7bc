import { findBreak, hashing, type LedgerFact } from '@baton/shared';
import { startFreshservice, startJira, type TestDesk } from './support/desks';

jest.setTimeout(120_000);

const facts = ['EscalationOpened', 'Claimed', 'HandoffOffered', 'HandoffAccepted'];
const MOST_OPERATIONS = 30;

interface Told {
  readonly on: TestDesk;
  readonly id: string;
  /** What the press of Accept came to: its answer, or that it was cut short. */
  readonly accepted: unknown;
  readonly operations: readonly string[];
}

/** Ana offers, Omar accepts; the app dies before that operation of the acceptance. */
async function acceptance(start: () => Promise<TestDesk>, dies?: number): Promise<Told> {
  const on = await start();
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  await on.until('09:10');
  await on.offer(id, 'ana');
  await on.until('09:12');
  const from = on.fate.operations.length;
  if (dies !== undefined) on.fate.befallsNumber(dies, 'ends the app');
  const accepted = await on.ask(id, 'omar', { type: 'accept', actId: 'the-same-press' }).catch(() => 'cut short');
  await on.desk.settle();
  return { on, id, accepted, operations: on.fate.operations.slice(from) };
}

const linked = (all: readonly LedgerFact[]) =>
  all.every((fact, index) => fact.prev === (all[index - 1]?.hash ?? 'start'));

/** Everything a sweep can find has been found. */
const twoSweeps = ({ on }: Told) => on.until('09:35');

interface Desk {
  readonly start: () => Promise<TestDesk>;
  /** Who the desk says has it, and how many notes Baton left. */
  readonly outcome: (told: Told) => Promise<unknown>;
  readonly expected: unknown;
}

const agentAndNotes = async ({ on, id }: Told): Promise<unknown> => {
  const { db } = on;
  const ticket = db.prepare('SELECT data FROM freshservice_tickets WHERE id = ?').get(Number(id)) as { data: string };
  const notes = db.prepare("SELECT data FROM freshservice_conversations WHERE data LIKE '%Ledger entry%'").all();
  const listed = db.prepare("SELECT data FROM fdk_records WHERE entity = 'escalations'").all() as { data: string }[];
  return {
    agent: (JSON.parse(ticket.data) as { responder_id: number }).responder_id,
    notes: notes.length,
    records: listed.map(({ data }) => JSON.parse(data) as object),
  };
};

const assigneeAndRow = async ({ on, id }: Told): Promise<unknown> => {
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
    start: startFreshservice,
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

  it('that nothing disturbs moves the ticket too', async () => {
    const told = await acceptance(start);
    await twoSweeps(told);
    expect(told.on.types(told.id)).toEqual(facts);
    expect(await outcome(told)).toEqual(expected);
    await told.on.stop();
  });

  it('cut short before any of its operations is whole after the next press or sweep, and once', async () => {
    let cut = 0;
    for (let dies = 0; dies < MOST_OPERATIONS; dies += 1) {
      const told = await acceptance(start, dies);
      if (told.accepted !== 'cut short') {
        await told.on.stop();
        break;
      }
      cut += 1;
      const before = { dies, operation: told.operations[dies] };
      const isStored = told.on.types(told.id).includes('HandoffAccepted');
      if (!isStored) await told.on.ask(told.id, 'omar', { type: 'accept', actId: 'the-same-press' });
      await twoSweeps(told);
      expect({ ...before, types: told.on.types(told.id) }).toEqual({ ...before, types: facts });
      expect({ ...before, outcome: await outcome(told) }).toEqual({ ...before, outcome: expected });
      expect(linked(told.on.facts(told.id))).toBe(true);
      await told.on.stop();
    }
    expect(cut).toBeGreaterThan(4);
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
