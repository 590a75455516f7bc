import { crossingTo, onDuty, type Placement } from '../agreement';
import type { TicketEventOf } from '../ticket';
import { isOpenAt } from '../time';
import { custodian } from './custody';
import { fact, facts, nothing, type Context, type Decision } from './decision';
import { follows } from './decideTransfer';
import type { FactData, NewFact } from './events';
import { hoursOf } from './hours';
import { isActive } from './participants';
import type { Open, State } from './state';
import type { Transfer } from './transfer';
import { openTransfer, settleAt } from './openTransfer';

type Stays = FactData<'PacketOwed'>['stays'];
type Settling = TicketEventOf<'SettleTransfer'>;
type Objection = (context: Context, state: Open, transfer: Transfer, event: Settling) => boolean;

/** So many moves by one mover within five minutes are one finding (rules §2). */
const MASS = 5;

const modeOf = ({ terms }: Open, { to }: Transfer) => terms.boundaries[crossingTo(to.party)].mode;

function isGiverOpen({ terms }: Open, { party, team }: Placement, at: number): boolean {
  return isOpenAt(hoursOf(terms, party, team), at);
}

function isSomebodyThere(context: Context, { team, person }: Placement, at: number): boolean {
  const duty = team === undefined ? undefined : onDuty(context.directory, team, at);
  return [duty, person].some(one => one !== undefined && isActive(context, one));
}

/** What speaks against giving it back without being asked, in this order (rules §4.2). */
const objections: Readonly<Record<Stays, Objection>> = {
  'mass move': (_, __, ___, { alike }) => alike >= MASS,
  observe: (_, state, transfer) => modeOf(state, transfer) === 'observe',
  pilot: (_, state, transfer) => modeOf(state, transfer) === 'pilot',
  'priority 1': (_, { terms }) => terms.priority === 1,
  'major incident': (_, { major }) => major !== undefined,
  'worked on': (_, __, { isTouched }) => isTouched === true,
  'returned before': (_, { transfers }) => transfers.some(({ isAutomatic }) => isAutomatic),
  'giver closed': (_, state, __, { at }) => !isGiverOpen(state, custodian(state), at),
  'nobody on duty': (context, state, __, { at }) => !isSomebodyThere(context, custodian(state), at),
};

function stays(context: Context, state: Open, transfer: Transfer, event: Settling): Stays | undefined {
  const names = Object.keys(objections) as Stays[];
  return names.find(name => objections[name](context, state, transfer, event));
}

function packetOwed(event: Settling, transfer: Transfer, why: Stays): NewFact {
  const { alike, isFirst } = event;
  const mass = why === 'mass move' ? { alike, ...(isFirst ? { isAsked: true as const } : {}) } : {};
  return fact(event, 'PacketOwed', { transfer: transfer.id, stays: why, ...mass });
}

/** Whoever moved it to themself had taken it with that; it only waited for a correction. */
function grabbed(context: Context, event: Settling, transfer: Transfer): NewFact[] {
  const { person } = transfer.to;
  const isGrab = person !== undefined && person === transfer.mover && isActive(context, person);
  return isGrab ? follows(event, transfer, { person, how: 'claimed' }) : [];
}

/**
 * The time for corrections is over: it went to whoever moved it to themself, is given back where the agreement
 * enforces and nothing speaks against it, or stays and its packet is owed. Once per transfer.
 */
export function decideSettle(context: Context, state: State, event: Settling): Decision {
  const due = settleAt(state);
  const transfer = state.status === 'unopened' ? undefined : openTransfer(state);
  if (state.status === 'unopened' || !transfer || due === undefined || event.at < due) return nothing;
  return settled(context, state, transfer, event);
}

function settled(context: Context, state: Open, transfer: Transfer, event: Settling): Decision {
  const taken = event.alike < MASS && state.status === 'held' ? grabbed(context, event, transfer) : [];
  if (taken.length > 0) return facts(...taken);
  const why = stays(context, state, transfer, event);
  if (why !== undefined) return facts(packetOwed(event, transfer, why));
  return facts(fact(event, 'TransferReturned', { transfer: transfer.id, how: 'automatic' }));
}
