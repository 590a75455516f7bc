import { isMember, partyOfTeam, type Placement } from '../agreement';
import {
  confirmsAt,
  isCommanded,
  isInside,
  openTransfer,
  type CustodyHow,
  type Offered,
  type Resolved,
  type Transfer,
  type TransferEnd,
} from '../escalation';
import { DAY } from '../time';
import { owedAsks } from './askWords';
import { toApprove } from './overrideWords';
import { mayAct, type Reader } from './reader';
import type { Scene } from './scene';
import type { ConditionName } from './view';

/** Whether this reader may answer an offer: the teams asked, whom it names, and that party's lead and coordinator. */
export function mayBeAsked(reader: Reader, to: Placement, asked: readonly string[]): boolean {
  const { directory, person, party } = reader;
  if (person === undefined || party !== to.party || !mayAct(reader)) return false;
  const { lead, coordinator } = directory.parties[to.party];
  const isNamed = [to.person, lead, coordinator].includes(person);
  return isNamed || asked.some(team => isMember(directory, person, team));
}

/** Whether this viewer may answer the open offer. */
export function mayAnswer(scene: Scene, { offer, offers }: Offered): boolean {
  const teams = offers.filter(span => span.handoff === offer.handoff).map(span => span.team);
  return mayBeAsked(scene, offer.to, offer.triage === undefined ? [offer.to.team, ...teams] : []);
}

/** Whether the viewer works in the team of a placement. */
export const isInTeam = ({ directory, person }: Scene, { team }: Placement): boolean =>
  person !== undefined && team !== undefined && isMember(directory, person, team);

const BY_RULING: readonly CustodyHow[] = ['stalemate', 'decided', 'disputed'];

/** The desk's fields name another party than custody does, or a team the agreement does not know. */
function isNativeElsewhere({ state, holder, directory }: Scene): boolean {
  const { party, team } = state.native;
  const isKnown = team === undefined || partyOfTeam(directory, team) === party;
  return party !== holder.party || !isKnown;
}

const PUT_BACK: readonly (TransferEnd | undefined)[] = ['taken back', 'returned'];

/** A ruling or a repair has settled where it belongs and the desk's fields have not moved since: they only follow. */
function isRuled({ state }: Scene): boolean {
  const last = state.custody.at(-1);
  const repaired = state.transfers.at(-1);
  const ruledAt = last && BY_RULING.includes(last.how) ? last.at : -Infinity;
  const putBackAt = repaired && PUT_BACK.includes(repaired.ended) ? (repaired.until ?? -Infinity) : -Infinity;
  return state.nativeAt <= Math.max(ruledAt, putBackAt);
}

/** Nothing is offered, and the desk's fields lie where no handoff brought custody. */
const isAstray = (scene: Scene): boolean =>
  movedInside(scene) !== undefined || (isNativeElsewhere(scene) && !isRuled(scene));

/** A move to another team of the holding party whose packet is owed. */
export function movedInside({ state }: Scene): Transfer | undefined {
  const transfer = openTransfer(state);
  return transfer && isInside(state, transfer) ? transfer : undefined;
}

/** Where it belongs is settled and the desk's fields still lie elsewhere. */
export const isToFollow = (scene: Scene): boolean => isNativeElsewhere(scene) && isRuled(scene);

function held(scene: Scene): ConditionName {
  const { holder, person } = scene;
  if (isCommanded(scene.state)) return 'major incident';
  if (isAstray(scene)) return 'moved without a handoff';
  if (holder.person === undefined) return 'unclaimed';
  if (scene.waitingFor !== undefined) return 'paused';
  if (holder.person === person) return 'held by you';
  return isInTeam(scene, holder) ? 'held by your team' : 'held by others';
}

function offered(scene: Scene, state: Offered): ConditionName {
  if (mayAnswer(scene, state)) return state.offer.triage === undefined ? 'offered to you' : 'to triage';
  return scene.party === scene.holder.party ? 'offered by you' : 'offered';
}

/** Until when (epoch ms, inclusive) a resolved ticket that comes back goes on where it stopped; undefined while open. */
export const reopenableUntil = ({ state }: Scene): number | undefined =>
  state.status === 'resolved' ? state.resolvedAt + state.terms.reopenWindowDays * DAY : undefined;

/** Whether whoever opened it may still say that it is not fixed before silence confirms it. */
function isWordAwaited(scene: Scene, state: Resolved): boolean {
  const until = confirmsAt(state);
  if (until !== undefined) return scene.now < until;
  return state.confirmedAt === undefined && scene.now <= (reopenableUntil(scene) ?? 0);
}

/** Whether this viewer owes an answer that nothing more pressing of theirs comes before. */
function isAsked(scene: Scene): boolean {
  const { state, person } = scene;
  if (state.status === 'resolved' || state.status === 'gone' || openTransfer(state)) return false;
  if (owedAsks(scene).length + toApprove(scene).length === 0) return false;
  if (state.status === 'offered') return !mayAnswer(scene, state);
  return state.status !== 'stalemate' || state.owner !== person;
}

/** Which named condition the panel shows this viewer. */
export const conditionOf = (scene: Scene): ConditionName => (isAsked(scene) ? 'asked' : standingOf(scene));

/** How it stands, whoever is asked. */
function standingOf(scene: Scene): ConditionName {
  const { state } = scene;
  switch (state.status) {
    case 'gone':
      return 'gone';
    case 'resolved':
      return isWordAwaited(scene, state) ? 'awaiting confirmation' : 'finished';
    case 'stalemate':
      return 'stalemate';
    case 'offered':
      return offered(scene, state);
    case 'held':
      return held(scene);
  }
}
