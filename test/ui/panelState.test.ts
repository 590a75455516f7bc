import type { PanelAnswer } from '../../shared/src/panel/protocol';
import type { PanelAsk } from '../../shared/ui/bridge';
import { fieldsOf } from '../../shared/ui/panel/formFields';
import {
  hasMoved,
  nextState,
  opening,
  type AskingAction,
  type PanelEvent,
  type PanelState,
} from '../../shared/ui/panel/panelState';
import { plainForm } from '../../scripts/workbench/gallery/forms';
import { heldByOthers, heldByYou, offeredToYou } from '../../scripts/workbench/gallery/panels';

const look: PanelAsk = { type: 'view' };
const accept: PanelAsk = { type: 'accept', actId: 'act-0001' };
const offer: PanelAsk = { type: 'offer', actId: 'act-0002', fields: fieldsOf(plainForm) };
const openForm: PanelAsk = { type: 'form' };

const after = (...events: readonly PanelEvent[]): PanelState => events.reduce(nextState, opening);
const asked = (ask: PanelAsk): PanelEvent => ({ type: 'asked', ask });
const answered = (ask: PanelAsk, answer: PanelAnswer, order: number): PanelEvent => ({
  type: 'answered',
  ask,
  answer,
  order,
  at: order * 1000,
  ...(answer.ok && answer.form ? { fields: fieldsOf(answer.form) } : {}),
});
const lost = (ask: PanelAsk): PanelEvent => ({ type: 'lost', ask, sentence: 'Not reached', remedy: 'Try again' });
const refusal: PanelAnswer = {
  ok: false,
  code: 'packet-incomplete',
  sentence: 'The handoff is not complete.',
  remedy: 'Fill in the fields marked below.',
  fields: { nextAction: 'Say what has to be done next.', change: 'Name the change.' },
};

const seen = [asked(look), answered(look, { ok: true, view: offeredToYou }, 1)];
const inForm = [...seen, asked(openForm), answered(openForm, { ok: true, view: heldByYou, form: plainForm }, 2)];

it('shows the view that came', () => {
  expect(after(...seen)).toMatchObject({ view: offeredToYou, viewedAt: 1000, sending: undefined });
});

it('passes over an answer that was overtaken', () => {
  const state = after(
    ...seen,
    answered(accept, { ok: true, view: heldByYou }, 3),
    answered(look, { ok: true, view: offeredToYou }, 2),
  );
  expect(state.view).toBe(heldByYou);
});

it('goes back to the panel after an act, and moves the focus there', () => {
  const state = after(...inForm, asked(offer), answered(offer, { ok: true, view: heldByOthers }, 3));
  expect(state).toMatchObject({ face: { name: 'panel' }, view: heldByOthers, returns: 1, problem: undefined });
});

it('keeps what was typed when an offer is refused, and drops the sentence at a field once it is mended', () => {
  const refused = after(
    ...inForm,
    { type: 'typed', key: 'diagnosis', value: 'Disk' },
    asked(offer),
    answered(offer, refusal, 3),
  );
  expect(refused).toMatchObject({ face: { fields: { diagnosis: 'Disk' } }, problem: { kind: 'refused', order: 3 } });
  const mended = nextState(refused, { type: 'typed', key: 'nextAction', value: 'Replace it' });
  expect(mended.problem).toMatchObject({ fields: { change: 'Name the change.' } });
  expect(nextState(mended, { type: 'typed', key: 'extra.change', value: 'C-1' }).problem).toMatchObject({ fields: {} });
});

it('keeps what was typed when no answer comes', () => {
  const state = after(...inForm, { type: 'typed', key: 'nextAction', value: 'Replace it' }, asked(offer), lost(offer));
  expect(state).toMatchObject({ face: { fields: { nextAction: 'Replace it' } }, sending: undefined });
  expect(state.problem).toEqual({ kind: 'unreachable', sentence: 'Not reached', remedy: 'Try again', lost: offer });
});

it('takes an answer that the desk is busy for no answer, so that the same press can be sent again', () => {
  const busy: PanelAnswer = { ok: false, code: 'busy', sentence: 'Busy just now.', remedy: 'Try again in a minute.' };
  expect(after(...seen, asked(accept), answered(accept, busy, 2)).problem).toMatchObject({
    kind: 'unreachable',
    lost: accept,
  });
});

it('disturbs nobody who types when a look in the background fails', () => {
  expect(after(...inForm, lost(look)).problem).toBeUndefined();
});

it('leaves the form alone when the ticket moves, and knows that it did', () => {
  const state = after(...inForm, answered(look, { ok: true, view: heldByOthers }, 3));
  expect(state.face.name).toBe('form');
  expect(hasMoved(state)).toBe(true);
});

it('takes time that passes for no move', () => {
  const later = { ...heldByYou, detail: 'Dana Ruiz · Northwind Network L2 · since 09:40, 53 min in hand' };
  expect(hasMoved(after(...inForm, answered(look, { ok: true, view: later }, 3)))).toBe(false);
});

it('asks one more thing of who declines', () => {
  const action = offeredToYou.task.actions.find(({ act }) => act === 'decline') as AskingAction;
  const state = after(...seen, { type: 'answering', action }, { type: 'typed', key: 'text', value: 'Not ours' });
  expect(state.face).toMatchObject({ name: 'answer', text: 'Not ours', code: 'wrong-team' });
  expect(nextState(state, { type: 'closed' })).toMatchObject({ face: { name: 'panel' }, returns: 1 });
});
