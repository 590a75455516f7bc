import { arriving, type Arrivals } from '../arrivals';
import type { WorkbenchClock } from '../clock';
import type { Deliver } from './delivery';
import { InvocationFailed } from './invocationFailed';
import { modulesOf, type AppManifest, type AppModule } from './manifest';
import type { PendingWork } from './pendingWork';
import { readRetry, type RetryRequest } from './retryRequest';

/** A product or lifecycle event as the app receives it. */
export interface PlatformEvent {
  eventType: string;
  selfGenerated?: boolean;
  [field: string]: unknown;
}

export interface EventTriggersSettings {
  clock: WorkbenchClock;
  manifest: AppManifest;
  work: PendingWork;
  deliver: Deliver;
  arrivals: Arrivals | undefined;
  log(line: string): void;
  invoke(trigger: AppModule, event: PlatformEvent): Promise<unknown>;
}

const MOST_RETRIES = 4;
const EVENT_BYTES = 200 * 1024;
/** The platform's own wait before it repeats an event whose handler timed out or crashed. */
const PLATFORM_RETRY_S = 60;

/** One event on its way to one trigger. */
interface Handed {
  trigger: AppModule;
  event: PlatformEvent;
  /** What the event is about. */
  subject: string;
}

const subscribes = (trigger: AppModule, eventType: string) =>
  (trigger.events as (string | { eventType: string })[]).some(
    event => (typeof event === 'string' ? event : event.eventType) === eventType,
  );

/** Hands an event to every trigger of the manifest that wants it; events about one subject go one after another. */
export function eventTriggers(settings: EventTriggersSettings): (event: PlatformEvent, subject: string) => void {
  const { clock, manifest, work, deliver, log, arrivals } = settings;
  const arrive = arriving({ clock, arrivals, product: 'Jira', idle: work.idle });

  const wants = (trigger: AppModule, event: PlatformEvent) => {
    const filter = trigger.filter as { ignoreSelf?: boolean; expression?: string } | undefined;
    if (filter?.expression)
      log(`Trigger ${trigger.key}: filter.expression is not evaluated here, the event is delivered`);
    return !(filter?.ignoreSelf && event.selfGenerated);
  };
  const isAllowed = ({ eventType }: PlatformEvent) =>
    !eventType.startsWith('avi:jira:') || manifest.scopes.includes('read:jira-work');

  const retryOf = (cause: unknown): RetryRequest | undefined =>
    cause instanceof InvocationFailed && cause.code !== 'FUNCTION_ERROR'
      ? { afterSeconds: PLATFORM_RETRY_S, reason: cause.code, data: undefined }
      : undefined;

  const repeat = (handed: Handed, { afterSeconds, reason, data }: RetryRequest) => {
    const { trigger, event } = handed;
    const retryCount = ((event.retryContext as { retryCount?: number } | undefined)?.retryCount ?? 0) + 1;
    if (retryCount > MOST_RETRIES) return log(`Trigger ${trigger.key}: given up after ${MOST_RETRIES} retries`);
    const retryContext = { retryCount, retryReason: reason, retryData: data };
    clock.alarm(clock.now() + afterSeconds * 1_000, `Jira: ${event.eventType} again`, async () => {
      hand({ ...handed, event: { ...event, retryContext } });
      await work.idle();
    });
  };
  const hand = (handed: Handed): void => {
    const { trigger, event, subject } = handed;
    deliver({
      what: `event ${event.eventType}`,
      lane: { key: `event ${trigger.key} ${subject}`, limit: 1 },
      run: async () => {
        try {
          const retry = readRetry(await settings.invoke(trigger, event));
          if (retry) repeat(handed, retry);
        } catch (cause) {
          const retry = retryOf(cause);
          if (retry) repeat(handed, retry);
          throw cause;
        }
      },
    });
  };

  return (event, subject) => {
    if (!isAllowed(event)) return log(`${event.eventType} not delivered: the scope read:jira-work is missing`);
    if (Buffer.byteLength(JSON.stringify(event)) > EVENT_BYTES) return log(`${event.eventType} dropped: over 200 KB`);
    modulesOf(manifest, 'trigger')
      .filter(trigger => subscribes(trigger, event.eventType) && wants(trigger, event))
      .forEach(trigger => {
        const handOver = () => hand({ trigger, event, subject });
        // The platform's own news about the installation is no product event.
        if (event.eventType.startsWith('avi:jira:')) arrive(`${event.eventType} ${subject}`, handOver);
        else handOver();
      });
  };
}
