import { advance, rowOf } from './advance';
import { leftUndone, lookAfterAt } from './notices';
import type { Notice, Ports } from './ports';

/**
 * What a sweep does on a ticket that is due: lets time pass until `now` (epoch ms), or, where nothing fell due, does
 * what a crash left undone on the desk and puts the lists right.
 *
 * @throws LedgerError, DeskError
 */
export async function passTime(
  ports: Ports,
  ticket: string,
  now: number,
  carryOut: (notices: readonly Notice[]) => Promise<void>,
): Promise<void> {
  const known = await ports.ledger.load(ticket);
  if (!known) return;
  const passed = await advance(
    ports,
    ticket,
    [
      {
        type: 'TimePassed',
        deliveryId: `sweep:${now}`,
        at: now,
        learned: now,
        actor: { rule: 'baton' },
        channel: 'clock',
        assurance: 'platform',
      },
    ],
    known,
  );
  const { page } = passed.ledger ?? known;
  if (passed.facts.length > 0) return carryOut(passed.notices);
  await carryOut(leftUndone(page.state, page.facts, now));
  const lookAt = lookAfterAt(page.facts, now) ?? now;
  await ports.ledger.relist(ticket, passed.ledger ?? known, rowOf(page.state, lookAt > now ? lookAt : undefined));
}
