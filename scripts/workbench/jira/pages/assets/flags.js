/** Short messages an app shows over the page. */
const flags = document.getElementById('flags');
const DISMISSED_AFTER_MS = 8_000;

const element = (name, fields, ...children) => {
  const made = Object.assign(document.createElement(name), fields);
  made.append(...children);
  return made;
};

const find = id => [...flags.children].find(flag => flag.dataset.flag === id);

export async function closeFlag(id) {
  find(id)?.remove();
  return true;
}

const actionButton = ({ text, onClick }, call) => {
  const button = element('button', { type: 'button', textContent: text });
  button.addEventListener('click', () => onClick?.forgeFunction && call(onClick.forgeFunction));
  return button;
};

/** Shows a flag, in place of one with the same id; functions in it are called in the frame they came from. */
export async function showFlag({ id, type, title = '', description = '', actions = [], isAutoDismiss }, call) {
  await closeFlag(id);
  const close = element('button', { type: 'button', className: 'close', textContent: 'Dismiss' });
  close.addEventListener('click', () => closeFlag(id));
  const words = element(
    'div',
    {},
    element('strong', { textContent: title }),
    element('p', { textContent: description }),
  );
  const buttons = element('p', { className: 'buttons' }, ...actions.map(action => actionButton(action, call)), close);
  const flag = element('article', { className: 'flag' }, words, buttons);
  flag.dataset.flag = id;
  flag.dataset.tone = type;
  flags.prepend(flag);
  if (isAutoDismiss) setTimeout(() => closeFlag(id), DISMISSED_AFTER_MS);
  return true;
}
