import type { WorkbenchClock } from '../clock';
import type { Costs } from '../costs';
import type { Installation } from './installation';
import type { Invocation } from './invocation';
import type { Limits } from './limits';
import type { Account } from './platform';
import type { StagedApp } from './stagedApp';

interface Surroundings {
  app: StagedApp;
  installed: Installation;
  account: Account;
  clock: WorkbenchClock;
  costs: Costs;
  limits: Limits;
}

/** Prepares the calls that the platform itself makes: events and jobs, in the documented envelope. */
export function appCalls({ app, installed, account, clock, costs, limits }: Surroundings) {
  const envelope = (event: string) => ({
    currentHost: account.currentHost,
    event,
    iparams: installed.values(),
    region: 'EUC',
    timestamp: clock.now(),
    version: '1.0.0',
  });
  return {
    event: (event: string, more: Record<string, unknown>, action: string): Invocation => ({
      handler: app.handlers[event] ?? '',
      payload: { ...envelope(event), ...more },
      needsReply: false,
      timeoutMs: limits.replyMs,
      cost: costs.open('freshservice', action),
      occasion: event,
    }),
    job: (id: string, name: string, data: Record<string, unknown>): Invocation => ({
      handler: name,
      payload: { ...envelope(name), ...data },
      needsReply: false,
      timeoutMs: limits.jobMs,
      cost: costs.open('freshservice', `job ${name}`),
      occasion: `job ${name}`,
      jobId: id,
    }),
  };
}
