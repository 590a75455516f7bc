import { heldSince, type CustodyHow } from '../escalation';
import { shortClock } from './clockText';
import { isInTeam } from './condition';
import { goneDetail, goneLine } from './goneView';
import { commandDetail, commandLine } from './majorView';
import { fullName, partyName, personName, placeText, teamName, timeText } from './reader';
import type { Scene } from './scene';
import type { ConditionName } from './view';
import { durationText, joined, sentence } from './wording';

type Words = (scene: Scene) => string;

/** 'You hold this ticket', 'Your team still holds this ticket', 'Contoso IT holds it'. */
function holding(scene: Scene, still = ''): string {
  const { holder, person, words } = scene;
  if (holder.person !== undefined && holder.person === person) return `You ${still}hold this ${words.ticket}`;
  if (isInTeam(scene, holder)) return `Your team ${still}holds this ${words.ticket}`;
  return `${partyName(scene, holder.party)} ${still}holds it`;
}

const outcome: Words = ({ reading }) => (reading.remaining < 0 ? 'Resolved late' : 'Resolved in time');

const stillHolding: Words = scene => holding(scene, 'still ');

const headlines: Readonly<Record<Exclude<ConditionName, 'not governed'>, Words>> = Object.freeze({
  'held by you': scene => holding(scene),
  'held by your team': scene => holding(scene),
  'held by others': scene => holding(scene),
  unclaimed: scene => holding(scene),
  paused: scene => holding(scene),
  'offered to you': stillHolding,
  'to triage': stillHolding,
  'offered by you': stillHolding,
  offered: stillHolding,
  stalemate: scene => `${holding(scene)} until the decision`,
  'major incident': commandLine,
  gone: goneLine,
  asked: scene => holding(scene),
  'moved without a handoff': stillHolding,
  'awaiting confirmation': outcome,
  finished: outcome,
});

const inHand = ({ stretches, state }: Scene): number =>
  stretches.reduce(
    (sum, stretch) => (stretch.is === 'running' && stretch.from >= heldSince(state) ? sum + stretch.ms : sum),
    0,
  );

const untakenSince: Partial<Record<CustodyHow, string>> = {
  lapsed: 'nobody has worked on it',
  left: 'whoever had it has left',
};

const untaken = ({ state }: Scene): string =>
  untakenSince[state.custody.at(-1)?.how ?? 'opened'] ?? 'nobody has taken it yet';

function held(scene: Scene): string {
  const { holder, zone, now, state } = scene;
  const name = holder.person === undefined ? untaken(scene) : fullName(scene, holder.person);
  const since = `since ${shortClock(heldSince(state), zone, now)}`;
  return joined([
    name,
    teamName(scene, holder),
    holder.person === undefined ? since : `${since}, ${durationText(inHand(scene))} in hand`,
  ]);
}

const offerer = (scene: Scene, by: string): string =>
  scene.directory.people[by] === undefined ? partyName(scene, scene.holder.party) : fullName(scene, by);

const verbOf = ({ returns }: { readonly returns?: string }): string =>
  returns === undefined ? 'offers it to' : 'gives it back to';

function offeredTo(scene: Scene): string {
  if (scene.state.status !== 'offered') return '';
  const { offer } = scene.state;
  const at = shortClock(offer.offeredAt, scene.zone, scene.now);
  return `${offerer(scene, offer.by)} ${verbOf(offer)} ${placeText(scene, offer.to)} · ${at}`;
}

function offeredBy(scene: Scene): string {
  if (scene.state.status !== 'offered') return '';
  const { offer } = scene.state;
  const by = scene.directory.people[offer.by] === undefined ? '' : ` by ${personName(scene, offer.by)}`;
  const verb = offer.returns === undefined ? 'offered to' : 'given back to';
  return joined([`${verb} ${placeText(scene, offer.to)}${by}`, shortClock(offer.offeredAt, scene.zone, scene.now)]);
}

/** Where the desk's fields point and that custody has not moved with them: only what is known. */
function stray(scene: Scene): string {
  const { state, words, zone, now } = scene;
  const since = shortClock(state.nativeAt, zone, now);
  return `The ${words.owner} points to ${placeText(scene, state.native)} since ${since}. Custody has not moved.`;
}

function resolved(scene: Scene): string {
  const { holder, state } = scene;
  if (state.status !== 'resolved') return '';
  const person = holder.person === undefined ? undefined : fullName(scene, holder.person);
  return joined([person, teamName(scene, holder), `resolved ${timeText(scene, state.resolvedAt)}`]);
}

const details: Readonly<Record<Exclude<ConditionName, 'not governed'>, Words>> = Object.freeze({
  'held by you': held,
  'held by your team': held,
  'held by others': held,
  unclaimed: held,
  paused: held,
  'offered to you': offeredTo,
  'to triage': offeredTo,
  'offered by you': offeredBy,
  offered: offeredTo,
  stalemate: scene => `refused twice · ${teamName(scene, scene.holder)} has it meanwhile`,
  'major incident': commandDetail,
  gone: goneDetail,
  asked: held,
  'moved without a handoff': stray,
  'awaiting confirmation': resolved,
  finished: resolved,
});

/** The first line, who holds it, and the line below. */
export const headlineOf = (scene: Scene, condition: Exclude<ConditionName, 'not governed'>) => ({
  headline: headlines[condition](scene),
  detail: sentence(details[condition](scene)),
});
