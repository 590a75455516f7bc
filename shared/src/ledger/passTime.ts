import { advance, rowOf } from './advance';
import { eraseCopies } from './erasing';
import { leftUndone, lookAfterAt, LOOKED_AFTER_FOR } from './notices';
import type { Notice, Ports } from './ports';

/**
 * What a sweep does on a ticket that is due: lets time pass until `now` (epoch ms), or, where nothing fell due, does
 * what a crash left undone on the desk and in older copies of an erased text, and puts the lists right.
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
  const ledger = passed.ledger ?? known;
  const { state, facts } = ledger.page;
  if (passed.facts.length > 0) return carryOut(passed.notices);
  const recent = facts.filter(({ learned }) => now - learned < LOOKED_AFTER_FOR);
  await eraseCopies(ports, ticket, ledger, recent);
  await carryOut(leftUndone(state, facts, now));
  const lookAt = lookAfterAt(facts, now) ?? now;
  await ports.ledger.relist(ticket, ledger, rowOf(state, lookAt > now ? lookAt : undefined));
}
