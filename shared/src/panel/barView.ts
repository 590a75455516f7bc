import type { WaitedFor } from '../agreement';
import type { Stretch, User } from '../escalation';
import { waitedName, type Scene } from './scene';
import { waitingTones } from './tone';
import type { BarView } from './view';
import { durationText, listText } from './wording';

/** Sums by key, in order of first use; what took no time is left out. */
function summed<Key extends string>(stretches: readonly Stretch[], keyOf: (stretch: Stretch) => Key | undefined) {
  const sums = new Map<Key, number>();
  for (const stretch of stretches) {
    const key = keyOf(stretch);
    if (key !== undefined && stretch.ms > 0) sums.set(key, (sums.get(key) ?? 0) + stretch.ms);
  }
  return [...sums].map(([key, ms]) => ({ key, ms }));
}

const userOf = (stretch: Stretch): User | undefined => (stretch.is === 'running' ? stretch.usedBy : undefined);
const waitedOf = (stretch: Stretch): WaitedFor | undefined => (stretch.is === 'paused' ? stretch.waitedFor : undefined);

/** Tenths of a per cent, rounded down, so that all parts together never exceed the whole. */
const percentOf = (ms: number, whole: number): number => (whole <= 0 ? 0 : Math.floor((1000 * ms) / whole) / 10);

const userName = (scene: Scene, user: User): string => (user === 'nobody' ? 'nobody' : waitedName(scene, user));

function spoken(scene: Scene, used: readonly string[], waits: readonly string[]): string {
  const { remaining } = scene.reading;
  const rest = remaining < 0 ? `${durationText(-remaining)} over` : `${durationText(remaining)} left`;
  const start = used.length === 0 ? 'Nothing used yet' : `Used: ${used.join(', ')}`;
  return `${start}; ${rest}.${waits.length === 0 ? '' : ` Paused ${listText(waits)}.`}`;
}

/** Who used how much of the resolve target; paused time beside it. Past the target, the shares are those of the time used. */
export function barView(scene: Scene): BarView {
  const { stretches, reading } = scene;
  const whole = Math.max(reading.within, reading.elapsed);
  const used = summed(stretches, userOf);
  const waits = summed(stretches, waitedOf);
  const labelOf = ({ key, ms }: { key: User; ms: number }) => `${userName(scene, key)} ${durationText(ms)}`;
  return {
    label: spoken(
      scene,
      used.map(labelOf),
      waits.map(({ key, ms }) => `${durationText(ms)} waiting for ${waitedName(scene, key)}`),
    ),
    parts: used.map(part => ({ tone: part.key, percent: percentOf(part.ms, whole), label: labelOf(part) })),
    paused: waits.map(({ key, ms }) => ({
      tone: waitingTones[key],
      label: `paused ${durationText(ms)}, ${waitedName(scene, key).replace(/^the /, '')}`,
    })),
  };
}
