import type { AskKind } from '../ticket';
import { actionsFor } from './actions';
import { actionsOn } from './askActions';
import { askDue, askSaid } from './askView';
import { owedAsks } from './askWords';
import { overrideActions, standsText, toWriteText } from './overrideView';
import { overrideKinds, toApprove } from './overrideWords';
import type { Scene } from './scene';
import type { ActionView, ConditionName } from './view';
import { joined } from './wording';

const asks: Readonly<Partial<Record<AskKind, string>>> = Object.freeze({
  escalate: 'Join',
  raise: 'Acknowledge',
  approval: 'Approve, or say why not',
});

/** An exception that waits for this viewer. */
function approvalOfYou(scene: Scene): { readonly title: string; readonly detail?: string } {
  const [override] = toApprove(scene);
  if (!override) return { title: '' };
  const title = `Approve, or say why not: ${overrideKinds[override.kind]}`;
  return { title, detail: joined([standsText(scene, override), toWriteText(scene, override)]) };
}

/** What this viewer owes an answer to comes first. */
export function askedOfYou(scene: Scene): { readonly title: string; readonly detail?: string } {
  const [ask] = owedAsks(scene);
  if (!ask) return approvalOfYou(scene);
  const detail = joined([askDue(scene, ask), ask.isBlocking ? 'they cannot go on without it' : undefined]);
  return { title: `${asks[ask.kind] ?? 'Answer'}: ${askSaid(scene, ask, 'question') ?? ''}`, detail };
}

/** The answer first, then whatever the viewer may do besides. */
export function actionsIn(scene: Scene, condition: ConditionName): readonly ActionView[] {
  const [ask] = condition === 'asked' ? owedAsks(scene) : [];
  const [override] = condition === 'asked' && !ask ? toApprove(scene) : [];
  if (override) return [...overrideActions(scene, override), ...actionsFor(scene).map(calmed)];
  if (!ask) return actionsFor(scene);
  return [...actionsOn(scene, ask).slice(0, 1), ...actionsFor(scene).map(calmed)];
}

const calmed = (action: ActionView): ActionView =>
  action.emphasis === 'primary' ? { ...action, emphasis: 'default' } : action;
