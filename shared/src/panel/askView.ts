import { answeredAsks, askHours, isAgreed, openAsks, type Ask } from '../escalation';
import type { AskKind } from '../ticket';
import { elapsedWithin } from '../time';
import { actionsOn, askActions } from './askActions';
import { askedName, owedAsks } from './askWords';
import { overridesIn } from './overrideView';
import { timeText } from './reader';
import { rungCauses } from './rungSentences';
import { lostText, textOf, type Scene } from './scene';
import type { AsksView, AskView } from './view';
import { durationText, joined, sentence } from './wording';

/** What is owed, in a word or two. */
const owed: Readonly<Record<AskKind, string>> = Object.freeze({
  information: 'information',
  approval: 'approval',
  access: 'access',
  'vendor case': 'vendor case',
  child: 'child ticket',
  escalate: 'asked to join',
  raise: 'told, to acknowledge',
});

/** The same in the words of the reader's desk. */
const owedWords = ({ words }: Scene, { kind }: Ask): string =>
  kind === 'child' ? `child ${words.ticket}` : owed[kind];

/** What the agreement asks by itself, and why. */
function agreedQuestion({ rung, route = '' }: Ask): string {
  if (rung !== undefined) return sentence(rungCauses[rung]);
  return `Regulatory route ${route}: say whether it must be reported, and what was reported to whom.`;
}

/** What somebody wrote with an Ask; why the agreement asks it, where no person does. */
export function askSaid(scene: Scene, ask: Ask, name: 'question' | 'reference' | 'answer'): string | undefined {
  if (name === 'question' && isAgreed(ask)) return agreedQuestion(ask);
  const hash = ask.texts[name];
  return hash === undefined ? undefined : (textOf(scene, hash) ?? lostText(scene, hash));
}

/** 'by 13:30 today · 2 h late': in the hours of whoever owes it. */
export function askDue(scene: Scene, ask: Ask): string {
  const { now, state } = scene;
  const late = now > ask.answerBy ? elapsedWithin(askHours(state, ask), ask.answerBy, now) : 0;
  return joined([`by ${timeText(scene, ask.answerBy)}`, late > 0 ? `${durationText(late)} late` : undefined]);
}

const isWaiting = ({ state }: Scene, { handoff }: Ask): boolean =>
  state.status === 'offered' && state.offer.handoff === handoff;

/** Who was asked what, under which number. */
function asked(scene: Scene, ask: Ask) {
  const reference = askSaid(scene, ask, 'reference');
  return {
    id: ask.id,
    title: `${askedName(scene, ask.of)}: ${owedWords(scene, ask)}`,
    question: askSaid(scene, ask, 'question') ?? '',
    ...(reference === undefined ? {} : { reference: `Number: ${reference}` }),
  };
}

function answeredAsk(scene: Scene, ask: Ask): AskView {
  const answer = askSaid(scene, ask, 'answer') ?? '';
  const until = `answered ${timeText(scene, ask.until ?? scene.now)}`;
  return { ...asked(scene, ask), until, isLate: false, answer, actions: [] };
}

function oneAsk(scene: Scene, ask: Ask): AskView {
  const weight = isWaiting(scene, ask) ? 'the offer waits for it' : ask.isBlocking ? 'nothing goes on without it' : '';
  return {
    ...asked(scene, ask),
    until: joined([askDue(scene, ask), weight]),
    isLate: scene.now > ask.answerBy,
    actions: actionsOn(scene, ask),
  };
}

/** What the viewer has to do first stands above with its answer. */
function answeredAbove(scene: Scene, ask: Ask): AskView {
  const view = oneAsk(scene, ask);
  return { ...view, actions: view.actions.slice(1) };
}

/** What is asked and open, and what this viewer may ask; undefined where there is neither. */
export function asksView(scene: Scene, isTask: boolean): AsksView | undefined {
  const [task] = isTask ? owedAsks(scene) : [];
  const asks = openAsks(scene.state).map(ask => (ask === task ? answeredAbove(scene, ask) : oneAsk(scene, ask)));
  const open = [...asks, ...overridesIn(scene, isTask && task === undefined)];
  const answered =
    scene.party === scene.holder.party ? answeredAsks(scene.state).map(ask => answeredAsk(scene, ask)) : [];
  const actions = askActions(scene);
  return open.length + answered.length + actions.length === 0 ? undefined : { open, answered, actions };
}
