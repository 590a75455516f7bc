import type { FormFields, PanelAnswer } from '../../src/panel/protocol';
import type { ActionView, FormView, PanelView } from '../../src/panel/view';
import type { PanelAsk } from '../bridge';
import { withValue, type FieldKey } from './formFields';

/** An act that needs one more field before it can be sent. */
export type AskingAction = ActionView & { readonly asks: NonNullable<ActionView['asks']> };
/** Why a handoff is declined. */
export type DeclineCode = Extract<PanelAsk, { type: 'decline' }>['code'];

/** What the person has in front of them. `saw` is the panel as it was when they began to type. */
export type Face =
  | { readonly name: 'panel' }
  | { readonly name: 'form'; readonly form: FormView; readonly fields: FormFields; readonly saw: PanelView | undefined }
  | {
      readonly name: 'answer';
      readonly action: AskingAction;
      readonly text: string;
      readonly code: DeclineCode;
      readonly saw: PanelView | undefined;
    };

/** What went wrong last. */
export type Problem =
  | {
      readonly kind: 'refused';
      readonly sentence: string;
      readonly remedy: string;
      readonly fields: Readonly<Record<string, string>>;
      /** Tells one refusal from the next, so that the same words are read out again. */
      readonly order: number;
    }
  | { readonly kind: 'unreachable'; readonly sentence: string; readonly remedy: string; readonly lost: PanelAsk };

/** Everything a panel knows of itself. */
export interface PanelState {
  readonly face: Face;
  readonly view?: PanelView;
  /** When the view arrived, on the bridge's clock; countdowns start here. */
  readonly viewedAt: number;
  /** Number of the request that brought the view: an answer that was overtaken is passed over. */
  readonly order: number;
  /** How often the person came back to the panel from something they did; the focus goes to its headline then. */
  readonly returns: number;
  readonly sending?: PanelAsk | undefined;
  readonly problem?: Problem | undefined;
}

/** What happens to a panel. */
export type PanelEvent =
  | { readonly type: 'asked'; readonly ask: PanelAsk }
  | {
      readonly type: 'answered';
      readonly ask: PanelAsk;
      readonly answer: PanelAnswer;
      readonly order: number;
      readonly at: number;
      /** The form's fields with the person's draft on top, where a form came. */
      readonly fields?: FormFields | undefined;
    }
  | { readonly type: 'lost'; readonly ask: PanelAsk; readonly sentence: string; readonly remedy: string }
  | { readonly type: 'answering'; readonly action: AskingAction }
  | { readonly type: 'typed'; readonly key: FieldKey | 'text' | 'code'; readonly value: string }
  | { readonly type: 'closed' };

type Answered = Extract<PanelEvent, { type: 'answered' }>;
type Typed = Extract<PanelEvent, { type: 'typed' }>;

/** A panel before anything came. */
export const opening: PanelState = { face: { name: 'panel' }, viewedAt: 0, order: 0, returns: 0 };

/** The panel after an event. */
export function nextState(state: PanelState, event: PanelEvent): PanelState {
  switch (event.type) {
    case 'asked':
      return { ...state, sending: event.ask, problem: undefined };
    case 'answered':
      return answered(withView(state, event), event);
    case 'lost':
      return lost(state, event);
    case 'answering':
      return { ...state, face: answerTo(event.action, state.view), problem: undefined };
    case 'closed':
      return { ...state, face: { name: 'panel' }, returns: state.returns + 1, problem: undefined };
    case 'typed':
      return { ...withoutError(state, event), face: typed(state.face, event) };
  }
}

function withView(state: PanelState, { answer, order, at }: Answered): PanelState {
  if (!answer.view || order < state.order) return state;
  return { ...state, view: answer.view, viewedAt: at, order };
}

function answered(state: PanelState, event: Answered): PanelState {
  const { ask, answer, fields } = event;
  const idle = state.sending === ask ? { ...state, sending: undefined } : state;
  if (!answer.ok) return { ...idle, problem: problemOf(answer, event) };
  if (ask.type === 'view') return { ...idle, problem: isLost(idle.problem, 'view') ? undefined : idle.problem };
  if (answer.form && fields) {
    return { ...idle, face: { name: 'form', form: answer.form, fields, saw: idle.view }, problem: undefined };
  }
  return { ...idle, face: { name: 'panel' }, returns: idle.returns + 1, problem: undefined };
}

function problemOf(answer: Extract<PanelAnswer, { ok: false }>, { ask, order }: Answered): Problem {
  const { code, sentence, remedy, fields = {} } = answer;
  const isPassing = code === 'unreachable' || code === 'busy';
  return isPassing
    ? { kind: 'unreachable', sentence, remedy, lost: ask }
    : { kind: 'refused', sentence, remedy, fields, order };
}

function lost(state: PanelState, { ask, sentence, remedy }: Extract<PanelEvent, { type: 'lost' }>): PanelState {
  const problem: Problem = { kind: 'unreachable', sentence, remedy, lost: ask };
  // A look in the background that failed takes nothing away from somebody who is typing.
  if (ask.type === 'view' && state.face.name !== 'panel') return state;
  return { ...state, sending: state.sending === ask ? undefined : state.sending, problem };
}

const answerTo = (action: AskingAction, saw: PanelView | undefined): Face => ({
  name: 'answer',
  action,
  text: action.asks.value ?? '',
  code: 'wrong-team',
  saw,
});

function typed(face: Face, { key, value }: Typed): Face {
  if (face.name === 'answer') return { ...face, [key]: value };
  if (face.name === 'panel' || key === 'text' || key === 'code') return face;
  return { ...face, fields: withValue(face.fields, key, value) };
}

/** Whoever mends a field is not told any longer that it is wrong. */
function withoutError(state: PanelState, { key }: Typed): PanelState {
  const { problem, face } = state;
  if (problem?.kind !== 'refused') return state;
  const mended = face.name === 'answer' ? [face.action.asks.field] : [key, key.replace(/^extra\./, '')];
  const fields = Object.fromEntries(Object.entries(problem.fields).filter(([field]) => !mended.includes(field)));
  return { ...state, problem: { ...problem, fields } };
}

/** Whether the last thing that went wrong is that this kind of request got no answer. */
function isLost(problem: Problem | undefined, type: PanelAsk['type']): boolean {
  return problem?.kind === 'unreachable' && problem.lost.type === type;
}

/** Whether the ticket went elsewhere while the person typed. Time that passes is no change. */
export function hasMoved({ face, view }: PanelState): boolean {
  if (face.name === 'panel' || !face.saw || !view) return false;
  return gist(face.saw) !== gist(view);
}

const gist = ({ condition, headline, packet, chain }: PanelView): string =>
  JSON.stringify([condition, headline, packet.map(({ text }) => text), chain.length]);
