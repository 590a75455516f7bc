import { waitedName } from './scene';
import { told, type Tell } from './told';

type Waiting =
  'WaitingStarted' | 'WaitingEnded' | 'WaitingNotCounted' | 'WaitingVoided' | 'HoldPlaced' | 'HoldDisputed';

const ended: Tell<'WaitingEnded'> = (_, { data: { because, isVoid } }) => {
  if (because === 'reply') return 'The customer answered: waiting ended.';
  if (because === 'longest') return 'The pause lasted as long as the agreement allows: the clock runs on.';
  return isVoid ? 'Waiting ended. Nobody had confirmed it, so the clock ran on all the time.' : 'Waiting ended.';
};

/** What waiting comes to, told in a sentence each. */
export const waitingTells: { readonly [T in Waiting]: Tell<T> } = {
  WaitingStarted: (scene, { data }) => {
    const began = `Waiting for ${waitedName(scene, data.whom)} began`;
    return data.isProvisional ? `${began}: the clock pauses if that is confirmed.` : `${began}: the clock paused.`;
  },
  WaitingEnded: ended,
  WaitingVoided: () => 'Nobody confirmed the pause in time: the clock ran on all the time.',
  HoldPlaced: (scene, fact) => {
    const whom = waitedName(scene, fact.data.whom);
    return told(scene, fact, `confirmed the pause, waiting for ${whom}.`, `The pause for ${whom} was confirmed.`);
  },
  HoldDisputed: (scene, fact) =>
    told(scene, fact, 'says nobody was waited for: this goes to the review.', 'The pause is disputed in the review.'),
  WaitingNotCounted: (scene, fact) => {
    const rest = `set to wait for ${waitedName(scene, fact.data.whom)}, not by the holder: the clock did not pause.`;
    return `It was ${rest}`;
  },
};
