import { custodian } from '../escalation';
import { rowOf, type Advanced } from '../ledger';
import { act } from './acting';
import type { ListDesk } from './listDesk';
import type { ListAnswer, ListRequest } from './listProtocol';
import { rowNow, type TicketLabel } from './listRows';
import { placeText, readerOf, type Reader } from './reader';
import { inWordsOf } from './wording';

/** Whom a list is shown to. */
export const readerIn = ({ directory, viewer, name, now }: ListDesk): Reader =>
  readerOf(directory, { ...viewer, desk: name }, now);

/** Said to whoever is of neither party. */
export const stranger = {
  ok: false,
  code: 'not-a-participant',
  sentence: 'You are not in the agreement, so nothing is listed for you here.',
  remedy: 'Ask a service lead to add you to a team.',
} as const;

function pressed(desk: ListDesk, ticket: string, called: TicketLabel, { state, ledger }: Advanced) {
  if (state.status === 'unopened') return undefined;
  const version = ledger?.page.version ?? 0;
  return rowNow(readerIn(desk), { ticket, version, row: rowOf(state, desk.now), called });
}

/** 'yours', or 'with Northwind NOC' where it was accepted for a team. */
function whose(desk: ListDesk, { state }: Advanced): string {
  const to = state.status === 'unopened' ? undefined : custodian(state);
  return to === undefined || to.person === desk.viewer.person ? 'yours' : `with ${placeText(readerIn(desk), to)}`;
}

type OnRow = Extract<ListRequest, { ticket: string }>;

/** What the press came to, in a sentence that is read out. */
const saidOf = (desk: ListDesk, { type }: OnRow, label: string, advanced: Advanced): string => {
  if (type === 'offer shift') return `${label} is offered to the next shift.`;
  return type === 'leave out' ? `${label} stays where it is.` : `${label} is ${whose(desk, advanced)} now.`;
};

/** A press on a row, decided as in the panel. @throws DeskError */
export async function pressOn(desk: ListDesk, request: OnRow): Promise<ListAnswer> {
  const { ticket } = request;
  const opened = await desk.open(ticket);
  const advanced = await act(opened.desk, ticket, request);
  const now = pressed(desk, ticket, opened.called, advanced);
  if (!advanced.refusal && now) return { ok: true, now, said: saidOf(desk, request, opened.called.label, advanced) };
  const { code, sentence, remedy, fields } = { fields: undefined, ...(advanced.refusal ?? stranger) };
  const said = { sentence: inWordsOf(desk.name, sentence), remedy: inWordsOf(desk.name, remedy) };
  return { ok: false, code, ...said, ...(fields ? { fields } : {}), ...(now ? { now } : {}) };
}
