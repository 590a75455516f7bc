import { endedStays, openTransfer, settleAt, type Stay, type State, type Transfer } from '../escalation';
import type { LedgerFact } from './chain';
import type { TicketEvent } from '../ticket';
import { alikeAmong, type Alike } from './alike';
import { advance } from './advance';
import { eraseCopies } from './erasing';
import { leftUndone, leftUnsaid, lookAfterAt, LOOKED_AFTER_FOR } from './notices';
import type { LoadedLedger, Ports } from './ports';
import { rowOf } from './row';
import { carryOut, told, type Sweep, type SweptDesk } from './silence';

export type { SweptDesk } from './silence';

async function alikeTo(ports: Ports, ticket: string, transfer: Transfer | undefined): Promise<Alike> {
  const { mover, at } = transfer ?? { at: 0 };
  const others = mover === undefined ? undefined : await ports.movesOf?.(mover);
  return alikeAmong({ ticket, at }, others ?? []);
}

/** The events that settle a move without a handoff whose time for corrections is over. */
async function settling({ ports, ticket, now, desk }: Sweep, state: State): Promise<readonly TicketEvent[]> {
  const at = settleAt(state);
  if (state.status === 'unopened' || at === undefined || at > now) return [];
  const [seen, { alike, isFirst }] = await Promise.all([desk.look(state), alikeTo(ports, ticket, openTransfer(state))]);
  const settle: TicketEvent = { ...told(now), type: 'SettleTransfer', deliveryId: `settle:${now}`, alike, isFirst };
  return [...seen, settle];
}

/** Every move is looked after within this, ms; what ended with an older one was remembered then. */
const HEARD_WITHIN = 900_000;

const remember = async (desk: SweptDesk, stays: readonly Stay[]): Promise<void> => {
  if (stays.length > 0) await desk.remember(stays);
};

const timePassed = (now: number): TicketEvent => ({ ...told(now), type: 'TimePassed', deliveryId: `sweep:${now}` });

/** The stays that ended with these facts; all of them once the escalation is over, should one have been missed. */
function endedWith(state: State, facts: readonly LedgerFact[]): readonly Stay[] {
  if (state.status === 'unopened') return [];
  const isOver = facts.some(({ type }) => type === 'ResolutionConfirmed');
  return endedStays(state).filter(({ until }) => isOver || facts.some(({ at }) => at === until));
}

/** Does what a crash left undone on the desk and in older copies of an erased text, and puts the lists right. */
async function lookAfter(sweep: Sweep, ledger: LoadedLedger): Promise<void> {
  const { ports, ticket, now, desk } = sweep;
  const { state } = ledger.page;
  const { facts } = ledger.page;
  const recent = facts.filter(({ learned }) => now - learned < LOOKED_AFTER_FOR);
  await eraseCopies(ports, ticket, ledger, recent);
  await remember(
    desk,
    endedWith(
      state,
      recent.filter(({ learned }) => now - learned < HEARD_WITHIN),
    ),
  );
  await carryOut(sweep, state, leftUndone(state, facts, now));
  // What was just noted has put the lists right.
  if (state.status !== 'unopened' && state.silentSince !== undefined) return;
  const lookAt = lookAfterAt(facts, now) ?? now;
  await ports.ledger.relist(ticket, ledger, rowOf(state, now, lookAt > now ? lookAt : undefined));
}

/**
 * What a sweep does on a ticket that is due: lets time pass until `now` (epoch ms), settles a move without a handoff
 * after looking at the ticket again, or, where nothing fell due, looks after what a crash left undone.
 *
 * @throws LedgerError, DeskError
 */
export async function passTime(ports: Ports, ticket: string, now: number, desk: SweptDesk): Promise<void> {
  const known = await ports.ledger.load(ticket);
  if (!known) return;
  const sweep = { ports, ticket, now, desk };
  const settle = await settling(sweep, known.page.state);
  const passed = await advance(ports, ticket, [timePassed(now), ...settle], known);
  const { state, facts } = known.page;
  await remember(desk, endedWith(passed.state, passed.facts));
  if (passed.facts.length > 0)
    return carryOut(sweep, passed.state, [...leftUnsaid(state, facts, now), ...passed.notices]);
  await lookAfter(sweep, passed.ledger ?? known);
}
