import { refuse } from './failure';
import type { Limits } from './limits';

export interface Repeat {
  time_unit: 'minutes' | 'hours' | 'days';
  frequency: number;
}

/** What the app asks for: `$schedule.create` and `$schedule.update`. */
export interface ScheduleRequest {
  name: string;
  data: Record<string, unknown>;
  at: number;
  repeat: Repeat | undefined;
}

const unitMs = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/** Milliseconds between two rings. */
export function repeatMs(repeat: Repeat): number {
  return unitMs[repeat.time_unit] * repeat.frequency;
}

/** The name of a schedule, checked. */
export function scheduleName(request: unknown, limits: Limits): string {
  const { name } = (request ?? {}) as { name?: unknown };
  if (typeof name !== 'string' || name.trim() === '') return refuse(400, 'The name of the schedule cannot be blank');
  if (name.length > limits.scheduleNameLength)
    refuse(400, `The name of the schedule should not exceed ${limits.scheduleNameLength} characters`);
  return name;
}

const instant = (at: unknown, now: number, limits: Limits): number => {
  const isUtc = typeof at === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|\+00:00)$/.test(at);
  const parsed = isUtc ? Date.parse(at as string) : Number.NaN;
  if (Number.isNaN(parsed)) return refuse(400, 'schedule_at should be an ISO 8601 time in UTC');
  if (parsed < now + limits.scheduleAheadMs)
    refuse(400, 'schedule_at should be at least 5 minutes ahead of the current time');
  return parsed;
};

const repetition = (repeat: unknown): Repeat | undefined => {
  if (repeat === undefined || repeat === null) return undefined;
  const checked = repeat as Repeat;
  if (!(checked.time_unit in unitMs)) refuse(400, 'repeat.time_unit should be minutes, hours or days');
  if (!Number.isInteger(checked.frequency) || checked.frequency < 1)
    refuse(400, 'repeat.frequency should be a positive integer');
  if (repeatMs(checked) < 5 * 60_000) refuse(400, 'The schedule should not repeat more often than every 5 minutes');
  return { time_unit: checked.time_unit, frequency: checked.frequency };
};

/** Refuses a schedule the platform does not take. */
export function checkSchedule(request: unknown, now: number, limits: Limits): ScheduleRequest {
  const name = scheduleName(request, limits);
  const { data, schedule_at, repeat } = request as Record<string, unknown>;
  const text = JSON.stringify(data ?? {});
  if (Buffer.byteLength(text) > limits.scheduleBytes) refuse(400, 'The data of the schedule should not exceed 4KB');
  return {
    name,
    data: (data ?? {}) as Record<string, unknown>,
    at: instant(schedule_at, now, limits),
    repeat: repetition(repeat),
  };
}
