import type { FormView, PassView } from '../../shared/src/panel/view';
import { fieldsOf, withValue } from '../../shared/ui/panel/formFields';
import { pressOfFace } from '../../shared/ui/panel/presses';
import type { PanelState } from '../../shared/ui/panel/panelState';
import { formWithErrors, plainForm } from '../../scripts/workbench/gallery/forms';
import { heldByOthers, heldByYou } from '../../scripts/workbench/gallery/panels';
import { drawn, textOf } from './drawn';

const showing = (form: FormView, fields = fieldsOf(form)): Partial<PanelState> => ({
  view: heldByYou,
  face: { name: 'form', form, fields, saw: heldByYou },
});

it('asks for the next required action first and for the receiver last', () => {
  const html = drawn(showing(plainForm));
  const labels = [...html.matchAll(/<label[^>]*>([^<]*)/g)].map(([, label]) => label);
  expect(labels).toEqual([
    'Next required action',
    'Deadline',
    'Current diagnosis',
    'Actions taken',
    'Evidence',
    'Change number',
    'Reason',
    'Hand off to',
  ]);
});

it('asks the reason and the next action alone where it is passed on inside the own party', () => {
  const pass: PassView = {
    ...{ asks: 'short', title: 'Pass on to Contoso Infrastructure', intro: 'Somebody takes it within 30 min.' },
    privacy: 'Both parties can read this. Customers cannot.',
  };
  const choices = [...plainForm.receiver.choices, { value: 'infra', label: 'Contoso Infrastructure', pass }];
  const form = { ...plainForm, receiver: { ...plainForm.receiver, choices } };
  const fields = withValue(fieldsOf(form), 'receiver', 'infra');
  const html = drawn(showing(form, fields));
  const labels = [...html.matchAll(/<label[^>]*>([^<]*)/g)].map(([, label]) => label);
  expect(labels).toEqual(['Next required action', 'Deadline', 'Reason', 'Hand off to']);
  expect(textOf(html)).toContain('Pass on to Contoso Infrastructure');
  const press = pressOfFace({ name: 'form', form, fields, saw: heldByYou });
  expect(press).toMatchObject({ fields: { receiver: 'infra', diagnosis: '', actions: '', evidence: '' } });
});

it('says who will read it', () => {
  expect(textOf(drawn(showing(plainForm)))).toContain('Northwind will read this. Customers will not.');
});

it('ties an error to its field', () => {
  const html = drawn(showing(formWithErrors));
  const [, says] = /<textarea[^>]*aria-invalid="true"[^>]*aria-describedby="([^"]+)"/.exec(html) ?? [];
  expect(html).toContain(`<p id="${says}" class="baton-error">Say what has to be done next.</p>`);
});

it('offers the nearest time inside the hours of the receiver, until it is taken', () => {
  const taken = withValue(fieldsOf(formWithErrors), 'deadline', '2025-12-01 08:00');
  expect(drawn(showing(formWithErrors))).toContain('Use Mon 09:00');
  expect(drawn(showing(formWithErrors, taken))).not.toContain('Use Mon 09:00');
});

it('does not explain a deadline with the hint of another', () => {
  const later = withValue(fieldsOf(plainForm), 'deadline', '2025-11-28 12:00');
  const text = textOf(drawn(showing(plainForm, later)));
  expect(text).not.toContain('35 min before it is due');
  expect(text).toContain('YYYY-MM-DD HH:mm');
});

it('counts down the room for text once more than 60 % of it is used', () => {
  const long = withValue(fieldsOf(plainForm), 'diagnosis', 'é'.repeat(2500));
  const tooLong = withValue(fieldsOf(plainForm), 'diagnosis', 'é'.repeat(5000));
  expect(drawn(showing(plainForm))).not.toContain('KB');
  expect(textOf(drawn(showing(plainForm, long)))).toContain('3.1 KB of 8 KB left for text');
  expect(textOf(drawn(showing(plainForm, tooLong)))).toContain('1.8 KB too long: shorten it');
});

it('lists what is wrong in one place that is read out', () => {
  const problem = {
    kind: 'refused',
    sentence: 'The handoff is not complete.',
    remedy: 'Fill in the fields marked below.',
    fields: { nextAction: 'Say what has to be done next.' },
    order: 3,
  } as const;
  const html = drawn({ ...showing(plainForm), problem });
  expect(html).toMatch(/role="alert" tabindex="-1"/);
  expect(textOf(html)).toContain('Next required action: Say what has to be done next.');
});

it('keeps the form and says so when the ticket has moved meanwhile', () => {
  const text = textOf(drawn({ ...showing(plainForm), view: heldByOthers }));
  expect(text).toContain('This has changed since you started Northwind holds it.');
  expect(text).toContain('Offer handoff');
});
