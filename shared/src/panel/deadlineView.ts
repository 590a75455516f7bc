import type { WaitedFor } from '../agreement';
import { clockOf } from '../clock';
import { countedByBaton, hoursOf, resolveHours } from '../escalation';
import { DAY, MINUTE, dueAfter, isOpenAt, openSegments, type Calendar } from '../time';
import { causesText } from './causesText';
import { shortClock } from './clockText';
import { unconfirmedUntil } from './pause';
import { timeText } from './reader';
import { waitedName, type Scene } from './scene';
import { clockTone } from './tone';
import type { CountdownView, DeadlineView } from './view';
import { durationText, joined } from './wording';

const AHEAD = 30 * DAY;

const resolveCalendar = ({ state }: Scene): Calendar => resolveHours(state.terms);

/** When a calendar that is open at `at` closes next, epoch ms; `at` itself where it is closed. */
export function closesAt(calendar: Calendar, at: number): number {
  if (!isOpenAt(calendar, at)) return at;
  return openSegments(calendar, at, at + AHEAD)[0]?.[1] ?? at;
}

/** The agreement stops the clock while the receiver of an offer is closed: it runs no longer than they are open. */
function stopsAt(scene: Scene): number {
  const closing = closesAt(resolveCalendar(scene), scene.now);
  const { state } = scene;
  if (state.status !== 'offered') return closing;
  const { crossing, to } = state.offer;
  if (state.terms.boundaries[crossing].closedReceiver !== 'wait and stop') return closing;
  return Math.min(closing, closesAt(hoursOf(state.terms, to.party, to.team), scene.now));
}

const isMerged = ({ state }: Scene): boolean => state.status === 'gone' && state.how === 'merged';

const isStanding = (scene: Scene): boolean =>
  scene.state.status === 'resolved' || isMerged(scene) || scene.waitingFor !== undefined;

/** The resolve clock's minutes, from now until it stops. */
export function clockCountdown(scene: Scene): CountdownView {
  const { reading, state, now } = scene;
  const isDone = state.status === 'resolved';
  return {
    remaining: reading.remaining,
    ticksFor: isStanding(scene) ? 0 : stopsAt(scene) - now,
    left: isDone ? 'met with {left} to spare' : `{left} of ${durationText(reading.within)} left`,
    overdue: isDone ? 'missed by {left}' : 'overdue by {left}',
  };
}

function titleOf(scene: Scene): string {
  const { reading, state, waitingFor } = scene;
  const due = timeText(scene, reading.dueAt);
  if (state.status === 'resolved') return `Was due ${due}`;
  if (reading.remaining < 0) return `Was due ${due}`;
  return waitingFor === undefined ? `Resolve by ${due}` : `Resolve by ${due}, if it went on now`;
}

/** Outside the promised hours nothing counts: until when. */
function stillness(scene: Scene): string | undefined {
  const calendar = resolveCalendar(scene);
  if (isStanding(scene) || isOpenAt(calendar, scene.now)) return undefined;
  const opening = dueAfter(calendar, scene.now, 1) - 1;
  return `outside service hours until ${timeText(scene, opening)}`;
}

/** Whose time it is: the desk's own where the contract counts that and the desk tells it, else Baton's. */
function countedBy({ state, words, zone, now }: Scene): string {
  const { clockOfRecord } = state.terms.resolve;
  const native = state.nativeDue?.resolve;
  if (clockOfRecord === 'baton') return 'Counted by Baton';
  if (!native) return `Counted by Baton, since ${words.desk} tells no time of its own`;
  return `${words.desk}’s own time, as read at ${shortClock(native.readAt, zone, now)}`;
}

/** Why a desk's own time may be another than Baton's: what is seen to differ, most likely first. */
function whyDifferent({ state, words }: Scene): string {
  if (state.uncounted !== undefined) return `${words.desk} waits for the ${state.uncounted}, which pauses nothing here`;
  const hasPaused = clockOf(state.marks).pauses.length > 0;
  return hasPaused ? 'pauses count otherwise there' : 'it has another target or calendar';
}

/** When the clock that the contract does not count says it is due, and whose clock that is. */
function otherClock({ state, words, now }: Scene): { readonly says: string; readonly dueAt: number } | undefined {
  const native = state.nativeDue?.resolve;
  if (!native) return undefined;
  if (state.terms.resolve.clockOfRecord === 'baton') return { says: `${words.desk} says`, dueAt: native.dueAt };
  return { says: 'Baton counts', dueAt: countedByBaton(state, now).dueAt };
}

/** How far the other clock is from the one that counts, where that is more than a minute (rules §5.5). */
function difference(scene: Scene): string | undefined {
  const { reading } = scene;
  const other = otherClock(scene);
  const apart = other && reading.status !== 'paused' ? other.dueAt - reading.dueAt : 0;
  if (!other || Math.abs(apart) <= MINUTE) return undefined;
  const far = `${durationText(Math.abs(apart))} ${apart > 0 ? 'later' : 'earlier'}`;
  return `${other.says} ${timeText(scene, other.dueAt)}, ${far}: ${whyDifferent(scene)}`;
}

function pausedText(scene: Scene, whom: WaitedFor): string {
  const waiting = `Waiting for ${waitedName(scene, whom)}`;
  return unconfirmedUntil(scene) === undefined ? waiting : `${waiting}, not confirmed yet`;
}

/** The one resolve deadline, whose time it is, and how far the other one is from it. */
export const deadlineView = (scene: Scene): DeadlineView => {
  const { waitingFor } = scene;
  const other = difference(scene);
  const causes = causesText(scene);
  return {
    title: titleOf(scene),
    ...(waitingFor === undefined ? {} : { paused: pausedText(scene, waitingFor) }),
    countdown: clockCountdown(scene),
    tone: clockTone(scene),
    note: joined([countedBy(scene), stillness(scene)]),
    ...(other === undefined ? {} : { difference: other }),
    ...(causes === undefined ? {} : { causes }),
  };
};
