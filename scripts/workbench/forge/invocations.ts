import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Passage } from '../clock';
import type { ActionCost, Costs } from '../costs';
import type { AppProcess } from './appProcess';
import { handlerContext, installationAri, SITE, siteAri, type Installation } from './installation';
import { InvocationFailed } from './invocationFailed';
import { allowance } from './storage/quota';
import type { AppManifest } from './manifest';

/** One call of one handler. */
export interface HandlerCall {
  functionKey: string;
  moduleKey: string;
  event: unknown;
  /** The person who caused it; absent for events, queues and schedules. */
  accountId?: string;
  /** What its cost is counted under; not counted when absent. */
  action?: string;
  kind: 'interactive' | 'background';
}

/** An invocation that has not ended, as the platform's door sees it. */
export interface OpenInvocation {
  accountId?: string;
  cost?: ActionCost;
}

export interface Invocations {
  run(call: HandlerCall): Promise<unknown>;
  open(id: string | undefined): OpenInvocation | undefined;
}

/** Real time a handler may take, in ms. */
export interface TimeLimits {
  interactive: number;
  background: number;
}

export const TIME_LIMITS: TimeLimits = { interactive: 25_000, background: 55_000 };

export interface InvocationsSettings {
  manifest: AppManifest;
  costs: Costs;
  process: () => AppProcess;
  installation: () => Installation;
  timeLimits: TimeLimits;
  clock: Passage;
  perMinute: number;
}

/** Per installation, the strictest figure that was ever documented. */
export const INVOCATIONS_PER_MINUTE = 1_200;

export function invocations(settings: InvocationsSettings): Invocations {
  const { manifest, costs, process, installation, timeLimits, clock, perMinute } = settings;
  const allowed = allowance(perMinute, 60_000, clock);
  const opened = new Map<string, OpenInvocation>();

  const functionOf = (key: string) => {
    const found = manifest.functions.find(one => one.key === key);
    if (!found) throw new InvocationFailed('FUNCTION_PLATFORM_UNKNOWN_ERROR', `The manifest has no function ${key}`);
    return found;
  };
  /** Only consumers and schedules may ask for more time than usual. */
  const timeoutMs = (call: HandlerCall, timeoutSeconds: number | undefined) =>
    call.kind === 'background' && timeoutSeconds ? timeoutSeconds * 1_000 : timeLimits[call.kind];

  const runtimeOf = (id: string, call: HandlerCall) => ({
    appContext: {
      appId: manifest.appId,
      appVersion: SITE.appVersion,
      environmentId: SITE.environmentId,
      environmentType: SITE.environmentType,
      invocationId: id,
      installationId: installation().id,
      moduleKey: call.moduleKey,
      installation: { ari: installationAri(installation().id), contexts: [siteAri] },
      permissions: { scopes: manifest.scopes, external: manifest.permissions.external ?? {} },
    },
    contextAri: siteAri,
    tracing: { traceId: id.replaceAll('-', ''), spanId: id.slice(0, 8) },
    ...(call.accountId ? { aaid: call.accountId } : {}),
  });

  return {
    open: id => opened.get(id ?? ''),
    run: async call => {
      const handler = functionOf(call.functionKey);
      if (!allowed.take(1)) {
        throw new InvocationFailed('RATE_LIMIT_EXCEEDED', `More than ${perMinute} invocations in a minute`);
      }
      const id = randomUUID();
      const cost = call.action === undefined ? undefined : costs.open('jira', call.action);
      costs.count(cost, 'invocation');
      opened.set(id, {
        ...(call.accountId ? { accountId: call.accountId } : {}),
        ...(cost ? { cost } : {}),
      });
      try {
        return await process().run({
          id,
          file: join(manifest.handlersFolder, handler.file),
          exportName: handler.exportName,
          event: call.event,
          context: handlerContext(installation(), call.accountId),
          runtime: runtimeOf(id, call),
          timeoutMs: timeoutMs(call, handler.timeoutSeconds),
        });
      } finally {
        opened.delete(id);
      }
    },
  };
}
