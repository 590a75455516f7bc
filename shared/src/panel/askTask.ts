import type { AskKind } from '../ticket';
import { actionsFor } from './actions';
import { actionsOn } from './askActions';
import { askDue, askSaid } from './askView';
import { owedAsks } from './askWords';
import type { Scene } from './scene';
import type { ActionView, ConditionName } from './view';
import { joined } from './wording';

const asks: Readonly<Partial<Record<AskKind, string>>> = Object.freeze({
  escalate: 'Join',
  raise: 'Acknowledge',
  approval: 'Approve, or say why not',
});

/** What this viewer owes an answer to comes first. */
export function askedOfYou(scene: Scene): { readonly title: string; readonly detail?: string } {
  const [ask] = owedAsks(scene);
  if (!ask) return { title: '' };
  const detail = joined([askDue(scene, ask), ask.isBlocking ? 'they cannot go on without it' : undefined]);
  return { title: `${asks[ask.kind] ?? 'Answer'}: ${askSaid(scene, ask, 'question') ?? ''}`, detail };
}

/** The answer first, then whatever the viewer may do besides. */
export function actionsIn(scene: Scene, condition: ConditionName): readonly ActionView[] {
  const [ask] = condition === 'asked' ? owedAsks(scene) : [];
  if (!ask) return actionsFor(scene);
  return [...actionsOn(scene, ask).slice(0, 1), ...actionsFor(scene).map(calmed)];
}

const calmed = (action: ActionView): ActionView =>
  action.emphasis === 'primary' ? { ...action, emphasis: 'default' } : action;
