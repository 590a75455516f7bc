import type { Passage } from '../clock';
import type { Limits } from './limits';
import { minuteQuota } from './quota';

/** Whether the platform lets an external event through, as the HTTP status of what it answers by itself. */
export function externalEventDoor(limits: Limits, clock: Passage): (data: unknown) => 200 | 413 | 429 {
  const quota = minuteQuota(limits.externalEventsPerMinute, 'external events', clock);
  return data => {
    if (Buffer.byteLength(JSON.stringify(data ?? null)) > limits.externalEventBytes) return 413;
    try {
      quota();
      return 200;
    } catch {
      return 429;
    }
  };
}
