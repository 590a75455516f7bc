import { crossingTo, isMember, otherParty } from '../agreement';
import { custodian, openShift, unopened, type Open, type State } from '../escalation';
import { clearTexts, type ListRow, type SealedTexts } from '../ledger';
import { localText } from '../time';
import { proposedDeadline } from './formDeadline';
import type { ListDesk } from './listDesk';
import type { ListAnswer, ListRequest } from './listProtocol';
import type { NextActionView } from './listView';
import { fullName, timeText, type Reader } from './reader';
import type { LozengeView } from './view';

type Shift = NonNullable<ListRow['shift']>;

/** What a row offers to this reader as one of the next shift. */
export function forNextShift({ directory, person }: Reader, { shift }: ListRow): Shift | undefined {
  if (!shift || shift.left === 'out' || person === undefined || person === shift.by) return undefined;
  return isMember(directory, person, shift.team) ? shift : undefined;
}

/** How a row of the last shift reads to the next one: who offers it, and by when it is to be done. */
export const shiftWords = (reader: Reader, { by, deadline, left }: Shift) => ({
  who: `From ${fullName(reader, by)}`,
  owed: `Next action by ${timeText(reader, deadline)}`,
  ...(left === 'untaken' ? { lozenge: { text: 'NOT TAKEN', tone: 'at risk' } as const } : {}),
});

/** How it stands between two shifts, for whoever has it and their lead. */
export function shiftLozenge({ shift }: ListRow): LozengeView | undefined {
  if (shift === undefined) return undefined;
  if (shift.left === 'out') return { text: 'LEFT OUT', tone: 'at risk' };
  return shift.left === 'untaken' ? { text: 'NOT TAKEN', tone: 'at risk' } : { text: 'HANDED OVER', tone: 'offered' };
}

/** Urgent work has a button of its own (rules §6). */
export const takenAlone = ({ priority }: ListRow): boolean => priority <= 2;

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
