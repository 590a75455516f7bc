import type { Database } from 'libsql';
import type { WorkbenchClock } from '../clock';
import type { Costs } from '../costs';
import type { Mishaps } from '../mishaps';
import { entityStore } from './entityStore';
import type { Installation } from './installation';
import { jobRunner } from './jobRunner';
import { keyValueStore } from './keyValueStore';
import type { Limits } from './limits';
import type { Destination } from './outside';
import type { PlatformParts } from './platformOperations';
import { minuteQuota } from './quota';
import { scheduler } from './scheduler';
import type { StagedApp } from './stagedApp';
import { callTemplate } from './templateCaller';

/** The account an app is installed in. */
export interface Account {
  /** Host name of the account, as in `contoso.freshservice.com`. */
  domain: string;
  /** What `currentHost` says. */
  currentHost: Record<string, unknown>;
  /** Where external events would be sent to. */
  origin: string;
  /** Where a host name leads. */
  destination(host: string): Destination;
}

/** What the platform parts need to know about their surroundings. */
export interface PlatformSettings {
  db: Database;
  clock: WorkbenchClock;
  costs: Costs;
  limits: Limits;
  app: StagedApp;
  account: Account;
  installed: Installation;
  mishaps: Mishaps | undefined;
  /** Delivers a scheduled event as the named action. */
  ring(action: string, data: unknown): Promise<void>;
  runJob(id: string, name: string, data: Record<string, unknown>): Promise<'success' | 'failed' | 'timeout'>;
}

/** Opens the stores, schedules, jobs and request templates of one installation. */
export function platformParts(settings: PlatformSettings): PlatformParts {
  const { db, clock, costs, limits, app, account, installed } = settings;
  const quota = (limit: number, what: string) => minuteQuota(limit, what, clock);
  const templates = {
    templates: app.templates,
    destination: account.destination,
    quota: quota(limits.requestsPerMinute, 'requests'),
    limits,
  };
  return {
    costs,
    mishaps: settings.mishaps,
    keyValues: keyValueStore(db, clock.now, quota(limits.keyValuePerMinute, 'key-value operations'), limits),
    entities: entityStore({
      db,
      schemas: app.entities,
      now: clock.now,
      quota: quota(limits.entitiesPerMinute, 'entity operations'),
      limits,
    }),
    schedules: scheduler(db, clock, limits, settings.ring),
    jobs: jobRunner({
      db,
      declared: app.jobs,
      now: clock.now,
      quota: quota(limits.jobCallsPerMinute, 'job requests'),
      limits,
      run: settings.runJob,
    }),
    targetUrl: () => installed.targetUrl(account.origin),
    callTemplate: (name, options, from, onSend) =>
      callTemplate(
        templates,
        { name, ...options },
        {
          parameters: app.parameters,
          iparam: installed.values(),
          context: options.context ?? {},
          currentHost: account.currentHost,
          from,
        },
        onSend,
      ),
  };
}
