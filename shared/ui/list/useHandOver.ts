import { useReducer } from 'react';
import type { ListAnswer } from '../../src/panel/listProtocol';
import type { ListRowView, NextActionView } from '../../src/panel/listView';
import { Unreachable } from '../bridge';
import type { ListBridge } from './listBridge';

/** One ticket of a shift as its holder is about to hand it over. */
export interface HandedTicket extends NextActionView {
  readonly row: ListRowView;
  /** It goes along. */
  readonly isIn: boolean;
  readonly isDone?: boolean;
  /** Why it was refused, and at which field. */
  readonly refusal?: { readonly sentence: string; readonly fields?: Readonly<Record<string, string>> } | undefined;
}

/** A shift that is being handed over. */
export interface HandOverState {
  readonly isOpen: boolean;
  readonly tickets?: readonly HandedTicket[];
  readonly isBusy: boolean;
  readonly trouble?: { readonly sentence: string; readonly remedy: string } | undefined;
}

/** What its holder can do with it. */
export interface HandOver {
  readonly state: HandOverState;
  readonly toggle: () => void;
  readonly edit: (ticket: string, change: Partial<HandedTicket>) => void;
  readonly send: () => void;
}

type Step = Partial<HandOverState> | { readonly ticket: string; readonly is: Partial<HandedTicket> };

function next(state: HandOverState, step: Step): HandOverState {
  if (!('ticket' in step)) return { ...state, ...step };
  const tickets = state.tickets?.map(one => (one.ticket === step.ticket ? { ...one, ...step.is } : one)) ?? [];
  return { ...state, tickets };
}

/** As many as one request may ask for; the others come after these. */
const AT_ONCE = 10;

const lost = (cause: unknown): Extract<ListAnswer, { ok: false }> => {
  const { sentence, remedy } = cause instanceof Unreachable ? cause : new Unreachable();
  return { ok: false, code: 'unreachable', sentence, remedy };
};

/** Not a word on this ticket but that nothing goes through now: the others would fare no better. */
const isPassing = (code: string): boolean => code === 'busy' || code === 'unreachable';

/** Those not handed over yet, first. */
const inOrder = (rows: readonly ListRowView[]): readonly ListRowView[] =>
  [...rows].sort((a, b) => Number(a.mine === 'handed over') - Number(b.mine === 'handed over')).slice(0, AT_ONCE);

/** Handing one's shift over: asks what is next when it is opened, and sends one ticket after the other. */
export function useHandOver(
  bridge: Pick<ListBridge, 'ask' | 'newId'>,
  rows: readonly ListRowView[],
  onDone: () => void,
): HandOver {
  const [state, change] = useReducer(next, { isOpen: false, isBusy: false });
  const ask = (request: Parameters<ListBridge['ask']>[0]) => bridge.ask(request).catch(lost);

  const open = async (): Promise<void> => {
    const shown = inOrder(rows);
    change({ isOpen: true, isBusy: true, trouble: undefined });
    const answer = await ask({ type: 'next actions', tickets: shown.map(({ ticket }) => ticket) });
    if (!answer.ok) return change({ isBusy: false, trouble: answer });
    const known = 'next' in answer ? answer.next : [];
    change({ isBusy: false, tickets: shown.flatMap(row => ticketOf(row, known)) });
  };

  const sendOne = async (one: HandedTicket, shift: string): Promise<boolean> => {
    const { ticket, nextAction, deadline } = one;
    const answer = await ask({ type: 'offer shift', ticket, shift, nextAction, deadline, actId: bridge.newId() });
    if (answer.ok) change({ ticket, is: { isDone: true, refusal: undefined } });
    else if (isPassing(answer.code)) change({ trouble: answer });
    else change({ ticket, is: { refusal: answer } });
    return answer.ok || !isPassing(answer.code);
  };

  const send = async (): Promise<void> => {
    change({ isBusy: true, trouble: undefined });
    const shift = bridge.newId();
    const left = (state.tickets ?? []).filter(({ isIn, isDone }) => isIn && !isDone);
    for (const one of left) if (!(await sendOne(one, shift))) break;
    change({ isBusy: false });
    onDone();
  };

  return {
    state,
    toggle: () => (state.isOpen ? change({ isOpen: false }) : void open()),
    edit: (ticket, is) => change({ ticket, is }),
    send: () => void send(),
  };
}

function ticketOf(row: ListRowView, known: readonly NextActionView[]): readonly HandedTicket[] {
  const found = known.find(({ ticket }) => ticket === row.ticket);
  return found ? [{ ...found, row, isIn: row.mine !== 'handed over' }] : [];
}
