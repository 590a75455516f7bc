import { asPerson } from './actingAs.js';

const columns = document.querySelector('.columns');
export const issueKey = columns.dataset.issue;
const problem = document.getElementById('problem');

/** Says what went wrong, or takes it back. */
const say = sentence => {
  problem.textContent = sentence;
  problem.hidden = sentence === '';
};

async function save(what, body) {
  const response = await fetch(asPerson(`/jira/browse/${issueKey}/${what}`), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  if (response?.ok) return say('');
  const { message } = (await response?.json().catch(() => ({}))) ?? {};
  say(message ?? 'The page could not reach the workbench. Try again.');
  await showFields();
}

/** A choice that was not saved is not shown. */
const takeBack = select => void (select.value = select.querySelector('option[selected]').value);

/** Replaces a part that has changed; the focus stays where it is. */
function showPart(part) {
  const shown = document.querySelector(`[data-live="${part.dataset.live}"]`);
  if (shown.outerHTML === part.outerHTML) return shown.querySelectorAll('select').forEach(takeBack);
  const focused = shown.contains(document.activeElement) ? document.activeElement.id : '';
  shown.replaceWith(document.adoptNode(part));
  document.getElementById(focused)?.focus();
}

let asked = 0;

/** Puts the native fields as they now are into the page; what is being typed and the panels stay. */
export async function showFields() {
  const mine = ++asked;
  const fresh = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  if (mine !== asked) return;
  fresh.querySelectorAll('[data-live]').forEach(showPart);
  document.title = fresh.title;
}

const FIELD_VALUES = { person: value => value || null, priority: Number };

columns.addEventListener('change', ({ target }) => {
  const { field } = target.dataset;
  if (field) void save('change', { [field]: FIELD_VALUES[field](target.value) });
});

columns.addEventListener('click', ({ target }) => {
  const button = target.closest('button[data-status]');
  if (button) void save('change', { status: button.dataset.status });
});

document.getElementById('composer').addEventListener('submit', async event => {
  event.preventDefault();
  const text = document.getElementById('comment');
  await save('say', { text: text.value, isPublic: event.submitter?.value === 'public' });
  if (problem.hidden) text.value = '';
});

/** Changes by anybody, in any window; a hidden page lets go of its connection and catches up when it is shown. */
let live;
let settling;
/** A jump moves the clock in many steps; the page looks once, after the last. */
const JUMP_SETTLES_MS = 200;
const timeMoved = () => {
  void showFields();
  dispatchEvent(new CustomEvent('time-moved'));
};
const follow = () => {
  live?.close();
  if (document.hidden) return;
  live = new EventSource(`/jira/live/${issueKey}`);
  live.addEventListener('open', () => void showFields());
  live.addEventListener('ticket', ({ data }) => {
    void showFields();
    dispatchEvent(new CustomEvent('work-item-changed', { detail: JSON.parse(data) }));
  });
  live.addEventListener('time', () => {
    clearTimeout(settling);
    settling = setTimeout(timeMoved, JUMP_SETTLES_MS);
  });
};
document.addEventListener('visibilitychange', follow);
follow();
