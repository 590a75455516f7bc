import type { DueTimes } from '@baton/shared';
import { z } from 'zod';

const cycle = z.looseObject({ breachTime: z.looseObject({ epochMillis: z.number().int() }).optional() });
const slaSchema = z.looseObject({
  values: z.array(
    z.looseObject({
      name: z.string(),
      ongoingCycle: cycle.nullish(),
      completedCycles: z.array(cycle).catch([]),
    }),
  ),
});

/** The names that Jira Service Management gives its own two clocks. */
const names: Readonly<Record<string, keyof DueTimes>> = {
  'time to resolution': 'resolve',
  'time to first response': 'respond',
};

/**
 * Due times from a request's SLA record: of the running cycle, else of the last one that ended. SLAs of other names are
 * left out, and so is one whose clock is paused, which Jira gives no time; anything unreadable reads as none.
 */
export function translateDue(answer: unknown): DueTimes {
  const { values } = slaSchema.safeParse(answer).data ?? { values: [] };
  return Object.fromEntries(
    values.flatMap(({ name, ongoingCycle, completedCycles }) => {
      const target = names[name.toLowerCase()];
      const at = (ongoingCycle ?? completedCycles.at(-1))?.breachTime?.epochMillis;
      return target === undefined || at === undefined ? [] : [[target, at]];
    }),
  );
}
