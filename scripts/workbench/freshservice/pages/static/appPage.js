/* The page the app has to itself: there is no ticket on it, so little of the page can be asked for. */
import { addFrame, onCall, tellFrames } from './appFrames.js';
import { appCalls } from './appCalls.js';
import { showNotice } from './notices.js';
import { windowName } from './pageRequests.js';

const openTicket = ({ id }) => {
  const address = new URL(window.location.href);
  address.pathname = `/freshservice/tickets/${Number(id)}`;
  window.location.assign(address);
};
const methods = { showNotify: showNotice, openTicket };

const triggerInterface = async (_frame, method, options) => {
  const perform = methods[method];
  if (!perform) throw { status: 400, message: `'${method}' is not a method of this page` };
  return perform(options) ?? {};
};
const calls = { ...appCalls, 'interface.trigger': triggerInterface };

onCall(async (method, parts, frame) => {
  const call = calls[method];
  if (!call) throw { status: 400, message: `'${method}' is not available here` };
  return call(frame, ...parts);
});

let timer;
const activateSoon = () => {
  clearTimeout(timer);
  timer = setTimeout(() => tellFrames('app.activated', {}), 150);
};

const live = new EventSource('/freshservice/live');
for (const change of ['app', 'time'])
  live.addEventListener(change, ({ data }) => {
    if (JSON.parse(data).window !== windowName) activateSoon();
  });
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') activateSoon();
});

for (const frame of document.querySelectorAll('iframe[data-src]')) {
  addFrame(frame);
  frame.src = frame.dataset.src;
}
