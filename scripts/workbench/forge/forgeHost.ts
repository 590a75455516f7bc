import type { Database } from 'libsql';
import type { WorkbenchClock } from '../clock';
import type { Costs } from '../costs';
import type { Arrivals } from '../arrivals';
import type { Mishaps } from '../mishaps';
import { nobodyOutside, type Outside } from '../outside';
import { appProcess, type AppProcess } from './appProcess';
import { asyncQueue } from './asyncQueue';
import { deliveries } from './delivery';
import { egress, type OutboundRequest } from './egress';
import { eventTriggers, type PlatformEvent } from './eventTriggers';
import { handlerContext, installed, installedEvent, SITE, type Installation } from './installation';
import { invocations, INVOCATIONS_PER_MINUTE, TIME_LIMITS, type HandlerCall, type TimeLimits } from './invocations';
import { readManifest, type AppManifest, type AppModule } from './manifest';
import { invokeModule, moduleStatus, type ModuleCall, type ModuleStatus } from './moduleCalls';
import { pendingWork } from './pendingWork';
import { platformDoor } from './platformDoor';
import { startSchedules } from './scheduledTriggers';
import { hostedStorage } from './storage/hostedStorage';
import type { UnitsPerMinute } from './storage/quota';
import { webTriggers } from './webTriggers';
import type { HttpAnswer, HttpRequest, Product } from './wire';

/** What the host needs of the workbench and of the product it serves. */
export interface ForgeHostSettings {
  clock: WorkbenchClock;
  costs: Costs;
  db: Database;
  /** Folder of the staged app. */
  stagedApp: string;
  product: Product;
  log(line: string): void;
  timeLimits?: TimeLimits | undefined;
  quotas?: Quotas | undefined;
  mishaps?: Mishaps | undefined;
  arrivals?: Arrivals | undefined;
  outside?: Outside | undefined;
  /** Where the addresses of web triggers begin. */
  origin?: string | undefined;
}

/** What an installation may use in a minute, where that is not to be as documented. */
export interface Quotas {
  invocations?: number;
  storage?: UnitsPerMinute;
}

/** Runs one staged app as its platform would. */
export interface ForgeHost {
  readonly manifest: AppManifest;
  /** Installs the app if it is not, and starts its queues and schedules. */
  start(installer: string): Promise<void>;
  stop(): Promise<void>;
  /** Calls a resolver as the front end of a module does. */
  invoke(call: ModuleCall): Promise<unknown>;
  /** The lozenge, badge or icon beside a module's title, if it has one. */
  status(call: Omit<ModuleCall, 'functionKey' | 'payload'>): Promise<ModuleStatus | undefined>;
  /** Asks a workflow validator about a transition, as the app and not as a person. @throws InvocationFailed */
  validate(validator: AppModule, transition: object): Promise<unknown>;
  /** Calls the web trigger behind an address, as anybody may; undefined where there is none. */
  knock(address: string, request: HttpRequest): Promise<HttpAnswer> | undefined;
  /** Hands an event to the app, after the current turn and in order per subject. */
  happened(event: PlatformEvent, subject: string): void;
  /** Waits until everything due by now has been delivered and every invocation has ended. */
  settle(): Promise<void>;
  setQueryLag(ms: number): void;
  /** Requests to the outside the app made, newest first. */
  outbound(): OutboundRequest[];
}

export function forgeHost(settings: ForgeHostSettings): ForgeHost {
  const { clock, costs, db, log, quotas } = settings;
  const manifest = readManifest(settings.stagedApp);
  const storage = hostedStorage(db, manifest.entities, { clock, units: quotas?.storage });
  const work = pendingWork();
  const outside = egress(manifest.egress, clock.now, settings.outside ?? nobodyOutside);
  const deliver = deliveries(work, (what, cause) => log(`${what} failed: ${(cause as Error).message}`));
  let installation: Installation = installed(db, manifest);
  let process: AppProcess | undefined;
  let stopSchedules: () => void = () => undefined;

  const calls = invocations({
    manifest,
    costs,
    process: () => (process ??= newProcess()),
    installation: () => installation,
    timeLimits: settings.timeLimits ?? TIME_LIMITS,
    clock,
    perMinute: quotas?.invocations ?? INVOCATIONS_PER_MINUTE,
  });
  const run = (call: HandlerCall) => work.track(calls.run(call));
  const background = { kind: 'background' as const };
  const shared = { clock, manifest, work, deliver };
  const context = (moduleKey: string) => ({ cloudId: SITE.cloudId, moduleKey });

  const queue = asyncQueue({
    ...shared,
    db,
    consume: (functionKey, moduleKey, event) =>
      run({
        ...background,
        functionKey,
        moduleKey,
        event,
        action: `queue ${(event as { queueName: string }).queueName}`,
      }),
  });
  const happened = eventTriggers({
    ...shared,
    log,
    arrivals: settings.arrivals,
    invoke: (trigger, event) =>
      run({
        kind: 'interactive',
        functionKey: trigger.function as string,
        moduleKey: trigger.key,
        event: { ...event, context: context(trigger.key) },
        action: `event ${event.eventType}`,
      }),
  });
  const { origin = 'https://forge.invalid' } = settings;
  const triggers = webTriggers({ manifest, origin, run, installationId: () => installation.id });
  const answer = platformDoor({
    manifest,
    costs,
    storage,
    queue,
    egress: outside,
    webTriggers: triggers,
    product: settings.product,
    invocation: calls.open,
    mishaps: settings.mishaps,
  });
  const newProcess = () => appProcess({ folder: manifest.folder, memoryMB: manifest.memoryMB, clock, answer, log });

  return {
    manifest,
    happened,
    start: async installer => {
      queue.start();
      stopSchedules = startSchedules(
        {
          ...shared,
          invoke: trigger =>
            run({
              ...background,
              functionKey: trigger.function as string,
              moduleKey: trigger.key,
              event: { context: context(trigger.key), ...handlerContext(installation, undefined) },
              action: `schedule ${trigger.key}`,
            }),
        },
        installation.id,
      );
      if (installation.isNew) happened(installedEvent(manifest, installation, installer), 'installation');
      installation = { ...installation, isNew: false };
      await work.idle();
    },
    stop: async () => {
      stopSchedules();
      queue.stop();
      await process?.stop();
    },
    invoke: call => invokeModule(manifest, run, call),
    status: call => moduleStatus(manifest, run, call),
    validate: (validator, transition) =>
      run({
        kind: 'interactive',
        functionKey: validator.function as string,
        moduleKey: validator.key,
        event: { ...transition, context: context(validator.key) },
        action: 'workflow validator',
      }),
    knock: triggers.call,
    settle: async () => {
      do {
        await clock.ring();
        await work.idle();
      } while ((clock.next()?.at ?? Infinity) <= clock.now());
    },
    setQueryLag: storage.setQueryLag,
    outbound: outside.kept,
  };
}
