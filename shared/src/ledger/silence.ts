import type { State, Stay } from '../escalation';
import { DeskError } from '../failures';
import type { TicketEvent } from '../ticket';
import { advance } from './advance';
import type { Notice, Ports } from './ports';

/** What a sweep may ask of the desk about one ticket. */
export interface SweptDesk {
  /** Does and says what is not done and said yet: any of it may have been, before a crash. */
  readonly carryOut: (notices: readonly Notice[]) => Promise<void>;
  /** What the ticket shows, read again, that the ledger does not know yet. */
  readonly look: (state: State) => Promise<readonly TicketEvent[]>;
  /** Remembers stays with a team that are over; told twice they count once. */
  readonly remember: (stays: readonly Stay[]) => Promise<void>;
}

/** One look of a sweep at a ticket. */
export interface Sweep {
  readonly ports: Ports;
  readonly ticket: string;
  readonly now: number;
  readonly desk: SweptDesk;
}

/** What Baton itself tells at `now` (epoch ms). */
export const told = (now: number) => ({
  ...{ at: now, learned: now, actor: { rule: 'baton' }, channel: 'clock' },
  assurance: 'platform' as const,
});

/** So long after something was to be said the desk counts as silent, ms: a sweep or two have tried by then. */
const SILENT_AFTER = 900_000;

/** Whether a desk that fails has been asked to say these things for a while. */
function isSilence(error: unknown, notices: readonly Notice[], now: number): boolean {
  const told = notices.flatMap(notice => (notice.is === 'tell' ? notice.facts.map(({ learned }) => learned) : []));
  const isDown = error instanceof DeskError && error.code !== 'busy';
  return isDown && told.length > 0 && now - Math.max(...told) >= SILENT_AFTER;
}

/**
 * Does and says it. A desk that takes nothing is a fact after a while: what waits is then tried until it is taken.
 *
 * @throws DeskError
 */
export async function carryOut(sweep: Sweep, state: State, notices: readonly Notice[]): Promise<void> {
  const { ports, ticket, now, desk } = sweep;
  try {
    await desk.carryOut(notices);
  } catch (error) {
    const silent: TicketEvent = { ...told(now), type: 'DeskFellSilent', deliveryId: `silent:${now}` };
    // Where the store fails too, the next sweep comes back to it anyway.
    if (isSilence(error, notices, now)) await advance(ports, ticket, [silent]).catch(() => undefined);
    throw error;
  }
  if (state.status === 'unopened' || state.silentSince === undefined) return;
  await advance(ports, ticket, [{ ...told(now), type: 'DeskAnswered', deliveryId: `answered:${now}` }]);
}
