import { shortClock } from './clockText';
import { openShift } from '../escalation';
import { isInTeam } from './condition';
import { mayAct, personName, teamName, timeText } from './reader';
import { textOf, type Scene } from './scene';
import { named, told, type Tell } from './told';
import type { ActionView } from './view';

type OfShift = 'ShiftOffered' | 'ShiftTaken' | 'ShiftLeftOut' | 'ShiftUntaken';

/** One shift handing over to the next, told in a sentence each. */
export const shiftTells: { readonly [T in OfShift]: Tell<T> } = {
  ShiftOffered: (scene, fact) => {
    const rest = `it to the next shift of ${teamName(scene, fact.data.to)}, to do by ${timeText(scene, fact.data.deadline)}.`;
    return told(scene, fact, `offers ${rest}`, `The last shift offers ${rest}`);
  },
  ShiftTaken: (scene, { data: { to, how } }) => {
    const where = how === 'taken' ? '' : ` in ${scene.words.desk}`;
    return `${named(scene, to.person)} took it over${where} from the last shift.`;
  },
  ShiftLeftOut: (scene, fact) => told(scene, fact, 'took others of the shift and left this one.', 'It was left out.'),
  ShiftUntaken: (scene, { by, data: { tell } }) =>
    `Nobody of the next shift took it in time: ${personName(scene, scene.state.shift?.by ?? tell[0] ?? by.person ?? '')} still has it.`,
};

/** What stands between two shifts, under everything else: who offers it, and what is to be done next. */
export function betweenShifts(scene: Scene): string | undefined {
  const { state, now, zone } = scene;
  const { shift } = state;
  if (!shift || state.status === 'resolved' || state.status === 'gone') return undefined;
  if (shift.left === 'out') return `the next shift left it with ${personName(scene, shift.by)}`;
  const next = textOf(scene, shift.texts['nextAction']) ?? 'what the timeline says';
  const since = shortClock(shift.at, zone, now);
  return `offered to the next shift since ${since}: “${next}” by ${timeText(scene, shift.deadline)}`;
}

/** Whether this viewer is of the next shift. */
const isNext = (scene: Scene): boolean => {
  const shift = openShift(scene.state);
  return shift !== undefined && shift.by !== scene.person && mayAct(scene) && isInTeam(scene, shift.to);
};

/** The press that takes it over, first among what the viewer may do; its own, however urgent it is. */
export function withShift(scene: Scene, actions: readonly ActionView[]): readonly ActionView[] {
  const shift = openShift(scene.state);
  if (!shift || !isNext(scene)) return actions;
  const takeOver: ActionView = { act: 'take shift', label: 'Take over', emphasis: 'primary', shift: shift.shift };
  return [takeOver, ...actions.map(calmed)];
}

const calmed = (action: ActionView): ActionView =>
  action.emphasis === 'primary' ? { ...action, emphasis: 'default' } : action;
