import type { DeskName, Presence } from '../agreement';
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
    /** Whether the desk itself calls them its administrator; asked only where it matters. @throws DeskError */
    isAdmin(): Promise<boolean>;
  };
  /** Who has left, whatever the agreement says. */
  readonly presence: Presence;
  readonly book: VersionBook;
  /** A line for the admin. */
  log(line: string): void;
}
