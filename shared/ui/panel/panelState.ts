import type { FormFields, PanelAnswer } from '../../src/panel/protocol';
import type { ActionView, AskFormView, FormView, PanelView } from '../../src/panel/view';
import { askFieldsOf, type AskFields } from './askFields';
import type { PanelAsk } from '../bridge';
import { withValue, type FieldKey } from './formFields';

/** An act that needs one more field before it can be sent. */
export type AskingAction = ActionView & { readonly asks: NonNullable<ActionView['asks']> };
/** Why a handoff is declined. */
export type DeclineCode = Extract<PanelAsk, { type: 'decline' }>['code'];

/** What the person has in front of them. `saw` is the panel as it was when they began to type. */
export type Face =
  | { readonly name: 'panel' }
  | { readonly name: 'exported'; readonly text: string }
  | { readonly name: 'form'; readonly form: FormView; readonly fields: FormFields; readonly saw: PanelView | undefined }
  | {
      readonly name: 'ask';
      readonly form: AskFormView;
      readonly fields: AskFields;
      readonly saw: PanelView | undefined;
    }
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
      /** The whole ledger as JSON, where that was asked for. */
      readonly exported?: string | undefined;
    }
  | { readonly type: 'lost'; readonly ask: PanelAsk; readonly sentence: string; readonly remedy: string }
  | { readonly type: 'answering'; readonly action: AskingAction }
  | { readonly type: 'typed'; readonly key: FieldKey | 'text' | 'code'; readonly value: string }
  /** In a field of the short form. */
  | { readonly type: 'filled'; readonly field: string; readonly value: string }
  | { readonly type: 'closed' };

type Answered = Extract<PanelEvent, { type: 'answered' }>;
type Typed = Extract<PanelEvent, { type: 'typed' }>;

/** A panel before anything came. */
export const opening: PanelState = { face: { name: 'panel' }, viewedAt: 0, order: 0, returns: 0 };

const steps: {
  readonly [T in PanelEvent['type']]: (state: PanelState, event: Extract<PanelEvent, { type: T }>) => PanelState;
} = {
  asked: (state, { ask }) => ({ ...state, sending: ask, problem: undefined }),
  answered: (state, event) => answered(withView(state, event), event),
  lost,
  answering: (state, { action }) => ({ ...state, face: answerTo(action, state.view), problem: undefined }),
  closed: state => ({ ...state, face: { name: 'panel' }, returns: state.returns + 1, problem: undefined }),
  typed: (state, event) => ({ ...withoutError(state, mendedBy(state, event)), face: typed(state.face, event) }),
  filled: (state, event) => ({ ...withoutError(state, [event.field]), face: filled(state.face, event) }),
};

/** The panel after an event. */
export const nextState = (state: PanelState, event: PanelEvent): PanelState =>
  (steps[event.type] as (state: PanelState, event: PanelEvent) => PanelState)(state, event);

function withView(state: PanelState, { answer, order, at }: Answered): PanelState {
  if (!answer.view || order < state.order) return state;
  return { ...state, view: answer.view, viewedAt: at, order };
}

function answered(state: PanelState, event: Answered): PanelState {
  const { ask, answer, fields, exported } = event;
  const idle = state.sending === ask ? { ...state, sending: undefined } : state;
  if (!answer.ok) return { ...idle, problem: problemOf(answer, event) };
  if (ask.type === 'view') return { ...idle, problem: isLost(idle.problem, 'view') ? undefined : idle.problem };
  if (exported !== undefined) return { ...idle, face: { name: 'exported', text: exported }, problem: undefined };
  const form = opened(idle, answer, fields);
  if (form) return { ...idle, face: form, problem: undefined };
  return { ...idle, face: { name: 'panel' }, returns: idle.returns + 1, problem: undefined };
}

/** The form that came with an answer, filled in. */
function opened(
  state: PanelState,
  { form, asking: short }: Extract<PanelAnswer, { ok: true }>,
  fields: FormFields | undefined,
): Face | undefined {
  if (form && fields) return { name: 'form', form, fields, saw: state.view };
  return short && asking(state, short);
}

/** The short form as it came; what the person has typed into it meanwhile stays. */
function asking({ face, view }: PanelState, form: AskFormView): Face {
  const saw = face.name === 'ask' ? face.saw : view;
  return { name: 'ask', form, fields: askFieldsOf(form, face.name === 'ask' ? face.fields : {}), saw };
}

const filled = (face: Face, { field, value }: Extract<PanelEvent, { type: 'filled' }>): Face =>
  face.name === 'ask' ? { ...face, fields: { ...face.fields, [field]: value } } : face;

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
  if (face.name !== 'form' || key === 'text' || key === 'code') return face;
  return { ...face, fields: withValue(face.fields, key, value) };
}

const mendedBy = ({ face }: PanelState, { key }: Typed): readonly string[] =>
  face.name === 'answer' ? [face.action.asks.field] : [key, key.replace(/^extra\./, '')];

/** Whoever mends a field is not told any longer that it is wrong. */
function withoutError(state: PanelState, mended: readonly string[]): PanelState {
  const { problem } = state;
  if (problem?.kind !== 'refused') return state;
  const fields = Object.fromEntries(Object.entries(problem.fields).filter(([field]) => !mended.includes(field)));
  return { ...state, problem: { ...problem, fields } };
}

/** Whether the last thing that went wrong is that this kind of request got no answer. */
function isLost(problem: Problem | undefined, type: PanelAsk['type']): boolean {
  return problem?.kind === 'unreachable' && problem.lost.type === type;
}

/** Whether the ticket went elsewhere while the person typed. Time that passes is no change. */
export function hasMoved({ face, view }: PanelState): boolean {
  if (!('saw' in face) || !face.saw || !view) return false;
  return gist(face.saw) !== gist(view);
}

const gist = ({ condition, headline, packet, chain }: PanelView): string =>
  JSON.stringify([condition, headline, packet.map(({ text }) => text), chain.length]);
