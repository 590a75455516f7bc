/* The bridge to the app's frames: messages in, answers and events out. A frame is known by its window. */
import { frameOrigin } from './pageRequests.js';

const frames = [];
const mostHeight = 700;
let answerCall = () => Promise.reject({ status: 503, message: 'The page is not ready' });
let lastInstance = 0;

export const onCall = handler => (answerCall = handler);

/** Lets a frame take part. */
export function addFrame(element, more = {}) {
  lastInstance += 1;
  const frame = { element, instanceId: String(lastInstance), location: element.dataset.place, isOpen: false, ...more };
  frames.push(frame);
  return frame;
}

export const removeFrame = element =>
  frames.splice(
    frames.findIndex(frame => frame.element === element),
    1,
  );

const send = (frame, message) => frame.element.contentWindow?.postMessage(message, frameOrigin);

const contextOf = ({ instanceId, location, parentId, modalData }) => ({
  instanceId,
  location,
  ...(parentId ? { parentId } : {}),
  ...(modalData === undefined ? {} : { modalData }),
});

const instanceMethods = {
  'instance.resize': (frame, { height }) => {
    const pixels = Number.parseFloat(height);
    if (Number.isFinite(pixels)) frame.element.style.height = `${Math.min(mostHeight, Math.max(60, pixels))}px`;
    return {};
  },
  'instance.context': frame => contextOf(frame),
  'instance.get': () => frames.map(contextOf),
  'instance.send': (frame, { message, receiver }) => {
    const isMeant = other => other !== frame && (!receiver || [receiver].flat().map(String).includes(other.instanceId));
    frames
      .filter(isMeant)
      .forEach(other => send(other, { fdk: 'message', data: { senderId: frame.instanceId, message } }));
    return {};
  },
};

const plain = failure => (failure instanceof Error ? { status: 500, message: failure.message } : failure);

const answer = async (frame, { id, method, parts }) => {
  const own = instanceMethods[method];
  try {
    const value = own ? own(frame, ...parts) : await answerCall(method, parts, frame);
    send(frame, { fdk: 'answer', id, failed: false, value });
  } catch (failure) {
    send(frame, { fdk: 'answer', id, failed: true, value: plain(failure) });
  }
};

/** Tells all frames (modals apart) of an event on the page. */
export function tellFrames(name, data) {
  const open = frames.filter(frame => frame.isOpen && frame.location !== 'modal');
  open.forEach(frame => send(frame, { fdk: 'event', name, data }));
}

const incoming = {
  hello: frame => {
    frame.isOpen = true;
    send(frame, { fdk: 'welcome' });
  },
  // The app is shown on the page from the start: whoever asks to be told of its activation is told at once.
  listen: (frame, { name }) =>
    name === 'app.activated' && frame.location !== 'modal' && send(frame, { fdk: 'event', name, data: {} }),
  call: answer,
};

window.addEventListener('message', event => {
  const frame = frames.find(candidate => candidate.element.contentWindow === event.source);
  if (!frame || event.origin !== frameOrigin) return;
  incoming[event.data?.fdk]?.(frame, event.data);
});
