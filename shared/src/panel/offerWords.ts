import { backupOf, firstAsked, isManned, isThere, type HoldingParty, type Rung } from '../agreement';
import { answerHours, offerDueAt, takenUpAt, type Offered } from '../escalation';
import { dueAfter, isOpenAt } from '../time';
import { partyName, personName, teamName, timeText } from './reader';
import type { Scene } from './scene';
import { joined, listText, sentence } from './wording';

/** The lead of a party, where they are there now. */
function leadOf({ directory, now }: Scene, party: HoldingParty): string | undefined {
  const { lead } = directory.parties[party];
  return isThere(directory, lead, now) ? lead : undefined;
}

/** Whom a rung names, or undefined where nobody is on it and the offer passes it. */
function rungName(scene: Scene, { offer }: Offered, { team, who }: Rung): string | undefined {
  const { directory, now } = scene;
  const { party } = offer.to;
  if (who === 'team') return isManned(directory, team, now) ? teamName(scene, { party, team }) : undefined;
  const person = who === 'backup' ? backupOf(directory, team, now) : leadOf(scene, party);
  return person === undefined ? undefined : `${personName(scene, person)} (${who})`;
}

function nextRung(scene: Scene, state: Offered): string | undefined {
  const { ladder } = state.terms.boundaries[state.offer.crossing];
  return ladder
    .slice(state.offer.rung)
    .map(rung => rungName(scene, state, rung))
    .find(name => name !== undefined);
}

function ifUnanswered(scene: Scene, state: Offered): string {
  const { crossing, rung, to, triage } = state.offer;
  if (triage !== undefined) return `it goes to ${teamName(scene, to)} as it is`;
  const lead = leadOf(scene, to.party);
  if (state.terms.boundaries[crossing].deemedAccepted && rung === 0 && lead !== undefined) {
    return `it counts as accepted by ${personName(scene, lead)}`;
  }
  const next = nextRung(scene, state);
  return next === undefined ? 'it goes to nobody else: the leads decide' : `it goes to ${next}`;
}

function owedText(scene: Scene, owed: readonly string[]): string {
  const names = owed.map(person => personName(scene, person));
  const verb = owed.length === 1 && names[0] !== 'you' ? 'owes' : 'owe';
  return `nobody answered in time: ${listText(names)} ${verb} the decision`;
}

/** Said while the receiver is closed and the offer can only wait: until when. */
function closedText(scene: Scene, { terms, offer }: Offered): string | undefined {
  const hours = answerHours(terms, { crossing: offer.crossing, team: offer.to.team });
  if (isOpenAt(hours, scene.now)) return undefined;
  const opening = timeText(scene, dueAfter(hours, scene.now, 1) - 1);
  const whose = offer.to.party === scene.party ? 'your team is' : `${partyName(scene, offer.to.party)} is`;
  return `${whose} closed until ${opening}`;
}

/** Said once somebody of the receiver has answered the customer: when that counts as acceptance (rules §3.3). */
export function workText(scene: Scene, state: Offered): string | undefined {
  const at = takenUpAt(state);
  const person = state.offer.working?.to.person;
  if (at === undefined || person === undefined) return undefined;
  const whose = person === scene.person ? 'your' : `${personName(scene, person)}’s`;
  return `${whose} reply to the customer counts as accepting at ${timeText(scene, at)}`;
}

/** What happens to the offer if nobody answers, for whoever may answer it. */
export function lapseText(scene: Scene, state: Offered): string {
  const { owed } = state.offer;
  const work = workText(scene, state);
  if (work !== undefined) return work;
  if (owed !== undefined) return owedText(scene, owed);
  const due = timeText(scene, offerDueAt(state, scene.now));
  return joined([closedText(scene, state), `unanswered at ${due} ${ifUnanswered(scene, state)}`]);
}

/** Who owes the answer: the team, or who sorts it before. */
export const answererName = (scene: Scene, { offer }: Offered): string =>
  offer.triage === undefined ? teamName(scene, offer.to) : personName(scene, offer.triage);

function answererText(scene: Scene, { offer }: Offered): string | undefined {
  if (offer.triage !== undefined) return sentence(`${personName(scene, offer.triage)} sorts it first`);
  const person = offer.to.person ?? firstAsked(scene.directory, offer.to.team, scene.now);
  return person === undefined ? undefined : sentence(`${personName(scene, person)} has to answer`);
}

/** Who answers until when and what happens then, for those who wait. */
export function waitText(scene: Scene, state: Offered): string {
  const { owed } = state.offer;
  const work = workText(scene, state);
  if (work !== undefined) return sentence(work);
  if (owed !== undefined) return owedText(scene, owed);
  const due = timeText(scene, offerDueAt(state, scene.now));
  const who = answererText(scene, state);
  return joined([who, closedText(scene, state), `unanswered at ${due} ${ifUnanswered(scene, state)}`]);
}
