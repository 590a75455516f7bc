import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import type { PanelAnswer } from '../../src/panel/protocol';
import type { ActionView, AskFormView } from '../../src/panel/view';
import { Unreachable, type Bridge, type PanelAsk } from '../bridge';
import { draftsOf, type Drafts } from './drafts';
import { exportLedger } from './exportLedger';
import type { FieldKey } from './formFields';
import { nextState, opening, type AskingAction, type PanelEvent, type PanelState } from './panelState';
import { named, pressOf, pressOfFace } from './presses';

/** What a person can do with a panel. */
export interface PanelControls {
  readonly press: (action: ActionView) => void;
  /** In a field of the form, or in the one field an answer needs. */
  readonly type: (key: FieldKey | 'text' | 'code', value: string) => void;
  /** In a field of the short form. */
  readonly fill: (field: string, value: string) => void;
  /** The cursor left a field of the form. */
  readonly leaveField: () => void;
  /** The button under the form or under the field. */
  readonly submit: () => void;
  readonly cancel: () => void;
  readonly retry: () => void;
}

/** A panel that is being looked at. */
export interface LivePanel {
  readonly state: PanelState;
  readonly controls: PanelControls;
}

/**
 * The panel of one ticket: asks for the view when it opens and whenever the desk reports a change, never by itself. While
 * somebody types, a change is shown beside what they type and takes nothing away.
 */
export function usePanel(bridge: Bridge): LivePanel {
  const [state, dispatch] = useReducer(nextState, opening);
  const drafts = useMemo(() => draftsOf(bridge), [bridge]);
  const send = useSender(bridge, drafts, dispatch);

  useEffect(() => {
    send({ type: 'view' });
    return bridge.onChange(() => send({ type: 'view' }, 'quietly'));
  }, [bridge, send]);

  const { face } = state;
  useEffect(() => {
    if (face.name === 'form') drafts.typed(face.form, face.fields);
  }, [drafts, face]);

  return { state, controls: controlsOf(state, dispatch, { bridge, drafts, send }) };
}

type Send = (ask: PanelAsk, how?: 'quietly') => void;

function useSender(bridge: Bridge, drafts: Drafts, dispatch: (event: PanelEvent) => void): Send {
  const count = useRef(0);
  return useCallback(
    (ask: PanelAsk, how?: 'quietly') => {
      const order = ++count.current;
      if (!how) dispatch({ type: 'asked', ask });
      if (ask.type === 'offer') drafts.hold();
      deliver(bridge, ask).then(
        ({ answer, exported }) => {
          const form = answer.ok ? answer.form : undefined;
          const fields = form && ask.type === 'form' ? drafts.restore(form) : undefined;
          if (answer.ok && ask.type === 'offer') drafts.served();
          dispatch({ type: 'answered', ask, answer, order, at: bridge.now(), fields, exported });
        },
        (cause: unknown) => {
          const { sentence, remedy } = cause instanceof Unreachable ? cause : new Unreachable();
          dispatch({ type: 'lost', ask, sentence, remedy });
        },
      );
    },
    [bridge, drafts, dispatch],
  );
}

/** What came back; a ledger comes in as many requests as it has pages. */
async function deliver(bridge: Bridge, ask: PanelAsk): Promise<{ answer: PanelAnswer; exported?: string }> {
  if (ask.type === 'ledger') return exportLedger(bridge);
  await bridge.prepare?.(ask).catch(() => undefined);
  const answer: PanelAnswer | undefined = await bridge.ask(ask);
  if (!answer) throw new Unreachable();
  return { answer };
}

interface Means {
  readonly bridge: Bridge;
  readonly drafts: Drafts;
  readonly send: Send;
}

function controlsOf(state: PanelState, dispatch: (event: PanelEvent) => void, means: Means): PanelControls {
  const { bridge, drafts, send } = means;
  const { face, problem } = state;
  const isFree = state.sending === undefined;
  const submit = (): void => {
    const press = pressOfFace(face);
    if (press && isFree) send(named(press, problem, bridge.newId));
  };
  return {
    press: action => {
      const press = pressOf(action);
      if (!isFree) return;
      if (press) send(named(press, problem, bridge.newId));
      else if (isAsking(action)) dispatch({ type: 'answering', action });
      else send(lookFor(action));
    },
    type: (key, value) => dispatch({ type: 'typed', key, value }),
    fill: (field, value) => {
      dispatch({ type: 'filled', field, value });
      if (face.name === 'ask' && isRefilling(face.form, field)) {
        send({ type: 'ask form', verb: face.form.verb, fields: { ...face.fields, [field]: value } });
      }
    },
    leaveField: () => {
      if (face.name === 'form') drafts.left(face.fields);
    },
    submit,
    cancel: () => {
      if (face.name === 'form') drafts.forget();
      dispatch({ type: 'closed' });
    },
    retry: () => {
      if (problem?.kind !== 'unreachable' || !isFree) return;
      if (pressOfFace(face)?.type === problem.lost.type) submit();
      else send(problem.lost);
    },
  };
}

/** What an act asks for that changes nothing: a form, or the ledger. */
function lookFor({ act, fills }: ActionView): PanelAsk {
  if (act === 'export') return { type: 'ledger' };
  const verb = (['ask', 'escalate', 'raise', 'override', 'tell', 'record', 'record approval'] as const).find(
    known => known === act,
  );
  if (!verb) return { type: 'form' };
  return { type: 'ask form', verb, ...(fills === undefined ? {} : { fields: { ...fills } }) };
}

const isRefilling = ({ fields }: AskFormView, name: string): boolean =>
  fields.some(field => field.name === name && field.refills);

const isAsking = (action: ActionView): action is AskingAction => action.asks !== undefined;
