/* The page's side of the bridge: passes on what the app's frames ask, and tells them what happens. */
import { asPerson } from './actingAs.js';
import { closeFlag, showFlag } from './flags.js';

export const frames = [...document.querySelectorAll('iframe[data-module]')];
/** What the frames' questions are about, and how the page shows itself anew; said by the page they are on. */
const page = { about: {}, refresh: async () => location.reload() };
const dark = matchMedia('(prefers-color-scheme: dark)');
const colorMode = () => (dark.matches ? 'dark' : 'light');

const originOf = frame => new URL(frame.dataset.address).origin;
export const send = (frame, message) =>
  frame.contentWindow.postMessage({ forgeBridge: true, ...message }, originOf(frame));

/** The page asks on the frame's behalf; who acts comes from the page's own address. */
export async function ask(frame, door, body) {
  const address = asPerson(`/jira/panels/${frame.dataset.module}/${door}`, page.about);
  const asked = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(address, asked);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message);
  return answer;
}

const context = async frame => ({ ...(await ask(frame, 'context')), theme: { colorMode: colorMode() } });
const theme = async frame => ({ ...(await ask(frame, 'theme')), colorMode: colorMode() });

/** Where a location of the product lies on the stand-in. */
function addressOf({ url, target, issueKey: key }) {
  if (target === 'issue') return asPerson(`/jira/browse/${key}`);
  if (!url) throw new Error(`The workbench has no place for the target ${target}`);
  return url.startsWith('/browse/') ? asPerson(`/jira${url}`) : new URL(url, location.href).href;
}

const commands = {
  invoke: async (frame, { functionKey, payload, metadata }) => {
    try {
      const { result } = await ask(frame, 'invoke', { functionKey, payload });
      return metadata ? { body: result, metadata: {} } : result;
    } catch (cause) {
      throw new Error(`There was an error invoking the function - ${cause.message}`);
    }
  },
  fetchProduct: (frame, request) => ask(frame, 'fetch-product', request),
  getContext: context,
  enableTheming: theme,
  showFlag: (frame, flag) => showFlag(flag, (id, ...args) => send(frame, { type: 'callFunction', id, args })),
  closeFlag: (_frame, { id }) => closeFlag(id),
  emit: async (_frame, { event, payload }) => frames.forEach(one => send(one, { type: 'event', event, payload })),
  refresh: () => page.refresh(),
  reload: async () => location.reload(),
  navigate: async (_frame, place) => {
    const address = addressOf(place);
    if (place.type === 'new-tab') open(address, '_blank', 'noopener');
    else location.assign(address);
  },
  getUrl: async (_frame, place) => addressOf(place),
  resize: async (frame, { height }) => void (frame.style.height = typeof height === 'number' ? `${height}px` : height),
  getFrameId: async frame => frame.dataset.module,
  emitReadyEvent: async () => undefined,
  close: async () => false,
  onClose: async () => false,
  submit: async () => false,
};
commands.emitPublic = commands.emit;

async function answerCall(frame, { id, command, data }) {
  try {
    const run = commands[command];
    if (!run) throw new Error(`${command} is not available in this module on the workbench`);
    send(frame, { type: 'answer', id, value: await run(frame, data ?? {}) });
  } catch (cause) {
    send(frame, { type: 'failure', id, message: cause.message });
  }
}

addEventListener('message', ({ source, origin, data }) => {
  const frame = frames.find(one => one.contentWindow === source);
  if (!frame || origin !== originOf(frame) || !data?.forgeBridge) return;
  if (data.type === 'call') void answerCall(frame, data);
  if (data.type === 'height') frame.style.height = `${data.height}px`;
});

/** Opens the app's frames on a page that says what they are about. */
export function openFrames(given) {
  Object.assign(page, given);
  frames.forEach(frame => {
    frame.setAttribute('sandbox', frame.dataset.sandbox);
    frame.src = frame.dataset.address;
  });
}

dark.addEventListener('change', () =>
  frames.forEach(async frame => send(frame, { type: 'theme', theme: await theme(frame) })),
);
