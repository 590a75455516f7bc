import { createHash } from 'node:crypto';
import type { WorkbenchClock } from '../clock';
import type { Deliver } from './delivery';
import { modulesOf, type AppManifest, type AppModule } from './manifest';
import type { PendingWork } from './pendingWork';

const INTERVAL_MS: Record<string, number> = {
  fiveMinute: 5 * 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
};

/** An installation's place in the interval, always the same for the same trigger. */
const offsetOf = (installationId: string, key: string, interval: number) =>
  createHash('sha256').update(`${installationId} ${key}`).digest().readUInt32BE(0) % interval;

/** The next run strictly after `now`. */
const nextRun = (now: number, interval: number, offset: number) =>
  (Math.floor((now - offset) / interval) + 1) * interval + offset;

export interface ScheduledTriggersSettings {
  clock: WorkbenchClock;
  manifest: AppManifest;
  work: PendingWork;
  deliver: Deliver;
  invoke(trigger: AppModule): Promise<unknown>;
}

/** Starts the manifest's schedules; the answer stops them. A failing run is not repeated. */
export function startSchedules(settings: ScheduledTriggersSettings, installationId: string): () => void {
  const { clock, manifest, work, deliver } = settings;
  const alarms = new Map<string, () => void>();
  const arm = (trigger: AppModule) => {
    const interval = INTERVAL_MS[trigger.interval as string]!;
    const at = nextRun(clock.now(), interval, offsetOf(installationId, trigger.key, interval));
    const ring = async () => {
      arm(trigger);
      deliver({ what: `schedule ${trigger.key}`, run: async () => void (await settings.invoke(trigger)) });
      await work.idle();
    };
    alarms.set(trigger.key, clock.alarm(at, `Jira: scheduled trigger ${trigger.key}`, ring));
  };
  modulesOf(manifest, 'scheduledTrigger').forEach(arm);
  return () => alarms.forEach(takeBack => takeBack());
}
