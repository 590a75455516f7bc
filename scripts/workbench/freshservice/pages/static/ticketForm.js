/* The native ticket form: what it shows, what was changed in it, and Update. */
import { get, post, ticket } from './pageRequests.js';

const form = document.querySelector('#properties');
const refusal = document.querySelector('#refusal');
const names = ['status', 'priority', 'group_id', 'responder_id'];
const select = name => form.elements[name];
const listeners = { changed: [], updated: [] };
let saved = Object.fromEntries(names.map(name => [name, select(name).value]));
/** What each control showed before it was changed. */
const shown = { ...saved };
const show = (name, value) => (shown[name] = select(name).value = value);

const tell = (kind, ...parts) => listeners[kind].forEach(listener => listener(...parts));
export const onChanged = listener => listeners.changed.push(listener);
export const onUpdated = listener => listeners.updated.push(listener);

const changedNames = () => names.filter(name => select(name).value !== saved[name]);
const markChanged = () =>
  names.forEach(name => select(name).classList.toggle('is-changed', select(name).value !== saved[name]));

const refusalText = ({ description, message, errors }) =>
  [
    description ?? message ?? 'The update was refused',
    ...(errors ?? []).map(error => `${error.field}: ${error.message}`),
  ].join(' – ');

const showRefusal = text => {
  refusal.textContent = text ?? '';
  refusal.hidden = !text;
};

/** Shows the ticket as it is now. What was changed here and not yet saved stays. */
export function showParts(parts) {
  const changed = changedNames();
  for (const name of names.filter(candidate => !changed.includes(candidate))) show(name, parts.properties[name]);
  saved = parts.properties;
  document.querySelector('#status-badge').textContent = parts.statusName;
  document.querySelector('#conversations').innerHTML = parts.conversations;
  document.querySelector('#activities').innerHTML = parts.activities;
  markChanged();
}

export const refresh = async () => showParts(await get(`tickets/${ticket}/parts`));

/** Presses Update: saves what was changed, as the person the page acts as. */
export async function update() {
  const changed = changedNames();
  showRefusal();
  if (changed.length === 0) return;
  const before = saved;
  try {
    const parts = await post(
      `tickets/${ticket}/properties`,
      Object.fromEntries(changed.map(name => [name, select(name).value])),
    );
    saved = { ...saved, ...parts.properties };
    showParts(parts);
    tell(
      'updated',
      Object.fromEntries(changed.map(name => [name, { old: before[name], new: parts.properties[name] }])),
    );
  } catch (failure) {
    showRefusal(refusalText(failure));
  }
}

/** Sets a control as an app may: by native value or by the text of an option. */
export function setControl(name, value) {
  const control = select(name);
  const wanted = value === null || value === undefined ? '' : String(value);
  const option = [...control.options].find(candidate => candidate.value === wanted || candidate.text === wanted);
  if (!option) throw { status: 400, message: `'${wanted}' is not a value of this field` };
  show(name, option.value);
  markChanged();
}

export const control = select;

form.addEventListener('submit', event => {
  event.preventDefault();
  void update();
});

for (const name of names) {
  select(name).addEventListener('change', () => {
    const old = shown[name];
    shown[name] = select(name).value;
    markChanged();
    tell('changed', name, { old, new: shown[name] });
  });
}

const words = document.querySelector('#words');
for (const button of document.querySelectorAll('#say button')) {
  button.addEventListener('click', async () => {
    if (!words.value.trim()) return words.focus();
    const parts = await post(`tickets/${ticket}/words`, {
      text: words.value,
      isPrivate: button.dataset.private === 'true',
    });
    words.value = '';
    showParts(parts);
  });
}
