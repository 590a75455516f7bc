import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { ListAnswer } from '../../src/panel/listProtocol';
import type { ListRowView, PersonView } from '../../src/panel/listView';
import { Unreachable } from '../bridge';
import type { ListAsk, ListBridge } from './listBridge';
import { nextState, opening, type ListState } from './listState';

/** What a person can do with a list. */
export interface ListControls {
  readonly accept: (row: ListRowView) => void;
  readonly goOut: (person: PersonView) => void;
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
    (ask: ListAsk, how?: 'quietly') => {
      const order = ++count.current;
      if (!how) dispatch({ type: 'asked', ask });
      deliver(bridge, ask).then(
        answer => dispatch({ type: 'answered', ask, answer, order, at: bridge.now() }),
        (cause: unknown) => {
          const { sentence, remedy } = cause instanceof Unreachable ? cause : new Unreachable();
          dispatch({ type: 'lost', ask, sentence, remedy });
        },
      );
    },
    [bridge],
  );
  useEffect(() => {
    send({ type: 'list' });
    return bridge.onChange(() => send({ type: 'list' }, 'quietly'));
  }, [bridge, send]);

  const isFree = state.sending === undefined;
  return {
    state,
    controls: {
      accept: ({ ticket, accept }) => {
        if (isFree && accept) send({ type: 'accept', ticket, ...accept, actId: bridge.newId() });
      },
      goOut: ({ person, press: { isOut } }) => {
        if (isFree) send({ type: 'out', person, isOut });
      },
      refresh: () => {
        if (isFree) send({ type: 'list' });
      },
      retry: () => {
        if (isFree && state.problem?.lost) send(state.problem.lost);
      },
    },
  };
}

async function deliver(bridge: ListBridge, ask: ListAsk): Promise<ListAnswer> {
  const answer: ListAnswer | undefined = await bridge.ask(ask);
  if (!answer) throw new Unreachable();
  return answer;
}
