import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { ListAnswer } from '../../src/panel/listProtocol';
import type { ListRowView, PersonView } from '../../src/panel/listView';
import { Unreachable } from '../bridge';
import type { ListAsk, ListBridge } from './listBridge';
import { nextState, opening, type ListState } from './listState';

/** What a person can do with a list. */
export interface ListControls {
  readonly accept: (row: ListRowView) => void;
  /** Takes over one that the last shift offers, by its own press. */
  readonly takeOver: (row: ListRowView) => void;
  /** Takes over all of these but those that are left out, one after the other; stops where no answer comes. */
  readonly takeAll: (rows: readonly ListRowView[], isLeftOut: (row: ListRowView) => boolean) => void;
  readonly goOut: (person: PersonView) => void;
  /** The viewer's own contacts are right. */
  readonly confirm: () => void;
  readonly refresh: () => void;
  readonly retry: () => void;
}

/** A list that is being looked at. */
export interface LiveList {
  readonly state: ListState;
  readonly controls: ListControls;
}

/** One list: asks when it opens and whenever it is looked at again, never by itself. */
export function useList(bridge: ListBridge): LiveList {
  const [state, dispatch] = useReducer(nextState, opening);
  const count = useRef(0);
  const send = useCallback(
    (ask: ListAsk, how?: 'quietly'): Promise<boolean> => {
      const order = ++count.current;
      if (!how) dispatch({ type: 'asked', ask });
      return deliver(bridge, ask).then(
        answer => {
          dispatch({ type: 'answered', ask, answer, order, at: bridge.now() });
          return answer.ok || answer.code !== 'busy';
        },
        (cause: unknown) => {
          const { sentence, remedy } = cause instanceof Unreachable ? cause : new Unreachable();
          dispatch({ type: 'lost', ask, sentence, remedy });
          return false;
        },
      );
    },
    [bridge],
  );
  useEffect(() => {
    void send({ type: 'list' });
    return bridge.onChange(() => void send({ type: 'list' }, 'quietly'));
  }, [bridge, send]);

  const isFree = state.sending === undefined;
  const press = (ask: ListAsk | undefined): void => {
    if (isFree && ask) void send(ask);
  };
  const takeOver = (row: ListRowView, isLeftOut = false): ListAsk | undefined =>
    row.shift && takeAsk(row.ticket, row.shift, { isLeftOut, actId: bridge.newId() });
  const oneByOne = async (asks: readonly ListAsk[]): Promise<void> => {
    for (const ask of asks) if (!(await send(ask))) return;
  };
  return {
    state,
    controls: {
      accept: ({ ticket, accept }) => press(accept && { type: 'accept', ticket, ...accept, actId: bridge.newId() }),
      takeOver: row => press(takeOver(row)),
      takeAll: (rows, isLeftOut) => {
        if (isFree) void oneByOne(rows.flatMap(row => takeOver(row, isLeftOut(row)) ?? []));
      },
      goOut: ({ person, press: { isOut } }) => press({ type: 'out', person, isOut }),
      confirm: () => press({ type: 'still right' }),
      refresh: () => press({ type: 'list' }),
      retry: () => press(state.problem?.lost),
    },
  };
}

type Offered = NonNullable<ListRowView['shift']>;

const takeAsk = (
  ticket: string,
  { shift, isAlone }: Offered,
  { isLeftOut, actId }: { readonly isLeftOut: boolean; readonly actId: string },
): ListAsk =>
  isLeftOut ? { type: 'leave out', ticket, shift, actId } : { type: 'take shift', ticket, shift, isAlone, actId };

async function deliver(bridge: ListBridge, ask: ListAsk): Promise<ListAnswer> {
  const answer: ListAnswer | undefined = await bridge.ask(ask);
  if (!answer) throw new Unreachable();
  return answer;
}
