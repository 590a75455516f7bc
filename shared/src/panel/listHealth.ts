import { contactLines } from './contacts';
import { drillLines } from './drillLines';
import { healthView, mayRetry } from './health';
import type { ListDesk } from './listDesk';
import type { ListAnswer } from './listProtocol';
import { onCallLines } from './onCallLines';
import { outageLines } from './outage';
import type { Reader } from './reader';

/** Said to whoever may only look. */
export const notTheirs = {
  ok: false,
  code: 'not-the-lead',
  sentence: 'Only a lead or a coordinator may do this.',
  remedy: 'What waits is tried again by itself within ten minutes.',
} as const;

/** How Baton is doing, with how long the desk's changes took to arrive. @throws DeskError */
export async function healthOf(desk: ListDesk, reader: Reader, said?: string): Promise<ListAnswer> {
  const [report, ...lists] = await Promise.all([desk.health(), desk.ours('msp'), desk.ours('client')]);
  const rows = lists.flatMap(list => list.rows.map(({ row }) => row));
  const heard = rows.flatMap(({ heardAfter }) => heardAfter ?? []);
  const unsent = rows.flatMap(row => row.unsent ?? []);
  const view = healthView(reader, { ...report, heard, unsent }, desk.testAlerts !== undefined);
  const health = {
    ...view,
    lines: [
      ...view.lines,
      ...outageLines(reader),
      ...onCallLines(reader),
      ...contactLines(reader),
      ...drillLines(reader),
    ],
  };
  return { ok: true, health, ...(said === undefined ? {} : { said }) };
}

/** Has what waits tried again at once, for a lead or a coordinator. @throws DeskError */
export async function tryAgain(desk: ListDesk, reader: Reader): Promise<ListAnswer> {
  if (!mayRetry(reader)) return notTheirs;
  await desk.tryAgain();
  return healthOf(desk, reader, 'Tried again.');
}

/** Tries out what alerts from outside would open, for a lead or a coordinator; nothing is opened. @throws DeskError */
export async function testAlerts(desk: ListDesk, reader: Reader): Promise<ListAnswer> {
  if (!mayRetry(reader) || !desk.testAlerts) return notTheirs;
  const tried = await desk.testAlerts();
  const answer = await healthOf(desk, reader, 'Tested. Nothing was opened.');
  if (!('health' in answer)) return answer;
  return { ...answer, health: { ...answer.health, lines: [...answer.health.lines, ...tried] } };
}
