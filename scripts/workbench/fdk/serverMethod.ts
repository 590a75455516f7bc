import { randomUUID } from 'node:crypto';
import type { ActionCost } from '../costs';
import type { Calls } from './calls';
import { failureShape, FdkFailure, refuse } from './failure';
import type { Limits } from './limits';
import type { Quota } from './quota';
import type { StagedApp } from './stagedApp';

interface Surroundings {
  app: StagedApp;
  limits: Limits;
  quota: Quota;
  calls: Calls;
  /** What the platform adds to every payload. */
  common(): Record<string, unknown>;
}

interface MethodCall {
  name: string;
  payload: unknown;
  cost: ActionCost | undefined;
  window?: string | undefined;
}

/**
 * Calls a declared server method with what a browser sent, merged with the installation parameters. Nothing
 * tells the method who sent it: the platform passes no caller.
 */
export async function callServerMethod(
  on: Surroundings,
  { name, payload, cost, window }: MethodCall,
): Promise<{ response: unknown }> {
  const requestID = randomUUID();
  try {
    const timeoutMs = on.app.functions[name] ?? refuse(404, 'Requested function not found or registered');
    if (Buffer.byteLength(JSON.stringify(payload ?? {})) > on.limits.serverMethodBytes)
      refuse(413, 'The payload exceeds 100KB');
    on.quota();
    const call = {
      handler: name,
      payload: { ...(payload as object), ...on.common() },
      needsReply: true,
      timeoutMs,
      cost,
      occasion: name,
      window,
    };
    return { response: await on.calls.start(call).reply };
  } catch (error) {
    throw new FdkFailure({ requestID, ...failureShape(error) });
  }
}
