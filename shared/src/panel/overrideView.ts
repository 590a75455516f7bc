import { missingApprovals, openOverrides, type Override } from '../escalation';
import { recordApproval } from './approvalForm';
import { awaitedText, isAwaited, mayApprove, overrideKinds, toApprove, toWrite } from './overrideWords';
import { mayAct, timeText } from './reader';
import { lostText, textOf, type Scene } from './scene';
import type { ActionView, AskView } from './view';
import { joined } from './wording';

const why = { field: 'why', label: 'Why not', hint: 'In one sentence' } as const;

/** What this viewer may press about it: approve or refuse, end it, or take back what they asked. */
export const overrideActions = (scene: Scene, override: Override): readonly ActionView[] =>
  [...pressable(scene, override), ...recordApproval(scene, override)].map(action => ({
    ...action,
    override: override.id,
  }));

const approve: ActionView = { act: 'approve', label: 'Approve', emphasis: 'primary' };
const refuse: ActionView = { act: 'refuse', label: 'Refuse', emphasis: 'default', asks: why };
const end: ActionView = { act: 'end override', label: 'End it now', emphasis: 'subtle' };
const takeBack: ActionView = { ...end, label: 'Take it back' };

function pressable(scene: Scene, override: Override): readonly ActionView[] {
  if (isAwaited(scene, override)) return [...(toWrite(scene, override) ? [] : [approve]), refuse];
  const isAsker = mayAct(scene) && override.by === scene.person;
  if (!isAsker && !mayApprove(scene, override)) return [];
  return override.isGiven ? [end] : unapproved(isAsker);
}

const unapproved = (isAsker: boolean): readonly ActionView[] => [isAsker ? takeBack : refuse];

/** Why somebody asks for it, as they wrote it. */
export const whyAsked = (scene: Scene, { texts }: Override): string => {
  const hash = texts['why'];
  return hash === undefined ? '' : (textOf(scene, hash) ?? lostText(scene, hash));
};

/** 'until 12:00 today · waits for Grace Kim'. */
export function standsText(scene: Scene, override: Override): string {
  const until = `until ${timeText(scene, override.until)}`;
  if (missingApprovals(override).length === 0) return joined([until, 'approved']);
  const meanwhile = override.isBlocking ? undefined : 'counts meanwhile';
  return joined([until, `waits for ${awaitedText(scene, override)}`, meanwhile]);
}

/** What is at stake, as whoever asks has said it. */
const atStake = ({ amount, flag }: Override): string | undefined =>
  joined([
    amount === undefined ? undefined : `Amount: ${amount}`,
    flag === undefined ? undefined : `Touches: ${flag}`,
  ]) || undefined;

const isLate = (scene: Scene, { until }: Override): boolean => scene.now >= until;

/** How an approver approves where pressing is not enough. */
export const toWriteText = (scene: Scene, override: Override): string | undefined => {
  const words = isAwaited(scene, override) ? toWrite(scene, override) : undefined;
  return words && `To approve, add this as a private note: ${words}`;
};

function oneOverride(scene: Scene, override: Override, isTask: boolean): AskView {
  const reference = joined([atStake(override), isTask ? undefined : toWriteText(scene, override)]);
  return {
    id: override.id,
    title: `Exception: ${overrideKinds[override.kind]}`,
    question: whyAsked(scene, override),
    until: standsText(scene, override),
    isLate: isLate(scene, override),
    ...(reference === '' ? {} : { reference }),
    actions: isTask ? [] : overrideActions(scene, override),
  };
}

/** What is let pass beside the rules, or asked to be, oldest first; what `isTask` stands above with its buttons. */
export function overridesIn(scene: Scene, isTask: boolean): readonly AskView[] {
  const [task] = isTask ? toApprove(scene) : [];
  return openOverrides(scene.state).map(override => oneOverride(scene, override, override === task));
}
