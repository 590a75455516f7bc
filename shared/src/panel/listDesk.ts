import type { DeskName, Directory, Drill, HoldingParty, Out } from '../agreement';
import type { ListedRow, ListedRows } from '../ledger';
import type { DeskHealth } from './health';
import type { HealthLineView } from './healthView';
import type { TicketLabel } from './listRows';
import type { PanelDesk, Viewer } from './panelDesk';

/** What a desk supplies so that a list can be answered. One is made for each request. */
export interface ListDesk {
  readonly name: DeskName;
  /** Epoch ms. */
  readonly now: number;
  readonly viewer: Viewer;
  readonly directory: Directory;
  /** What is offered to a party or asked of it, in any order; possibly as it was a moment ago. @throws DeskError */
  offered(party: HoldingParty): Promise<ListedRows>;
  /** What a party holds, in any order; possibly as it was a moment ago. @throws DeskError */
  ours(party: HoldingParty): Promise<ListedRows>;
  /** What the desk calls these tickets, by their ids; one that the viewer may not see is left out. @throws DeskError */
  called(rows: readonly ListedRow[]): Promise<Readonly<Record<string, TicketLabel>>>;
  /** One ticket, to act on it. @throws DeskError where the viewer may not see it */
  open(ticket: string): Promise<{ readonly desk: PanelDesk; readonly called: TicketLabel }>;
  /** Stores that somebody is out, or back where nothing is given. @throws DeskError */
  keepOut(person: string, out: Out | undefined): Promise<void>;
  /** Stores that somebody said now that their contacts are right. @throws DeskError */
  keepConfirmed(person: string): Promise<void>;
  /** Stores what a drill of a party came to. @throws DeskError */
  keepDrill(party: HoldingParty, drill: Drill): Promise<void>;
  /** Says on a channel that this is a drill; what came of it. Never throws. */
  drillOn(channel: string): Promise<Drill['heard'][string]>;
  /** Has somebody look at these tickets soon. Failing loses nothing: whoever looks next finds the same. */
  lookAt(tickets: readonly string[]): Promise<void>;
  /** How Baton is doing, but for how long it took to hear of things. @throws DeskError */
  health(): Promise<DeskHealth>;
  /** Does at once what waits, or as much of it as there is time for. @throws DeskError */
  tryAgain(): Promise<void>;
  /** Sends its own door a signed test of each alert that may open something; absent where nothing may. @throws DeskError */
  testAlerts?(): Promise<readonly HealthLineView[]>;
  /** A line for the admin. */
  log(line: string): void;
}
