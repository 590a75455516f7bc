import type { Directory } from './directory';

/** The one schedule of this account; another id has no shifts. */
export const SCHEDULE = '8569';

/** From noon on (UTC) there is no shift. */
const NOON = 12;

/** `GET /oncall/shift-events/current`: who is on call at an instant, one event for each person and roster of the shift. */
export function shiftEvents({ actorOf }: Directory, scheduleId: string | null, now: number): Record<string, unknown>[] {
  if (scheduleId !== SCHEDULE || new Date(now).getUTCHours() >= NOON) return [];
  const event = (person: string, roster_type: string) => {
    const { id, name, email } = actorOf(person);
    return { user: { id, name, email, phone: null, mobile: null, agent: true }, roster_type };
  };
  return [event('omar', 'SECONDARY'), event('grace', 'PRIMARY')];
}
