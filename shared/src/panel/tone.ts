import type { WaitedFor } from '../agreement';
import { elapsedWithin } from '../time';
import { calendarOf, obligations, type ObligationKind } from '../escalation';
import { partyName } from './reader';
import { waitedName, type Scene } from './scene';
import type { ConditionName, LozengeView, PartyTone, Tone } from './view';
import { durationText } from './wording';

/** The tone of each condition's own lozenge; the clock adds its own. */
export const conditionTones: Readonly<Record<ConditionName, Tone>> = Object.freeze({
  'not governed': 'neutral',
  'held by you': 'held',
  'held by your team': 'held',
  'held by others': 'held',
  unclaimed: 'held',
  'offered to you': 'offered',
  'offered by you': 'offered',
  offered: 'offered',
  stalemate: 'offered',
  'moved without a handoff': 'no handoff',
  finished: 'met',
});

/** The colour of whom a paused clock waits for. */
export const waitingTones: Readonly<Record<WaitedFor, PartyTone>> = Object.freeze({
  msp: 'msp',
  client: 'client',
  vendor: 'vendor',
  customer: 'customer',
});

const AT_RISK_BELOW = 0.2;

/** How the resolve clock stands. */
export function clockTone({ reading, state, waitingFor }: Scene): Tone {
  if (reading.remaining < 0) return 'breached';
  if (state.status === 'resolved') return 'met';
  if (waitingFor !== undefined) return 'paused';
  return reading.remaining < state.terms.resolve.within * AT_RISK_BELOW ? 'at risk' : 'held';
}

/** How long until something owed is late, or since when it is: '12 min to answer', '5 min late'. */
function owedText({ state, now }: Scene, kind: ObligationKind, verb: string): string {
  const remaining = obligations(state, now).find(owed => owed.kind === kind)?.remaining ?? 0;
  return remaining < 0 ? `${durationText(-remaining)} late` : `${durationText(remaining)} to ${verb}`;
}

const withHolder = (scene: Scene): LozengeView => {
  const { party } = scene.holder;
  const name = `${partyName(scene, party)}${party === 'msp' ? ' (MSP)' : ''}`;
  return { text: `WITH ${name.toUpperCase()}`, tone: 'held' };
};

const offeredLozenge = (scene: Scene, name: string): LozengeView => {
  const isLeft = scene.state.status === 'offered' && scene.state.offer.owed !== undefined;
  return { text: `${name} · ${isLeft ? 'unanswered' : owedText(scene, 'acknowledge', 'answer')}`, tone: 'offered' };
};

/** Service time since the desk's fields went where custody is not. */
function strayLozenge({ state, now }: Scene): LozengeView {
  const calendar = calendarOf(state.terms, state.terms.resolve.calendar);
  const since = elapsedWithin(calendar, state.nativeAt, Math.max(state.nativeAt, now));
  return { text: `NO HANDOFF · ${durationText(since)}`, tone: 'no handoff' };
}

const main: Readonly<Record<ConditionName, (scene: Scene) => LozengeView[]>> = Object.freeze({
  'not governed': () => [],
  'held by you': scene => [withHolder(scene)],
  'held by your team': scene => [withHolder(scene)],
  'held by others': scene => [withHolder(scene)],
  unclaimed: scene => [withHolder(scene)],
  'offered to you': scene => [offeredLozenge(scene, 'OFFERED TO YOU')],
  'offered by you': scene => [offeredLozenge(scene, 'OFFERED')],
  offered: scene => [offeredLozenge(scene, 'OFFERED')],
  stalemate: scene => [{ text: `UNDECIDED · ${owedText(scene, 'decide', 'decide')}`, tone: conditionTones.stalemate }],
  'moved without a handoff': scene => [strayLozenge(scene), withHolder(scene)],
  finished: () => [],
});

const waitedShort = (scene: Scene, whom: WaitedFor): string => waitedName(scene, whom).replace(/^the /, '');

function clockLozenges(scene: Scene): LozengeView[] {
  const { reading, waitingFor } = scene;
  const tone = clockTone(scene);
  const paused: LozengeView[] =
    waitingFor === undefined ? [] : [{ text: `PAUSED · ${waitedShort(scene, waitingFor)}`, tone: 'paused' }];
  if (tone === 'breached') return [...paused, { text: `BREACHED · ${durationText(-reading.remaining)} over`, tone }];
  if (tone === 'at risk') return [{ text: `AT RISK · ${durationText(reading.remaining)} left`, tone }];
  return tone === 'met' ? [{ text: 'MET', tone }] : paused;
}

/** The lozenges of a panel: what stands first, then what the clock adds. The meaning is always in the text too. */
export const lozengesOf = (scene: Scene, condition: ConditionName): readonly LozengeView[] => [
  ...main[condition](scene),
  ...clockLozenges(scene),
];
