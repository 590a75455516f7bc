import type { Router } from 'express';
import type { Database } from 'libsql';
import type { Arrivals } from './arrivals';
import type { Cast } from './cast';
import type { WorkbenchClock } from './clock';
import type { Costs } from './costs';
import type { Mishaps } from './mishaps';
import type { Outside } from './outside';

/** What the workbench lends to a desk. */
export interface Workbench {
  clock: WorkbenchClock;
  costs: Costs;
  /** The embedded SQLite file; a desk creates its own tables, named after it (`jira_…`, `forge_…`, `freshservice_…`, `fdk_…`). */
  db: Database;
  cast: Cast;
  /** Origin of the desks' pages (127.0.0.1) and of the app frames, which is another site (localhost). */
  pageOrigin: string;
  frameOrigin: string;
  /** Folder of the staged app this desk runs, unmodified. */
  stagedApp: string;
  /** One line for the admin, shown on the workbench's log page. Never a secret. */
  log(desk: string, line: string): void;
  /** What goes wrong on the platforms; nothing by default. */
  mishaps?: Mishaps;
  /** Who answers requests to the world outside; by default everything is taken and nothing is sent. */
  outside?: Outside;
  /** What becomes of product events on their way to the app; each comes once and in order by default. */
  arrivals?: Arrivals;
}

/** A ticket as a story or an imported log puts it on a desk, through the desk's own API so that events fire. */
export interface SeedTicket {
  title: string;
  description: string;
  type: 'incident' | 'request';
  /** 1 is the most urgent, 4 the least. */
  priority: 1 | 2 | 3 | 4;
  /** Agreement ids. */
  team?: string;
  person?: string;
  openedBy: string;
}

/** A ticket with a past that nobody witnessed: where it lay since when, in agreement ids, oldest first. */
export interface PastTicket {
  title: string;
  /** Epoch ms. */
  createdAt: number;
  priority: 1 | 2 | 3 | 4;
  moves: readonly { at: number; team: string; person?: string }[];
}

/** A ticket as the desk lists it, with the team and person its own fields name, in agreement ids. */
export interface DeskTicket {
  readonly id: string;
  readonly title: string;
  readonly team?: string;
  readonly person?: string;
}

/** One desk on the workbench: its stand-in, its platform host, and the app staged for it. */
export interface WorkbenchDesk {
  readonly name: 'freshservice' | 'jira';
  /** Pages and REST of the stand-in, mounted at `/freshservice` or `/jira` of the page origin. */
  pages: Router;
  /** App frames and their bridge, mounted at `/frames/freshservice` or `/frames/jira`; only served on the frame origin. */
  frames: Router;
  /** Starts the host and installs the app (set-up events, installation parameters or agreement). */
  start(agreement: string): Promise<void>;
  stop(): Promise<void>;
  /** Creates the ticket as `openedBy` and returns its id as it stands in the address. */
  create(ticket: SeedTicket): Promise<string>;
  /** Changes native fields as `actor`, exactly as the page's own form does. */
  change(id: string, actor: string, fields: NativeChange): Promise<void>;
  /** Merges the ticket into another one as `actor`, as the desk's own page does. */
  merge(id: string, actor: string, into: string): Promise<void>;
  /** Adds a note (`public` false) or a reply to the customer. */
  say(id: string, actor: string, text: string, isPublic: boolean): Promise<void>;
  /** Puts a ticket with its history on the desk without an event, as if it had been there before the app. */
  recall(ticket: PastTicket): Promise<string>;
  /** The desk's immutable id behind the id in the address. */
  nativeId(id: string): string;
  /** Newest first. */
  tickets(): DeskTicket[];
  /** Asks the app's panel door as that person would, from the panel, counted as `action` unless it is undefined. */
  ask(id: string, person: string, request: unknown, action?: string): Promise<unknown>;
  /** Waits until every event, queue and schedule due by now has been delivered. Not for an alarm's own job: see clock. */
  settle(): Promise<void>;
}

export interface NativeChange {
  /** Only on a desk that can restore what was deleted. */
  isDeleted?: boolean;
  team?: string | null;
  person?: string | null;
  status?: 'open' | 'pending' | 'resolved' | 'closed';
  priority?: 1 | 2 | 3 | 4;
}
