import { calendarOf, hoursOf } from '../escalation';
import { DAY, dueAfter, isOpenAt, openSegments, type Calendar } from '../time';
import { timeText } from './reader';
import type { Scene } from './scene';
import { clockTone } from './tone';
import type { CountdownView, DeadlineView } from './view';
import { durationText, joined } from './wording';

const AHEAD = 30 * DAY;

const resolveCalendar = ({ state }: Scene): Calendar => calendarOf(state.terms, state.terms.resolve.calendar);

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

const isStanding = ({ state, waitingFor }: Scene): boolean => state.status === 'resolved' || waitingFor !== undefined;

/** The resolve clock's minutes, from now until it stops. */
export function clockCountdown(scene: Scene): CountdownView {
  const { reading, state, now } = scene;
  const isDone = state.status === 'resolved';
  return {
    remaining: reading.remaining,
    ticksFor: isStanding(scene) ? 0 : stopsAt(scene) - now,
    left: isDone ? 'met with {left} to spare' : `{left} of ${durationText(state.terms.resolve.within)} left`,
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

/** The resolve deadline, counted by Baton, with the words that count down. */
export const deadlineView = (scene: Scene): DeadlineView => ({
  title: titleOf(scene),
  countdown: clockCountdown(scene),
  tone: clockTone(scene),
  note: joined(['Counted by Baton', stillness(scene)]),
});
