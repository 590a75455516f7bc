import { isMember, type HoldingParty } from '../agreement';
import type { TicketEvent, TicketEventOf } from '../ticket';
import { custodyAt, isSamePlacement } from './custody';
import { fact, facts, nothing, type Context, type Decision } from './decision';
import type { FactData, NewFact } from './events';
import { isActive, partyOfActor } from './participants';
import type { Open } from './state';
import type { Transfer } from './transfer';
import { CORRECTED_WITHIN, isInside, moverOf, openTransfer } from './openTransfer';

type Moved = TicketEventOf<'TicketMoved'>;

/** Who answers for the time: the party of whoever moved it; where that is not known, whoever had it (rules §5.2). */
function accountable(context: Context, state: Open, event: Moved): HoldingParty {
  const party = partyOfActor(context, event);
  return party === 'msp' || party === 'client' ? party : custodyAt(state, event.at).to.party;
}

/** Nothing explains it: the fact is written at once and custody stays (rules §2). */
export function unbatoned(context: Context, state: Open, event: Moved): Decision {
  const { to, notBefore } = event;
  const since = notBefore === undefined ? {} : { notBefore };
  return facts(
    fact(event, 'UnbatonedTransfer', {
      transfer: `t${state.transfers.length + 1}`,
      to: { ...to },
      accountable: accountable(context, state, event),
      ...since,
    }),
  );
}

const isTakenBackAtOnce = ({ actor, at }: Moved, { mover, at: moved }: Transfer): boolean =>
  mover !== undefined && mover === moverOf(actor) && at - moved <= CORRECTED_WITHIN;

/** The desk's fields are back with the party that has custody: corrected at once by whoever moved it, or later. */
export function movedBack(event: Moved, transfer: Transfer): NewFact {
  const data = { transfer: transfer.id, to: { ...event.to } };
  return fact(event, isTakenBackAtOnce(event, transfer) ? 'TransferCorrected' : 'TransferUndone', data);
}

type Work = Pick<FactData<'CustodyFollowed'>, 'how'> & { readonly person: string; readonly team?: string };

/** Custody follows whoever of the new party works on it first, as deemed: they agreed to nothing. */
export function follows(event: TicketEvent, transfer: Transfer, { person, how, team }: Work): NewFact[] {
  const where = team ?? transfer.to.team;
  if (where === undefined) return [];
  const to = { party: transfer.to.party, team: where, person };
  return [fact(event, 'CustodyFollowed', { transfer: transfer.id, to, how }, { deemed: true })];
}

/** Somebody of the new party takes it themself. */
function claimed(context: Context, event: Moved, transfer: Transfer): NewFact[] {
  const { person, team } = event.to;
  if (person === undefined || event.actor.person !== person || !isActive(context, person)) return [];
  return follows(event, transfer, { person, how: 'claimed', ...(team === undefined ? {} : { team }) });
}

/** A further move inside the party it went to: somebody takes it, which settles it, or it is the same transfer still. */
export function movedOn(context: Context, state: Open, event: Moved, transfer: Transfer): Decision {
  if (isSamePlacement(event.to, transfer.to)) return nothing;
  const taken = state.status === 'held' ? claimed(context, event, transfer) : [];
  if (taken.length > 0) return facts(...taken);
  return facts(fact(event, 'TransferFollowed', { transfer: transfer.id, to: { ...event.to } }));
}

/** Whether somebody of the party it went to acts; of the team, where that is the giver's own party. */
export function isReceiving(context: Context, state: Open, transfer: Transfer, event: TicketEvent): boolean {
  const { person } = event.actor;
  const { party, team } = transfer.to;
  if (!isInside(state, transfer)) return partyOfActor(context, event) === party;
  return person !== undefined && team !== undefined && isMember(context.directory, person, team);
}

/** A public reply or resolving by somebody of the party it went to is first work: custody follows (rules §3.8). */
export function firstWork(context: Context, state: Open, event: TicketEvent, how: 'replied' | 'resolved'): NewFact[] {
  const transfer = state.status === 'held' ? openTransfer(state) : undefined;
  const { person } = event.actor;
  if (!transfer || person === undefined || event.at < transfer.at || !isActive(context, person)) return [];
  return isReceiving(context, state, transfer, event) ? follows(event, transfer, { person, how }) : [];
}
