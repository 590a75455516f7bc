import { ask, frames, openFrames, send } from './frames.js';
import { issueKey, showFields } from './workItem.js';

const PROJECT_ID = '10000';
const issueId = document.querySelector('.columns').dataset.issueId;

openFrames({ about: { issue: issueKey }, refresh: showFields });

async function showStatus(frame) {
  const shown = document.querySelector(`[data-status-of="${frame.dataset.module}"]`);
  const { type, value } = await ask(frame, 'status').catch(() => ({}));
  shown.hidden = !value;
  if (!value) return;
  shown.textContent = value.label;
  shown.dataset.kind = type;
  shown.dataset.tone = value.type ?? 'default';
}
frames.forEach(showStatus);

/** Time passed on the workbench: the panels are looked at again, as by somebody who comes back to the page. */
addEventListener('time-moved', () =>
  frames.forEach(frame => {
    send(frame, { type: 'seenAgain' });
    void showStatus(frame);
  }),
);

addEventListener('work-item-changed', ({ detail }) => {
  const payload = { issueId, projectId: PROJECT_ID, changes: detail.changes };
  frames.forEach(frame => {
    send(frame, { type: 'event', event: 'JIRA_ISSUE_CHANGED', payload });
    void showStatus(frame);
  });
});
