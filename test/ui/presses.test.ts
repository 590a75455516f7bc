import type { PanelAsk } from '../../shared/ui/bridge';
import { fieldsOf } from '../../shared/ui/panel/formFields';
import type { Problem } from '../../shared/ui/panel/panelState';
import { named, pressOf, pressOfFace, type Press } from '../../shared/ui/panel/presses';
import { plainForm } from '../../scripts/workbench/gallery/forms';

const newId = (): string => 'new-0001';
const lost = (ask: PanelAsk): Problem => ({ kind: 'unreachable', sentence: '', remedy: '', lost: ask });
const accept: Press = { type: 'accept' };

it('names every press anew', () => {
  expect(named(accept, undefined, newId)).toEqual({ type: 'accept', actId: 'new-0001' });
});

it('sends the same press again under its old name, so that it counts once', () => {
  const before: PanelAsk = { type: 'accept', actId: 'old-0001' };
  expect(named(accept, lost(before), newId)).toBe(before);
});

it('names a press anew when something else got no answer', () => {
  expect(named(accept, lost({ type: 'withdraw', actId: 'old-0001' }), newId)).toMatchObject({ actId: 'new-0001' });
  expect(named(accept, lost({ type: 'view' }), newId)).toMatchObject({ actId: 'new-0001' });
});

it('names an offer anew once a word of it has changed', () => {
  const fields = fieldsOf(plainForm);
  const before: PanelAsk = { type: 'offer', actId: 'old-0001', fields };
  const face = { name: 'form', form: plainForm, fields, saw: undefined } as const;
  const changed = { ...face, fields: { ...fields, nextAction: 'Replace it' } };
  expect(named(pressOfFace(face)!, lost(before), newId)).toBe(before);
  expect(named(pressOfFace(changed)!, lost(before), newId)).toMatchObject({ actId: 'new-0001' });
});

it('takes it by another time', () => {
  const asks = { field: 'deadline', label: 'Deadline', hint: '' } as const;
  const action = { act: 'accept later', label: 'Take it by another time', emphasis: 'subtle', asks } as const;
  const face = { name: 'answer', action, text: '2025-11-28 15:00', code: 'other', saw: undefined } as const;
  expect(pressOfFace(face)).toEqual({ type: 'accept', deadline: '2025-11-28 15:00' });
});

it('says which offer was on the screen', () => {
  const withdraw = { act: 'withdraw', label: 'Withdraw', emphasis: 'default', handoff: 'h2' } as const;
  expect(pressOf(withdraw)).toEqual({ type: 'withdraw', handoff: 'h2' });
  const asks = { field: 'guidance', label: 'Guidance', hint: '' } as const;
  const action = { act: 'return', label: 'Return with guidance', emphasis: 'default', asks, handoff: 'h2' } as const;
  const face = { name: 'answer', action, text: 'Collect the log first', code: 'other', saw: undefined } as const;
  expect(pressOfFace(face)).toEqual({ type: 'return', guidance: 'Collect the log first', handoff: 'h2' });
});
