import { Queue } from '@forge/events';
import { A_PUSH, type Due } from './rowQueries';

/** Hands to the queue what falls due, each with its own delay. `now` is epoch ms; at most fifty. */
export async function pushDueNow(due: readonly Due[], now: number): Promise<void> {
  if (due.length === 0) return;
  await new Queue({ key: 'due' }).push(
    due.map(item => ({
      body: { ...item },
      delayInSeconds: Math.max(0, Math.min(900, Math.ceil((item.dueAt - now) / 1000))),
      concurrency: { key: `ticket:${item.ticket}`, limit: 1 },
    })),
  );
}

/** Has time pass on these tickets as soon as the queue comes to it; at most one push. `now` is epoch ms. */
export const lookSoon = (tickets: readonly string[], now: number): Promise<void> =>
  pushDueNow(
    tickets.slice(0, A_PUSH).map(ticket => ({ ticket, dueAt: now })),
    now,
  );
