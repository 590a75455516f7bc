import { resolve } from 'node:path';
import { arriving } from '../arrivals';
import { trackedCalls } from './calls';
import { deliveries, type Delivery } from './deliveries';
import { failureShape } from './failure';
import { installation } from './installation';
import { appCalls } from './appCalls';
import type { FdkHost, FdkSettings } from './hostContract';
import { externalEventDoor } from './externalEvents';
import type { InvocationHost } from './invocation';
import { documentedLimits, type Limits } from './limits';
import { platformParts } from './platform';
import { operate } from './platformOperations';
import { minuteQuota } from './quota';
import { loadDependencies, type DependencyLoader } from './sandbox/dependencies';
import { watchLostRejections } from './sandbox/lostRejections';
import { readServerCode } from './sandbox/serverCode';
import { startedContexts } from './sandbox/startedContexts';
import { callServerMethod } from './serverMethod';
import { setUpApp } from './setupEvents';
import { readStagedApp } from './stagedApp';
import { createFdkTables, emptyFdkTables } from './tables';

/** Builds the host for the staged folder. Throws when the platform would refuse the folder. */
export function fdkHost(settings: FdkSettings): FdkHost {
  const { db, clock, costs, account } = settings;
  const limits: Limits = { ...documentedLimits, ...settings.limits };
  createFdkTables(db);
  const app = readStagedApp(settings.stagedApp, limits);
  const installed = installation(db, app);
  const log = (line: string) => settings.log(installed.withoutSecrets(line));
  const listeners: ((window: string | undefined) => void)[] = [];
  const externalEvents = externalEventDoor(limits, clock);
  const methodQuota = minuteQuota(limits.serverMethodsPerMinute, 'server method invocations', clock);
  let stopWatching: () => void = () => undefined;

  const code = readServerCode(app.folder);
  let dependencies: DependencyLoader = () => undefined;
  const invocationHost: InvocationHost = {
    now: clock.now,
    log,
    contexts: startedContexts(context => code.run(context, dependencies)),
    operate: (operation, parts, { cost, occasion, jobId }) =>
      operate(platform, operation, parts, { from: 'server', cost, occasion, jobId }),
  };
  const calls = trackedCalls(invocationHost, costs, ({ window }) => listeners.forEach(listener => listener(window)));

  const prepare = appCalls({ app, installed, account, clock, costs, limits });

  const deliver = async ({ event, payload }: Delivery, action = `event ${event}`) => {
    if (!app.handlers[event]) return;
    if (Buffer.byteLength(JSON.stringify(payload)) > limits.eventBytes)
      return log(`${event} dropped: larger than 256KB`);
    await calls.start(prepare.event(event, payload, action)).over;
  };
  const events = deliveries(delivery => deliver(delivery));

  const idle = async () => {
    do {
      await events.idle();
      await calls.idle();
      await new Promise<void>(resolve => setImmediate(resolve));
    } while (events.waiting() > 0 || calls.running() > 0);
  };

  const arrive = arriving({ clock, arrivals: settings.arrivals, product: 'Freshservice', idle });

  const platform = platformParts({
    db,
    clock,
    costs,
    limits,
    app,
    account,
    installed,
    mishaps: settings.mishaps,
    ring: async (action, data) => {
      await deliver({ event: 'onScheduledEvent', payload: { data } }, action);
      await idle();
    },
    runJob: (id, name, data) =>
      calls.start(prepare.job(id, name, data)).reply.then(
        () => 'success',
        failure => (failureShape(failure).status === 504 ? 'timeout' : 'failed'),
      ),
  });
  const setUp = (event: string) => calls.start({ ...prepare.event(event, {}, `event ${event}`), needsReply: true });
  const forget = () => emptyFdkTables(db);

  return {
    app,
    start: async parameters => {
      stopWatching = watchLostRejections();
      dependencies = await loadDependencies({
        declared: app.dependencies,
        serverCode: code.sources,
        startingPoints: [app.folder, resolve(__dirname, '../../../freshservice-app')],
        now: clock.now,
        warn: log,
      });
      await setUpApp({ app, installed, limits, forget, run: setUp }, parameters);
      await idle();
      platform.schedules.wake();
    },
    uninstall: async () => {
      if (app.handlers['onAppUninstall']) await setUp('onAppUninstall').reply;
      platform.schedules.sleep();
      forget();
    },
    stop: () => {
      platform.schedules.sleep();
      stopWatching();
    },
    callServerMethod: (name, payload, action, window) =>
      callServerMethod(
        {
          app,
          limits,
          quota: methodQuota,
          calls,
          common: () => ({ iparams: installed.values(), currentHost: account.currentHost }),
        },
        { name, payload, window, cost: action === undefined ? undefined : costs.open('freshservice', action) },
      ),
    operateFromBrowser: (operation, parts) =>
      operate(platform, operation, parts, {
        from: 'browser',
        cost: costs.open('freshservice', `panel ${operation}`),
        occasion: 'browser',
      }),
    publicParameters: installed.publicValues,
    raise: (event, data, subject) => {
      if (installed.installed() === undefined) return;
      arrive(`${event} ${subject}`, () => events.push({ event, payload: { data } }));
    },
    receive: (token, data, headers) => {
      if (!installed.isTarget(token)) return 404;
      const status = externalEvents(data);
      if (status === 200) events.push({ event: 'onExternalEvent', payload: { data, headers, options: {} } });
      return status;
    },
    idle,
    setQueryLag: platform.entities.setQueryLag,
    onWritten: listener => void listeners.push(listener),
  };
}
