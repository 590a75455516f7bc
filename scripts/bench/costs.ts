/* npm run bench:costs: what every action costs on both desks, and how many a minute each platform carries. Counted. */
import { buildAll } from '../build';
import type { JudgedCost } from '../workbench/budgets';
import type { DeskName } from './benchDesk';
import { carried, kinds } from './capacity';
import { everyAction, type Performed } from './everyAction';
import { quotas } from './quotas';
import { table } from './table';

const figures = (amounts: object): string =>
  Object.entries(amounts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

const budgetCells = (call: JudgedCost): readonly string[] =>
  call.budget ? [figures(call.budget.most), call.isWithin ? 'within' : 'OVER'] : ['-', '-'];

/** Calls that came to the same are one row with their number. */
function rowsOf({ action, calls }: Performed): readonly (readonly string[])[] {
  const rows = calls.map(call => [call.action, figures(call.operations), ...budgetCells(call)]);
  const numbers = new Map<string, number>();
  for (const row of rows) numbers.set(row.join('|'), (numbers.get(row.join('|')) ?? 0) + 1);
  return [...numbers].map(([row, count], index) => [index === 0 ? action : '', ...labelled(row.split('|'), count)]);
}

const labelled = ([call = '', ...rest]: readonly string[], count: number): readonly string[] => [
  count === 1 ? call : `${call} (${count} times)`,
  ...rest,
];

async function benchDesks(name: DeskName, dist: string): Promise<number> {
  const performed = await everyAction(name, dist);
  console.log(`\n${name}: what every action costs\n`);
  console.log(table(['action', 'call of the app', 'operations', 'budget', 'verdict'], performed.flatMap(rowsOf)));
  console.log(`\n${name}: how many a minute before anybody waits, under each quota alone\n`);
  for (const quota of quotas[name]) {
    const rows: string[][] = [];
    for (const kind of kinds) {
      const { perMinute = 'not touched', then = '' } = await carried(name, dist, { quota, kind, performed });
      rows.push([kind.words, String(perMinute), then]);
    }
    console.log(`${table([`${quota.perMinute} ${quota.words}`, 'a minute', 'and then'], rows)}\n`);
  }
  return performed.flatMap(({ calls }) => calls).filter(call => call.budget && !call.isWithin).length;
}

async function main(): Promise<void> {
  const { dist } = await buildAll();
  const over = (await benchDesks('freshservice', dist)) + (await benchDesks('jira', dist));
  console.log(over === 0 ? '\nEvery action is within its budget.' : `\n${over} calls are over their budget.`);
  process.exitCode = over === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
