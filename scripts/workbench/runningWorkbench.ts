import type { Workbench, WorkbenchDesk } from './desk';
import type { Faults } from './faults';
import type { FreshserviceDesk } from './freshservice';
import type { JiraDesk } from './jira';

/** The workbench while it runs: what it lends to the desks, and the desks. */
export interface RunningWorkbench {
  readonly services: Omit<Workbench, 'stagedApp'>;
  readonly freshservice: FreshserviceDesk;
  readonly jira: JiraDesk;
  readonly desks: readonly WorkbenchDesk[];
  /** What goes wrong on the platforms when somebody asks for it. */
  readonly faults: Faults;
  /** Lines for the admin, newest last. */
  readonly lines: readonly { readonly at: number; readonly desk: string; readonly line: string }[];
  /** Waits until every event, queue and schedule due by now has been delivered on both desks. */
  settle(): Promise<void>;
  /** The immutable id behind the one in the address. */
  nativeId(desk: WorkbenchDesk['name'], id: string): string;
  hasTicket(desk: WorkbenchDesk['name'], id: string): boolean;
}
