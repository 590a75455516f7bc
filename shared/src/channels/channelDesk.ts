import type { DeskName, Outages } from '../agreement';
import type { Card, TicketLink } from '../panel';
import type { Answer } from './answer';
import type { Post } from './message';
import type { ChannelSecret } from './target';

/** A message as a digest keeps it, by its key: kept twice it is said once. */
export interface DigestEntry {
  readonly key: string;
  readonly text: string;
  readonly link: TicketLink;
}

/** What a person sent the customer. */
export interface CustomerReply {
  readonly text: string;
  /** Agreement id of whoever pressed Send. */
  readonly person: string;
  /** When they did, epoch ms. */
  readonly since: number;
  readonly mayBeThere: boolean;
}

/** Lets only so many messages of one rule go to a channel alone, and gathers the others. */
export interface Pace {
  /** Whether one more message of a rule may go to a channel alone now. @throws DeskError */
  readonly mayGoAlone: (channel: string, rule: string) => Promise<boolean>;
  /** Keeps a message for the channel's digest, which is sent some minutes later. @throws DeskError */
  readonly intoDigest: (channel: string, entry: DigestEntry) => Promise<void>;
}

/** What is kept of channels that take nothing, once for all tickets. */
export interface OutageBook {
  /** @throws DeskError */
  readonly keep: (change: (known: Outages) => Outages) => Promise<void>;
  /** Whether nobody else has told of this, and nobody will. @throws DeskError */
  readonly mayTell: (name: string) => Promise<boolean>;
  /** How many messages of all tickets no channel has taken. @throws DeskError */
  readonly waiting: () => Promise<number>;
}

/** What a desk supplies so that messages can leave it. */
export interface ChannelDesk {
  readonly name: DeskName;
  /** Epoch ms. */
  readonly now: number;
  /** What an administrator entered for a channel, from the platform's secret storage. @throws DeskError */
  readonly secretOf: (channel: string) => Promise<ChannelSecret | undefined>;
  /** Posts without following redirects. @throws DeskError where no answer came */
  readonly post: (post: Post) => Promise<Answer>;
  /** Has the desk send an e-mail to people of the agreement. @throws DeskError */
  readonly mail: (mail: {
    readonly key: string;
    readonly card: Card;
    readonly people: readonly string[];
  }) => Promise<void>;
  /**
   * Writes to the customer on the ticket, in the name of somebody of the agreement. Where it may have been written before,
   * `since` (epoch ms), what is there already is not written again. @throws DeskError
   */
  readonly reply: (reply: CustomerReply) => Promise<void>;
  /** Where the ticket is. @throws DeskError */
  readonly linkTo: (ticket: string) => Promise<TicketLink>;
  readonly outages: OutageBook;
  /** From 0 to 1, another one each time. */
  readonly jitter: () => number;
  /** How storms are kept from a channel; absent where the platform itself lets only so many leave in a minute. */
  readonly pace?: Pace;
  /** Whether there is time for one more message; what is left waits for the next sweep. */
  readonly hasTime: () => boolean;
}
