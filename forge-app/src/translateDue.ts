import type { DueTimes } from '@baton/shared';
import { z } from 'zod';

const cycle = z.looseObject({
  paused: z.boolean().catch(false),
  breachTime: z.looseObject({ epochMillis: z.number().int() }).optional(),
});
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

type Sla = z.infer<typeof slaSchema>['values'][number];

function breachOf({ ongoingCycle, completedCycles }: Sla): number | undefined {
  const last = ongoingCycle ?? completedCycles.at(-1);
  return last?.paused ? undefined : last?.breachTime?.epochMillis;
}

/**
 * Due times from a request's SLA record: of the running cycle, else of the last one that ended. SLAs of other names are
 * left out, and so is one whose clock is paused, since its time then moves by itself; anything unreadable reads as none.
 */
export function translateDue(answer: unknown): DueTimes {
  const { values } = slaSchema.safeParse(answer).data ?? { values: [] };
  return Object.fromEntries(
    values.flatMap(sla => {
      const target = names[sla.name.toLowerCase()];
      const at = breachOf(sla);
      return target === undefined || at === undefined ? [] : [[target, at]];
    }),
  );
}
