import { firstAsked, otherParty, type Audience, type Placement } from '../agreement';
import { mayDecide } from './actions';
import { actionsIn, askedOfYou } from './askTask';
import { isInTeam, movedInside } from './condition';
import { dutyText } from './formReceiver';
import { goneTask } from './goneView';
import { commandTask, packetTask } from './majorView';
import { byHere, byWhen, owed, type Words } from './owedWords';
import { answererName, lapseText, waitText } from './offerWords';
import { confirmWords, isAskedToConfirm } from './pause';
import { mayAct, partyName, personName, teamName, timeText } from './reader';
import { ended, toConfirm } from './resolvedTask';
import { textOf, type Scene } from './scene';
import type { ConditionName, PanelView } from './view';
import { joined, sentence } from './wording';

const promisedText = (scene: Scene): string =>
  textOf(scene, scene.state.promised?.texts['nextAction']) ?? 'what the handoff asked for';

function ownWork(scene: Scene): Words {
  const packet = packetTask(scene);
  if (packet) return packet;
  const update = nextUpdate(scene);
  if (update) return update;
  const promised = owed(scene, 'next-action');
  if (promised) return { title: `Next: ${promisedText(scene)}`, detail: `promised ${byWhen(scene, promised)}` };
  const reply = owed(scene, 'respond');
  if (reply) return { title: 'Answer the customer', detail: `first reply ${byHere(scene, reply)}` };
  return { title: 'Resolve it, or hand it off' };
}

const audiences: Readonly<Record<Audience, (scene: Scene) => string>> = Object.freeze({
  customer: () => 'Tell the customer how it stands',
  internal: scene => `Tell ${partyName(scene, otherParty(scene.holder.party))} in a note how it stands`,
  executive: () => 'Write a note for the leads: how it stands',
});

/** An update that is due before anything else that the holder owes. */
function nextUpdate(scene: Scene): Words | undefined {
  const update = owed(scene, 'update');
  const others = [owed(scene, 'next-action'), owed(scene, 'respond')].map(other => other?.dueAt ?? Infinity);
  if (!update?.audience || update.dueAt >= Math.min(...others)) return undefined;
  return { title: audiences[update.audience](scene), detail: `next update ${byHere(scene, update)}` };
}

/** What somebody who does not hold it may expect, and from whom. */
function othersWork(scene: Scene): Words {
  const title = 'Nothing for you to do now';
  const name = partyName(scene, scene.holder.party);
  const promised = owed(scene, 'next-action');
  if (promised) return { title, detail: `${name} promised “${promisedText(scene)}” ${byWhen(scene, promised)}` };
  const reply = owed(scene, 'respond');
  if (reply) return { title, detail: `${name} owes the first reply ${byHere(scene, reply)}` };
  return { title, detail: `${name} is to resolve it by ${timeText(scene, scene.reading.dueAt)}` };
}

/** Nothing is asked of anybody while the clock stands, but to say so where that is not sure. */
function pausing(scene: Scene): Words {
  if (isAskedToConfirm(scene)) return confirmWords(scene);
  const isOwn = scene.holder.person === scene.person || isInTeam(scene, scene.holder);
  return isOwn ? ownWork(scene) : othersWork(scene);
}

function claiming(scene: Scene): Words {
  const { holder, words, directory, now } = scene;
  const due = owed(scene, 'acknowledge');
  const by = due && byHere(scene, due);
  if (isInTeam(scene, holder)) return { title: `Take it: ${words.claim}`, detail: joined([by]) };
  const isManned = holder.team !== undefined && firstAsked(directory, holder.team, now) !== undefined;
  const who = isManned ? dutyText(scene, holder.team) : undefined;
  return { title: `${teamName(scene, holder)} has to take it`, detail: joined([by, who]) };
}

function askText({ state }: Scene): string {
  if (state.status !== 'offered') return '';
  if (state.offer.working) return 'Accept?';
  return state.offer.returns ? 'Take it back, or answer it' : 'Accept it, or send it back';
}

const offeredToYou = (scene: Scene): Words => ({
  title: askText(scene),
  ...(scene.state.status === 'offered' ? { detail: lapseText(scene, scene.state) } : {}),
});

const waiting =
  (verb: (whom: string) => string) =>
  (scene: Scene): Words =>
    scene.state.status === 'offered'
      ? { title: verb(answererName(scene, scene.state)), detail: waitText(scene, scene.state) }
      : { title: '' };

const toSort = (scene: Scene): Words => ({
  title: 'Accept it for a team, or send it back',
  ...(scene.state.status === 'offered' ? { detail: lapseText(scene, scene.state) } : {}),
});

function deciding(scene: Scene): Words {
  if (scene.state.status !== 'stalemate') return { title: '' };
  const due = owed(scene, 'decide');
  const detail = due ? { detail: byHere(scene, due) } : {};
  if (mayAct(scene) && mayDecide(scene, scene.state)) return { title: 'Decide who takes it', ...detail };
  return { title: `${sentence(personName(scene, scene.state.owner))} owes the decision`, ...detail };
}

/** It went a tier up without a word on what is next. */
function astrayInside(scene: Scene, to: Placement): Words {
  const giver = teamName(scene, scene.holder);
  const detail = `${giver} stays accountable until ${teamName(scene, to)} takes it.`;
  if (isInTeam(scene, to)) return { title: 'It came without a word on what is next', detail };
  if (scene.party === scene.holder.party) return { title: 'Say what is next, or take it back', detail };
  return { title: 'Nothing for you to do now', detail };
}

function astray(scene: Scene): Words {
  const { holder, party, state, words } = scene;
  const giver = partyName(scene, holder.party);
  const inside = movedInside(scene);
  if (inside) return astrayInside(scene, inside.to);
  if (state.native.party === holder.party) {
    const detail = `Baton does not know where the ${words.owner} points to; ${giver} stays accountable.`;
    return { title: 'Move it to a team of the agreement', detail };
  }
  if (party === holder.party) {
    const receiver = partyName(scene, state.native.party);
    const detail = `Nobody at ${receiver} has accepted it; ${giver} stays accountable.`;
    return { title: 'Complete the handoff, or take it back', detail };
  }
  const detail = `${giver} stays accountable until you take it or send it back.`;
  return { title: 'It came without a handoff', detail };
}

const tasks: Readonly<Record<Exclude<ConditionName, 'not governed'>, (scene: Scene) => Words>> = Object.freeze({
  'held by you': ownWork,
  'held by your team': ownWork,
  'held by others': othersWork,
  unclaimed: claiming,
  paused: pausing,
  'offered to you': offeredToYou,
  'to triage': toSort,
  'offered by you': waiting(whom => `Waiting for ${whom}`),
  offered: waiting(whom => `${sentence(whom)} owes the answer`),
  stalemate: deciding,
  'major incident': commandTask,
  gone: goneTask,
  asked: askedOfYou,
  'moved without a handoff': astray,
  'awaiting confirmation': toConfirm,
  finished: ended,
});

/** What this viewer has to do now, or may expect, and what they can press. */
export function taskOf(scene: Scene, condition: Exclude<ConditionName, 'not governed'>): PanelView['task'] {
  const { title, detail } = tasks[condition](scene);
  return { title, ...(detail === undefined ? {} : { detail: sentence(detail) }), actions: actionsIn(scene, condition) };
}
