import { healthView, mayRetry } from './health';
import type { ListDesk } from './listDesk';
import type { ListAnswer } from './listProtocol';
import type { Reader } from './reader';

const notTheirs = {
  ok: false,
  code: 'not-the-lead',
  sentence: 'Only a lead or a coordinator has this tried again.',
  remedy: 'It is tried again by itself within ten minutes.',
} as const;

/** How Baton is doing, with how long the desk's changes took to arrive. @throws DeskError */
export async function healthOf(desk: ListDesk, reader: Reader, said?: string): Promise<ListAnswer> {
  const [report, ...lists] = await Promise.all([desk.health(), desk.ours('msp'), desk.ours('client')]);
  const rows = lists.flatMap(list => list.rows.map(({ row }) => row));
  const heard = rows.flatMap(({ heardAfter }) => heardAfter ?? []);
  const unsent = rows.flatMap(row => row.unsent ?? []);
  const health = healthView(reader, { ...report, heard, unsent });
  return { ok: true, health, ...(said === undefined ? {} : { said }) };
}

/** Has what waits tried again at once, for a lead or a coordinator. @throws DeskError */
export async function tryAgain(desk: ListDesk, reader: Reader): Promise<ListAnswer> {
  if (!mayRetry(reader)) return notTheirs;
  await desk.tryAgain();
  return healthOf(desk, reader, 'Tried again.');
}
