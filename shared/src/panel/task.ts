import { firstAsked, otherParty, type Audience, type Placement } from '../agreement';
import { mayDecide } from './actions';
import { actionsIn, askedOfYou } from './askTask';
import { isInTeam, movedInside, reopenableUntil } from './condition';
import { dutyText } from './formReceiver';
import { commandTask, packetTask } from './majorView';
import { byHere, byWhen, owed, type Words } from './owedWords';
import { lapseText, waitText } from './offerWords';
import { confirmWords, isAskedToConfirm } from './pause';
import { mayAct, partyName, personName, teamName, timeText } from './reader';
import { textOf, type Scene } from './scene';
import type { ConditionName, PanelView } from './view';
import { durationText, joined, sentence } from './wording';

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
  (verb: (team: string) => string) =>
  (scene: Scene): Words =>
    scene.state.status === 'offered'
      ? { title: verb(teamName(scene, scene.state.offer.to)), detail: waitText(scene, scene.state) }
      : { title: '' };

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

const outcome = ({ reading }: Scene): string => {
  const by = durationText(Math.abs(reading.remaining));
  return reading.remaining < 0 ? `missed by ${by}` : `met with ${by} to spare`;
};

/** Whoever opened it may still say that it is not fixed; silence confirms (rules §5.7). */
function toConfirm(scene: Scene): Words {
  const until = timeText(scene, reopenableUntil(scene) ?? scene.now);
  const detail = joined([outcome(scene), `reopened until ${until}, it goes on where it stopped`]);
  return { title: 'Nothing to do unless it comes back', detail };
}

function ended(scene: Scene): Words {
  const until = reopenableUntil(scene);
  const detail = until && `reopened now, it would begin anew; the window ended ${timeText(scene, until)}`;
  return { title: sentence(outcome(scene)), ...(detail ? { detail } : {}) };
}

const tasks: Readonly<Record<Exclude<ConditionName, 'not governed'>, (scene: Scene) => Words>> = Object.freeze({
  'held by you': ownWork,
  'held by your team': ownWork,
  'held by others': othersWork,
  unclaimed: claiming,
  paused: pausing,
  'offered to you': offeredToYou,
  'offered by you': waiting(team => `Waiting for ${team}`),
  offered: waiting(team => `${team} owes the answer`),
  stalemate: deciding,
  'major incident': commandTask,
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
