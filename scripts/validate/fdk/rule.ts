import type { Finding } from '../finding';
import type { StagedApp } from './stagedApp';

/** One documented rule of the platform. */
export interface Rule {
  readonly id: string;
  holds(app: StagedApp): Finding[];
}

/** A rule about one file: the check answers what is wrong with it, one sentence each. */
export function rule(
  id: string,
  file: string,
  check: (app: StagedApp) => string[],
  level: Finding['level'] = 'error',
): Rule {
  return { id, holds: app => check(app).map(message => ({ rule: id, level, file, message })) };
}

/** The message if the condition is violated. */
export function unless(condition: boolean, message: string): string[] {
  return condition ? [] : [message];
}
