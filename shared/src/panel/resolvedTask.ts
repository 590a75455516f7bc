import { confirmsAt } from '../escalation';
import { reopenableUntil } from './condition';
import { timeText } from './reader';
import type { Scene } from './scene';
import { durationText, joined, sentence } from './wording';

const outcome = ({ reading }: Scene): string => {
  const by = durationText(Math.abs(reading.remaining));
  return reading.remaining < 0 ? `missed by ${by}` : `met with ${by} to spare`;
};

/** What becomes of it if it comes back. */
function ifReopened(scene: Scene): string {
  const at = reopenableUntil(scene) ?? scene.now;
  const until = timeText(scene, at);
  if (scene.now > at) return `reopened now, it would begin anew; the window ended ${until}`;
  return `reopened until ${until}, it goes on where it stopped`;
}

const hasWritten = ({ state }: Scene): boolean => state.status === 'resolved' && state.wroteAt !== undefined;

/** Whoever opened it may still say that it is not fixed; silence confirms (rules §5.7). */
export function toConfirm(scene: Scene) {
  const at = confirmsAt(scene.state);
  const silence = at === undefined ? undefined : `silence confirms it ${timeText(scene, at)}`;
  const title = hasWritten(scene)
    ? 'The requester wrote: reopen it if it is not fixed'
    : 'Nothing to do unless it comes back';
  return { title, detail: joined([outcome(scene), silence, ifReopened(scene)]) };
}

/** How it went, once nobody's word is awaited any more. */
export function ended(scene: Scene) {
  const { state } = scene;
  const at = state.status === 'resolved' ? state.confirmedAt : undefined;
  const confirmed = at === undefined ? undefined : `confirmed by silence ${timeText(scene, at)}`;
  return { title: sentence(outcome(scene)), detail: joined([confirmed, ifReopened(scene)]) };
}
