import { crossingTo, otherParty } from '../agreement';
import { custodian, openShift, unopened, type Open, type State } from '../escalation';
import { clearTexts, type SealedTexts } from '../ledger';
import { localText } from '../time';
import { proposedDeadline } from './formDeadline';
import type { ListDesk } from './listDesk';
import type { ListAnswer, ListRequest } from './listProtocol';
import type { NextActionView } from './listView';
import type { Reader } from './reader';

/** By when the next action is to be done: as was offered or promised, else as the agreement proposes. */
function deadlineOf(reader: Reader, state: Open): number {
  const known = [openShift(state)?.deadline, state.promised?.deadline].find(at => at !== undefined && at > reader.now);
  const holder = custodian(state);
  const { nextAction } = state.terms.boundaries[crossingTo(otherParty(holder.party))];
  return known ?? proposedDeadline(reader, state, holder, nextAction);
}

/** What was last said to be next, where that can still be read. */
function saidNext(state: Open, texts: SealedTexts): string {
  const ref = (openShift(state) ?? state.promised)?.texts['nextAction'];
  return (ref === undefined ? undefined : clearTexts(texts)[ref]) ?? '';
}

async function nextOf(desk: ListDesk, reader: Reader, ticket: string): Promise<readonly NextActionView[]> {
  const { ports } = (await desk.open(ticket)).desk;
  const ledger = await ports.ledger.load(ticket);
  const state: State = ledger?.page.state ?? unopened;
  if (!ledger || state.status === 'unopened' || custodian(state).party !== reader.party) return [];
  const deadline = localText(deadlineOf(reader, state), reader.zone);
  return [{ ticket, nextAction: saidNext(state, ledger.texts), deadline }];
}

/** What is next on each of these, as far as it was ever said; one ledger read for each. @throws DeskError */
export async function nextActions(
  desk: ListDesk,
  reader: Reader,
  { tickets }: Extract<ListRequest, { type: 'next actions' }>,
): Promise<ListAnswer> {
  const found: NextActionView[] = [];
  for (const ticket of tickets) found.push(...(await nextOf(desk, reader, ticket)));
  return { ok: true, next: found };
}
