import { outboxOf } from '../escalation';
import { timeText } from './reader';
import type { Scene } from './scene';
import type { PanelView } from './view';
import { joined } from './wording';

/** The desk itself does not take what is to be said on it. */
function silence(scene: Scene): string | undefined {
  const { silentSince } = scene.state;
  return silentSince === undefined
    ? undefined
    : `${scene.words.desk} has taken nothing from Baton since ${timeText(scene, silentSince)}`;
}

/** Messages that were tried and that nobody has taken. */
function messages(scene: Scene): string | undefined {
  const { waiting, givenUp } = outboxOf(scene.state);
  const late = [...waiting.filter(({ next, rounds }) => next + rounds > 0), ...givenUp];
  if (late.length === 0) return undefined;
  const since = timeText(scene, Math.min(...late.map(one => one.since)));
  return late.length === 1
    ? `a message has waited since ${since}`
    : `${late.length} messages have waited since ${since}`;
}

/** What does not get through and since when, while the clocks go on. */
export function delayed(scene: Scene): Pick<PanelView, 'delayed'> {
  const parts = joined([silence(scene), messages(scene)], '; ');
  if (parts === '') return {};
  const { givenUp } = outboxOf(scene.state);
  const next = givenUp.length > 0 ? 'a lead can have it tried again in the list' : 'it is tried again, in order';
  return { delayed: `${parts.slice(0, 1).toUpperCase()}${parts.slice(1)}; ${next}. The clocks go on.` };
}
