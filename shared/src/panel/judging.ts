import { verdictFor } from '../escalation';
import { verdictTexts } from './judgementSentences';
import { mayAct } from './reader';
import type { Scene } from './scene';
import type { ActionView, PanelView } from './view';

/** What this viewer may say of the escalation for the review, in one press. */
export function judging(scene: Scene): Pick<PanelView, 'judging'> {
  const verdict = scene.party === undefined || !mayAct(scene) ? undefined : verdictFor(scene.state, scene.party);
  if (verdict === undefined) return {};
  const action: ActionView = { act: 'judge', label: verdictTexts[verdict], emphasis: 'subtle', verdict };
  return { judging: [action] };
}
