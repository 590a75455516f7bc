import { exceptionOf, isAgreed, isOnePress, mayAnswerAsk, ownerOf, type Ask } from '../escalation';
import { declareActions } from './majorView';
import { askableKinds } from './overrideForm';
import { mayAct } from './reader';
import type { Scene } from './scene';
import type { ActionView } from './view';

type Asking = NonNullable<ActionView['asks']>;

const inWords: Asking = { field: 'answer', label: 'Your answer', hint: 'In one sentence' };
const recorded: Asking = { field: 'answer', label: 'Their answer', hint: 'What they said, and how it reached you' };
const number: Asking = { field: 'reference', label: 'Case number', hint: 'As the vendor calls the case' };

function answering(scene: Scene, ask: Ask): ActionView[] {
  if (scene.person === undefined || !mayAnswerAsk(scene.directory, ask.of, scene.person)) return [];
  if (!isOnePress(ask)) return [{ act: 'answer ask', label: 'Answer', emphasis: 'primary', asks: inWords }];
  const isHelp = ask.kind === 'escalate';
  return [{ act: isHelp ? 'join' : 'acknowledge', label: isHelp ? 'Join' : 'Acknowledge', emphasis: 'primary' }];
}

/** Somebody without a seat here answers through whoever owns the Ask. */
function recording({ directory }: Scene, { of, texts }: Ask): ActionView[] {
  if (of.party !== 'vendor' && directory.parties[of.party].worksAt !== 'off desk') return [];
  const record: ActionView = { act: 'answer ask', label: 'Record their answer', emphasis: 'default', asks: recorded };
  const isUnnumbered = of.party === 'vendor' && texts['reference'] === undefined;
  return isUnnumbered ? [record, { act: 'refer', label: 'Case number', emphasis: 'subtle', asks: number }] : [record];
}

function owning(scene: Scene, ask: Ask): ActionView[] {
  if (isAgreed(ask) || ownerOf(scene.state, ask) !== scene.party) return [];
  const isLate = ask.asker === undefined && scene.now >= ask.answerBy;
  const chase: ActionView[] = isLate ? [{ act: 'chase', label: 'Chase', emphasis: 'default' }] : [];
  return [...recording(scene, ask), ...chase, { act: 'withdraw ask', label: 'Withdraw', emphasis: 'subtle' }];
}

/** What this viewer may press on an open Ask. */
export const actionsOn = (scene: Scene, ask: Ask): readonly ActionView[] =>
  mayAct(scene) ? [...answering(scene, ask), ...owning(scene, ask)].map(action => ({ ...action, ask: ask.id })) : [];

const ask: ActionView = { act: 'ask', label: 'Ask', emphasis: 'default' };
const escalate: ActionView = { act: 'escalate', label: 'Escalate', emphasis: 'default' };
const raise: ActionView = { act: 'raise', label: 'Raise', emphasis: 'subtle' };

const tell: ActionView = { act: 'tell', label: 'Tell the customer', emphasis: 'subtle' };

/** What this viewer may ask to pass beside the rules. */
function overriding(scene: Scene): ActionView[] {
  const [kind, ...more] = askableKinds(scene.state, scene);
  if (kind === undefined) return [];
  const isPlain = more.length === 0 && exceptionOf(scene.state, kind) === undefined;
  const label = isPlain ? 'Move without a handoff' : 'Ask for an exception';
  return [{ act: 'override', label, emphasis: 'subtle' }];
}

/**
 * What this viewer may ask of others while custody stays: everything where their party holds it, else to raise it; and
 * what may pass beside the rules. The customer may be told until the end, and what became of it after.
 */
export function askActions(scene: Scene): readonly ActionView[] {
  const { status } = scene.state;
  if (!mayAct(scene) || status === 'gone') return [];
  if (status === 'resolved') return [tell];
  const verbs = scene.party === scene.holder.party ? [ask, escalate, raise] : [raise];
  return [...verbs, tell, ...overriding(scene), ...declareActions(scene)];
}
