import type { Passage } from '../../clock';
import { ApiFailure } from '../desk/apiFailure';

/** Which of the account's limits a call counts against, beside the overall one. */
export type CallKind = 'list' | 'view' | 'create' | 'update' | 'agents' | 'other';

export type Plan = 'starter' | 'growth' | 'pro' | 'enterprise';

type Figures = Record<'overall' | Exclude<CallKind, 'other'>, number>;

/** Calls per minute for the whole account, all apps and scripts together. */
const figures: Record<Plan, Figures> = {
  starter: { overall: 100, list: 40, view: 50, create: 50, update: 50, agents: 40 },
  growth: { overall: 200, list: 70, view: 80, create: 80, update: 80, agents: 70 },
  pro: { overall: 400, list: 120, view: 140, create: 140, update: 140, agents: 120 },
  enterprise: { overall: 500, list: 140, view: 160, create: 160, update: 160, agents: 140 },
};

/** Takes `credits` from the account's minute and returns the rate headers, or refuses with 429. */
export type RateLimit = (kind: CallKind, credits: number) => Record<string, string>;

type Counter = keyof Figures;

const refusalBody = { code: 'rate_limit_exceeded', message: 'You have exceeded the limit of requests per minute' };

/** The account-wide limit; its minute passes on the workbench clock or the machine's, whichever is first. */
export function accountRateLimit(plan: Plan, { now, elapsed }: Passage): RateLimit {
  const limits = figures[plan];
  const used = new Map<Counter, number>();
  let opened = { bench: now(), machine: elapsed() };
  const usedBy = (counter: Counter) => used.get(counter) ?? 0;

  const passed = (): number => {
    const gone = Math.max(now() - opened.bench, elapsed() - opened.machine);
    if (gone < 60_000) return gone;
    used.clear();
    opened = { bench: now(), machine: elapsed() };
    return 0;
  };
  const headers = (credits: number) => ({
    'X-RateLimit-Total': String(limits.overall),
    'X-RateLimit-Remaining': String(Math.max(0, limits.overall - usedBy('overall'))),
    'X-RateLimit-Used-CurrentRequest': String(credits),
  });

  return (kind, credits) => {
    const wait = Math.max(1, Math.ceil((60_000 - passed()) / 1000));
    const counters: Counter[] = kind === 'other' ? ['overall'] : ['overall', kind];
    if (counters.some(counter => usedBy(counter) + credits > limits[counter]))
      throw new ApiFailure(429, refusalBody, { ...headers(credits), 'Retry-After': String(wait) });
    for (const counter of counters) used.set(counter, usedBy(counter) + credits);
    return headers(credits);
  };
}
