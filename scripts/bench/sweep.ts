/* npm run bench:sweep: what time passing costs, by how many escalations are open and how many are due. Counted. */
import { buildAll } from '../build';
import type { ActionCost, OperationKind } from '../workbench/costs';
import { workbenchAgreement } from '../workbench/workbenchAgreement';
import { storyCast } from '../workbench/cast';
import { benchDesk, type BenchDesk, type Channels, type DeskName, type Quotas } from './benchDesk';
import { newTicket, offer } from './everyAction';
import { copyEscalation } from './openEscalations';
import { table } from './table';

/** Freshservice keeps at most 10,000 records. */
const sizes: Record<DeskName, readonly number[]> = {
  freshservice: [1_000, 9_000],
  jira: [1_000, 10_000, 100_000],
};
const dues = [0, 10, 1_000];
/** What a minute carries on each platform, as documented. */
const real: Quotas = {
  serverMethodsPerMinute: 50,
  keyValuePerMinute: 50,
  entitiesPerMinute: 250,
  requestsPerMinute: 50,
  invocations: 1_200,
  storageReads: 4_000,
  storageWrites: 4_000,
};
const HOUR = 60;

const storage: readonly OperationKind[] = [
  'storage.read',
  'storage.write',
  'storage.query',
  'entity.read',
  'entity.write',
];

const sum = (costs: readonly ActionCost[], kinds: readonly OperationKind[]): number =>
  costs.reduce((all, { operations }) => all + kinds.reduce((one, kind) => one + (operations[kind] ?? 0), 0), 0);

const isSweep = ({ action }: ActionCost): boolean => action === 'sweep' || action === 'schedule every-five-minutes';

async function press(on: BenchDesk, id: string, request: object): Promise<void> {
  const answer = await on.press(id, 'ana', request);
  if (!answer.ok) throw new Error(answer.sentence);
}

/** A ticket that Ana holds, or has offered to somebody who never answers. */
async function ticket(on: BenchDesk, isOffered: boolean): Promise<string> {
  const id = await newTicket(on);
  await on.desk.change(id, 'ana', { person: 'ana' });
  await on.desk.settle();
  if (isOffered) await press(on, id, offer);
  return on.desk.nativeId(id);
}

/** Messages that went out since: notes and comments on the desk. */
const said = { freshservice: 'freshservice_conversations', jira: 'jira_comment' } as const;
const messages = ({ db, desk }: BenchDesk): number =>
  (db.prepare(`SELECT count(*) AS count FROM ${said[desk.name]}`).get() as { count: number }).count;

/** One desk with so many open, so many of them offers that nobody answers, all made at one minute. */
async function opened(on: BenchDesk, { open, due }: { open: number; due: number }): Promise<void> {
  const { name } = on.desk;
  const held = await ticket(on, false);
  // What was just changed is looked at again for a while; then it is open and nothing else.
  await on.minutes(3 * HOUR);
  copyEscalation(on.db, name, held, { taken: 0, count: open - 1 });
  if (due > 0) copyEscalation(on.db, name, await ticket(on, true), { taken: open, count: due - 1 });
  on.counted();
}

const perRun = (costs: readonly ActionCost[], kinds: readonly OperationKind[]): string => {
  const runs = costs.filter(isSweep).map(cost => sum([cost], kinds));
  return runs.length === 0 ? '-' : [...new Set([Math.min(...runs), Math.max(...runs)])].join(' to ');
};

/** Cells that warn nobody: what is merely open has nothing due in the hour that is counted, only offers have. */
function onlyOffers(): Channels {
  const { matrix } = workbenchAgreement(storyCast);
  return { agreement: { matrix: matrix.map(cell => ({ ...cell, warnings: [] })) }, secrets: {} };
}

/** What the hour costs in which they fall due: the sweeps themselves, and everything together for each that was due. */
async function rowOf(name: DeskName, dist: string, size: { open: number; due: number }): Promise<string[]> {
  process.stderr.write(`${name}: ${size.open} open, ${size.due} due …\n`);
  const on = await benchDesk(name, dist, {}, onlyOffers());
  await opened(on, size);
  await on.minutes(HOUR);
  const costs = on.counted();
  const all = sum(costs, storage);
  const each = size.due === 0 ? '-' : (all / size.due).toFixed(1);
  await on.stop();
  return [String(size.open), String(size.due), perRun(costs, storage), String(all), each];
}

/** The party that does not answer hears of it on Slack. */
function onSlack(): Channels {
  const { parties } = workbenchAgreement(storyCast);
  const agreement = {
    channels: { noc: { kind: 'slack' as const } },
    parties: { ...parties, msp: { ...parties.msp, notify: ['noc'] } },
  };
  return { agreement, secrets: { noc: { address: 'https://hooks.slack.com/services/T/B/x' } } };
}

/** A storm under the platform's own quotas: when the last of 500 was told, and what was said about them. */
async function storm(name: DeskName, dist: string): Promise<string[]> {
  const size = { open: 1_000, due: 500 };
  const on = await benchDesk(name, dist, real, onSlack());
  await opened(on, size);
  on.sent();
  const before = messages(on);
  let minutes = 0;
  while (on.told('OfferLapsed') < size.due && minutes < 24 * HOUR) {
    await on.minutes(10);
    minutes += 10;
  }
  const perEvent = ((messages(on) - before) / size.due).toFixed(2);
  const outside = (on.sent() / size.due).toFixed(3);
  const told = [String(on.told('OfferLapsed')), `${minutes} min after the offers`];
  const row = [name, String(size.due), ...told, perEvent, outside];
  await on.stop();
  return row;
}

async function main(): Promise<void> {
  const { dist } = await buildAll();
  for (const name of ['freshservice', 'jira'] as const) {
    const rows: string[][] = [];
    for (const open of sizes[name]) for (const due of dues) rows.push(await rowOf(name, dist, { open, due }));
    console.log(`\n${name}: storage operations of an hour in which offers fall due\n`);
    console.log(table(['open', 'due', 'a sweep', 'the whole hour', 'for each due'], rows));
  }
  console.log('\nFive hundred unanswered offers at one minute, under the platforms’ own quotas\n');
  const storms = [await storm('freshservice', dist), await storm('jira', dist)];
  console.log(table(['desk', 'due', 'told', 'the last of them', 'messages for each', 'on Slack for each'], storms));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
