import { storyText } from '../support/agreement';
import type { FreshserviceDesk } from '../../scripts/workbench/freshservice';
import type { JiraDesk } from '../../scripts/workbench/jira';
import { at, starts, type TestDesk } from './support/desks';

jest.setTimeout(120_000);

const lapses = (on: TestDesk, id: string) => on.facts(id).filter(fact => fact.type === 'OfferLapsed');

const health = (on: TestDesk<FreshserviceDesk | JiraDesk>, person: string, type: 'health' | 'try again' = 'health') =>
  on.desk.askList(person, { viewer: { timeZone: 'UTC' }, type }, type);

/** A ticket that Ana took and offered to Northwind's NOC: they owe an answer within half an hour. */
async function offered(on: TestDesk, opened?: string): Promise<string> {
  const id = opened ?? (await on.open());
  await on.change(id, 'ana', { person: 'ana' });
  expect(await on.offer(id, 'ana')).toMatchObject({ ok: true });
  return id;
}

it.each(['freshservice', 'jira'] as const)('an unanswered offer goes on at its minute on %s', async name => {
  const on = await starts[name]();
  await on.until('09:13');
  const id = await offered(on);
  await on.until('09:42');
  expect(lapses(on, id)).toEqual([]);
  await on.until('09:44');
  const [{ at: happened, learned } = { at: 0, learned: 0 }] = lapses(on, id);
  expect([happened, Math.floor(learned / 60_000) * 60_000]).toEqual([at('09:43'), at('09:43')]);
  await on.stop();
});

it('on Freshservice one that no bell can be set for goes on with the next sweep, as of its minute', async () => {
  const on = await starts.freshservice({ limits: { schedules: 0 } });
  await on.until('09:13');
  const id = await offered(on);
  await on.until('09:49');
  expect(lapses(on, id)).toEqual([]);
  await on.until('09:51');
  expect(lapses(on, id)[0]).toMatchObject({ at: at('09:43'), learned: at('09:50') });
  expect(on.lines.join('\n')).toContain(`No bell was set for due:${id}`);
  await on.stop();
});

it('on Freshservice more than a minute’s quota carries comes later, what waits longest first, each once and as of its minute', async () => {
  const on = await starts.freshservice({ limits: { keyValuePerMinute: 12, schedules: 0 } });
  const last = await on.open();
  const ids: string[] = [];
  for (let minute = 0; minute < 9; minute += 1) {
    await on.until(`09:0${minute}`);
    ids.push(await offered(on, minute === 8 ? last : undefined));
  }
  await on.until('09:51');
  expect(await health(on, 'omar')).toMatchObject({ ok: true, health: { mayRetry: false } });
  expect(JSON.stringify(await health(on, 'omar'))).toMatch(/tickets? waits?, since 09:\d\d today.*9 of 10,000 open/);
  expect(await health(on, 'omar', 'try again')).toMatchObject({ ok: false, code: 'not-the-lead' });
  await on.until('10:25');
  const first = ids.map(id => lapses(on, id)[0]);
  expect(first.map(fact => fact?.at)).toEqual(ids.map((_, minute) => at('09:30') + minute * 60_000));
  const learned = first.map(fact => fact?.learned ?? 0);
  expect(new Set(learned).size).toBeGreaterThan(1);
  expect(learned).toEqual([...learned].sort((one, other) => one - other));
  const rungs = ids.map(id =>
    lapses(on, id)
      .map(({ data }) => data.rung)
      .join(),
  );
  expect(new Set(rungs)).toEqual(new Set(['1,2']));
  await on.stop();
});

it('on Freshservice a ticket nobody owes anything on leaves its record, and goes on from where it was', async () => {
  const on = await starts.freshservice({ agreement: storyText({ confirmationDays: 0 }) });
  const records = (): number =>
    (on.db.prepare('SELECT count(*) AS held FROM fdk_records').get() as { held: number }).held;
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana', status: 'resolved' });
  expect(records()).toBe(1);
  await on.until('09:20');
  expect(records()).toBe(0);
  expect(on.types(id)).toContain('ResolutionConfirmed');
  expect(await on.ask(id, 'ana', { type: 'view' })).toMatchObject({ ok: true });

  const before = on.types(id);
  await on.change(id, 'ana', { status: 'open' });
  expect(records()).toBe(1);
  expect(on.types(id).slice(0, before.length)).toEqual(before);
  expect(on.types(id).slice(before.length)).toContain('Reopened');
  await on.stop();
});

it('on Jira a work item that could not be read for half an hour is named, and taken up once it can be read', async () => {
  const on = await starts.jira();
  const id = await on.open();
  on.faults.add({ deliveries: 'drop', count: 2 });
  await on.change(id, 'ana', { person: 'ana' });
  on.fate.befalls(/^GET .*\/issue\/\d+\?/, { status: 503 });
  await on.until('11:00');
  const unread = JSON.stringify(await health(on, 'ana'));
  expect(unread).toMatch(/Given up for now.*SUP-\d+ could not be read/);
  expect(on.types(id)).not.toContain('Claimed');

  on.fate.passes();
  await on.until('12:20');
  expect(JSON.stringify(await health(on, 'ana'))).not.toContain('Given up');
  expect(on.types(id)).toContain('Claimed');
  await on.stop();
});
