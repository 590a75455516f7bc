import type { Waiting } from '../escalation';
import { canonicalJson } from '../ledger';

/** What was learned in one go, for one recipient: said in one message. */
export type Saying = readonly [Waiting, ...Waiting[]];

/** Messages as they are said: what was learned in one go goes in one, and so it does when it is tried again. */
export function sayings(owed: readonly Waiting[]): readonly Saying[] {
  const groups = new Map<string, [Waiting, ...Waiting[]]>();
  for (const one of owed) {
    const { to, channels, since, page, next, rounds, audience, message } = one;
    const name = canonicalJson([to, channels, since, page ?? '', next, rounds, audience ?? message ?? '']);
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return [...groups.values()];
}
