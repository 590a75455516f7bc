import type { Database } from 'libsql';
import type { Arrivals } from '../arrivals';
import type { WorkbenchClock } from '../clock';
import type { Costs } from '../costs';
import type { Mishaps } from '../mishaps';
import type { Limits } from './limits';
import type { Account } from './platform';
import type { StagedApp } from './stagedApp';

/** What the host is built from. */
export interface FdkSettings {
  stagedApp: string;
  db: Database;
  clock: WorkbenchClock;
  costs: Costs;
  account: Account;
  log(line: string): void;
  limits?: Partial<Limits>;
  mishaps?: Mishaps | undefined;
  arrivals?: Arrivals | undefined;
}

/** The marketplace platform around one installed app. */
export interface FdkHost {
  readonly app: StagedApp;
  /** Installs or updates the app with these parameters, and sets its schedules going. */
  start(parameters: Record<string, unknown>): Promise<void>;
  /** Asks the app to leave and deletes all it stored. */
  uninstall(): Promise<void>;
  stop(): void;
  /** A server method as a browser calls it. Rejects with `{ requestID, status, message }`. */
  callServerMethod(
    name: string,
    payload: unknown,
    action: string | undefined,
    window?: string,
  ): Promise<{ response: unknown }>;
  /** A platform operation as a browser calls it: `client.db`, `client.request.invokeTemplate`, `client.job`. */
  operateFromBrowser(operation: string, parts: unknown[]): Promise<unknown>;
  /** Installation parameters a browser may see. */
  publicParameters(): Record<string, unknown>;
  /** Raises a product event about `subject`; it is delivered in its turn. */
  raise(event: string, data: Record<string, unknown>, subject: string): void;
  /** Takes an external event sent to the address that `generateTargetUrl` gave; the HTTP status, which is all a sender sees. */
  receive(token: string, data: unknown, headers: Record<string, unknown>): 200 | 404 | 413 | 429;
  /** Resolves when no event is on its way and no call is running. Schedules are the clock's. */
  idle(): Promise<void>;
  /** How far entity queries lag behind writes, in ms (0 at the start; below 15 minutes). */
  setQueryLag(ms: number): void;
  /** Told after each server call that wrote something, with the browser window that asked for it, if one did. */
  onWritten(listener: (window: string | undefined) => void): void;
}
