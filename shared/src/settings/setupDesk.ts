import type { ChannelDesk, ChannelSecret } from '../channels';
import type { DeskPerson, DeskView, LedgerPage } from './deskView';
import type { CheckedStore } from './verifyTickets';

/** What a desk supplies so that an agreement can be set up on it. */
export interface SetupDesk {
  /** Its groups and hours now, and what it could not be asked. @throws DeskError */
  view(): Promise<DeskView>;
  /** Who is in these native groups, active or not. @throws DeskError */
  people(groups: readonly string[]): Promise<readonly DeskPerson[]>;
  /** Whether an address or key was entered for a channel or source; never what it is. @throws DeskError */
  isEntered(name: string): Promise<boolean>;
  /** Keeps what was entered for a channel; absent where it is entered elsewhere, which the second says. @throws DeskError */
  keepSecret?(channel: string, secret: ChannelSecret): Promise<void>;
  /** Where addresses are entered instead, as a sentence. */
  readonly enteredElsewhere?: string;
  /** How messages leave. */
  readonly channels: Pick<ChannelDesk, 'post' | 'secretOf'>;
  /** Tickets that have a ledger, a page at a time. @throws DeskError */
  ledgers(after?: string): Promise<LedgerPage>;
  /** Where they are read to be checked. */
  readonly checked: CheckedStore;
  /** Where the desk is, for the link in a test. @throws DeskError */
  address(): Promise<string>;
}
