/* A ticket page with the app in it: answers the app's calls, tells it what happens, follows changes made elsewhere. */
import { addFrame, onCall, tellFrames } from './appFrames.js';
import { eventFields, triggerInterface } from './appInterface.js';
import { closeModal } from './appModal.js';
import { appCalls } from './appCalls.js';
import { ticket, windowName } from './pageRequests.js';
import { onChanged, onUpdated, refresh } from './ticketForm.js';

const calls = {
  ...appCalls,
  'interface.trigger': (frame, method, options) => triggerInterface(method, options, frame),
  'instance.close': () => closeModal(),
};

const worksInModals = method => method !== 'interface.trigger';

onCall(async (method, parts, frame) => {
  const call = calls[method];
  if (!call || (frame.location === 'modal' && !worksInModals(method)))
    throw { status: 400, message: `'${method}' is not available here` };
  return call(frame, ...parts);
});

const native = value => (value === '' ? null : Number(value));

onChanged((name, { old, new: now }) =>
  tellFrames(`ticket.${eventFields[name]}Changed`, { old: native(old), new: native(now) }),
);

onUpdated(changes => {
  const changed = Object.entries(changes).map(([name, { old, new: now }]) => [
    name,
    { old: native(old), new: native(now) },
  ]);
  tellFrames('ticket.propertiesUpdated', { changedAttributes: Object.fromEntries(changed) });
});

for (const [id, name] of Object.entries({
  openNote: 'ticket.notesClick',
  openReply: 'ticket.replyClick',
  updateProperties: 'ticket.submitClick',
}))
  document.getElementById(id).addEventListener('click', () => tellFrames(name, {}));

let timer;
const activateSoon = () => {
  clearTimeout(timer);
  timer = setTimeout(() => tellFrames('app.activated', {}), 150);
};

const live = new EventSource(`/freshservice/live/${ticket}`);
for (const change of ['ticket', 'app', 'time'])
  live.addEventListener(change, async ({ data }) => {
    if (JSON.parse(data).window === windowName) return;
    if (change === 'ticket') await refresh();
    activateSoon();
  });

for (const frame of document.querySelectorAll('iframe[data-src]')) {
  addFrame(frame);
  frame.src = frame.dataset.src;
}
