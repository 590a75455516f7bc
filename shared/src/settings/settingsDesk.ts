import type { ActedBy, Agreement, AgreementDocument, DeskName, Presence, Versions } from '../agreement';
import type { BaselineShelf } from './baselines';
import type { DeskTickets } from './deskTickets';
import type { MovingProgress } from './moveOpen';
import type { SettingsAct, SettingsAnswer } from './protocol';
import type { SettingsViewer } from './settingsView';
import type { SetupDesk } from './setupDesk';
import type { VersionBook } from './versionBook';

/** What a desk supplies so that its settings can be answered. One is made for each request. */
export interface SettingsDesk {
  readonly name: DeskName;
  /** Epoch ms. */
  readonly now: number;
  /** Who asks, as the desk knows them; never the browser's word where there is a better one. */
  readonly asking: {
    /** Their native id; absent where nobody is known. */
    readonly native?: string;
    readonly timeZone: string;
    /** How it is known that it is they. */
    readonly known: ActedBy;
    /** Whether the desk itself calls them its administrator; asked only where it matters. @throws DeskError */
    isAdmin(): Promise<boolean>;
  };
  /** Who has left, whatever the agreement says. @throws DeskError */
  presence(): Promise<Presence>;
  readonly book: VersionBook;
  readonly baselines: BaselineShelf;
  /**
   * Where the desk does not vouch for who asks: what an act waits for, or why it is refused; undefined where it waits for
   * nothing. @throws DeskError
   */
  confirm?(sitting: Sitting, act: SettingsAct): Promise<SettingsAnswer | undefined>;
  readonly moving: {
    /** Has what is open moved in the background, from now on. @throws DeskError */
    begin(): Promise<void>;
    /** How far that is; undefined where nothing was ever moved. @throws DeskError */
    progress(): Promise<MovingProgress | undefined>;
  };
  readonly setup: SetupDesk;
  readonly tickets: DeskTickets;
  /** A line for the admin. */
  log(line: string): void;
}

/** A text, and what it means where it can be used. */
export interface ReadText {
  readonly version: number;
  readonly document: AgreementDocument;
  readonly agreement?: Agreement;
}

/** What a request is decided by: the versions, whose roles count, and who asks. */
export interface Sitting {
  readonly desk: SettingsDesk;
  readonly versions: Versions;
  /** What is in force now. */
  readonly active?: ReadText;
  /** Whose roles count: those in force; before anything is, those of the newest text. */
  readonly roles?: Agreement;
  readonly viewer: SettingsViewer;
}
