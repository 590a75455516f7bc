import type { WaitedFor } from '../agreement';
import { answerHours, askHours, hoursOf, isCommanded, levelOf, obligations, resolveHours } from '../escalation';
import { elapsedWithin, type Calendar } from '../time';
import { owedAsks } from './askWords';
import { clockCountdown, closesAt } from './deadlineView';
import { unconfirmedUntil } from './pause';
import { partyName } from './reader';
import { waitedName, type Scene } from './scene';
import { clockTone, conditionTones } from './tone';
import type { ConditionName, CountdownView, LozengeView, PanelView, Tone } from './view';
import { countdownText, durationText } from './wording';

const still = (text: string, tone: Tone): LozengeView => ({ text, tone });

const counting = (tone: Tone, countdown: CountdownView): LozengeView => ({
  text: countdownText(countdown, 0, countdown.ticksFor),
  tone,
  countdown,
});

const withHolder = (scene: Scene): LozengeView => {
  const { party } = scene.holder;
  const name = `${partyName(scene, party)}${party === 'msp' ? ' (MSP)' : ''}`;
  return still(`WITH ${name.toUpperCase()}`, 'held');
};

const owedKinds = { answer: 'acknowledge', sort: 'triage', decide: 'decide' } as const;

/** 'OFFERED TO YOU · 12 min to answer', then '5 min late', counted in the hours of whoever owes it. */
function owed(scene: Scene, name: string, verb: keyof typeof owedKinds, hours: Calendar): LozengeView {
  const { state, now } = scene;
  const kind = owedKinds[verb];
  const remaining = obligations(state, now).find(one => one.kind === kind)?.remaining ?? 0;
  return counting('offered', {
    remaining,
    ticksFor: closesAt(hours, now) - now,
    left: `${name} · {left} to ${verb}`,
    overdue: `${name} · {left} late`,
  });
}

function offered(scene: Scene, name: string): LozengeView {
  const { state } = scene;
  if (state.status !== 'offered') return still(name, 'offered');
  const { crossing, to, owed: leads, triage } = state.offer;
  if (leads !== undefined) return still(`${name} · unanswered`, 'offered');
  return owed(
    scene,
    name,
    triage === undefined ? 'answer' : 'sort',
    answerHours(state.terms, { crossing, team: to.team }),
  );
}

function undecided(scene: Scene): LozengeView {
  const { state } = scene;
  if (state.status !== 'stalemate') return still('UNDECIDED', conditionTones.stalemate);
  return owed(scene, 'UNDECIDED', 'decide', hoursOf(state.terms, state.ownerParty));
}

/** 'ASKED · 3 h to answer', counted in the viewer's hours. */
function asked(scene: Scene): LozengeView {
  const [ask] = owedAsks(scene);
  const owing =
    ask && obligations(scene.state, scene.now).find(({ kind, name }) => kind === 'answer' && name === ask.id);
  if (!ask) return still('TO APPROVE', conditionTones.asked);
  if (!owing) return still('ASKED', conditionTones.asked);
  return counting('offered', {
    remaining: owing.remaining,
    ticksFor: closesAt(askHours(scene.state, ask), scene.now) - scene.now,
    left: 'ASKED · {left} to answer',
    overdue: 'ASKED · {left} late',
  });
}

/** Service time since the desk's fields went where custody is not. */
function stray({ state, now }: Scene): LozengeView {
  const calendar = resolveHours(state.terms);
  const since = elapsedWithin(calendar, state.nativeAt, Math.max(state.nativeAt, now));
  return still(`NO HANDOFF · ${durationText(since)}`, 'no handoff');
}

const main: Readonly<Record<ConditionName, (scene: Scene) => LozengeView[]>> = Object.freeze({
  'not governed': () => [],
  'held by you': scene => [withHolder(scene)],
  'held by your team': scene => [withHolder(scene)],
  'held by others': scene => [withHolder(scene)],
  unclaimed: scene => [withHolder(scene)],
  paused: scene => [withHolder(scene)],
  'offered to you': scene => [offered(scene, 'OFFERED TO YOU')],
  'to triage': scene => [offered(scene, 'TO TRIAGE')],
  'offered by you': scene => [offered(scene, 'OFFERED')],
  offered: scene => [offered(scene, 'OFFERED')],
  stalemate: scene => [undecided(scene)],
  'major incident': scene => [withHolder(scene)],
  asked: scene => [asked(scene), withHolder(scene)],
  'moved without a handoff': scene => [stray(scene), withHolder(scene)],
  gone: scene => [still(scene.state.status === 'gone' ? scene.state.how.toUpperCase() : 'GONE', 'neutral')],
  'awaiting confirmation': () => [],
  finished: () => [],
});

const waitedShort = (scene: Scene, whom: WaitedFor): string => waitedName(scene, whom).replace(/^the /, '');

const pauseWord = (scene: Scene): string => (unconfirmedUntil(scene) === undefined ? 'PAUSED' : 'PAUSED FOR NOW');

function clockLozenges(scene: Scene): LozengeView[] {
  const { waitingFor } = scene;
  const tone = clockTone(scene);
  const paused =
    waitingFor === undefined ? [] : [still(`${pauseWord(scene)} · ${waitedShort(scene, waitingFor)}`, 'paused')];
  const words = { left: 'AT RISK · {left} left', overdue: 'BREACHED · {left} over' };
  if (tone === 'breached') return [...paused, counting(tone, { ...clockCountdown(scene), ...words })];
  if (tone === 'at risk') return [counting(tone, { ...clockCountdown(scene), ...words })];
  return tone === 'met' ? [still('MET', tone)] : paused;
}

/** 'LEVEL 2': it was resolved before and came back. */
function levels({ state }: Scene): LozengeView[] {
  const level = levelOf(state);
  return level === 1 || state.status === 'resolved' ? [] : [still(`LEVEL ${level} · came back`, 'neutral')];
}

/** The lozenges of a panel: what stands first, then what the clock adds. The meaning is always in the text too. */
export const lozengesOf = (scene: Scene, condition: ConditionName): readonly LozengeView[] => [
  ...(isCommanded(scene.state) ? [still('MAJOR INCIDENT', conditionTones['major incident'])] : []),
  ...main[condition](scene),
  ...clockLozenges(scene),
  ...levels(scene),
];

const byLoudness: readonly Tone[] = ['breached', 'no handoff', 'at risk', 'offered', 'paused', 'met', 'held'];

/** The one lozenge that most needs to be seen, where there is room for one. */
export const loudest = ({ lozenges }: Pick<PanelView, 'lozenges'>): LozengeView | undefined =>
  [...lozenges].sort((a, b) => byLoudness.indexOf(a.tone) - byLoudness.indexOf(b.tone))[0];

/** The state without its minutes: for places that are not drawn again while time passes. */
export const stateWord = ({ text }: LozengeView): string => text.split(' · ')[0] ?? text;
