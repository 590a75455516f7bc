import { frames, openFrames, send } from './frames.js';

openFrames({});

/** Time passed on the workbench: the list is looked at again, as by somebody who comes back to the page. */
let settling;
const JUMP_SETTLES_MS = 200;
new EventSource('/jira/live').addEventListener('time', () => {
  clearTimeout(settling);
  settling = setTimeout(() => frames.forEach(frame => send(frame, { type: 'seenAgain' })), JUMP_SETTLES_MS);
});
