import { hashing } from '../ledger';
import type { Card } from '../panel';
import type { Message } from './message';

const hash = hashing();

/** What is to be said about no ticket, by a kind and a name that tell it from others. */
export interface SiteMessage {
  readonly type: 'Drill' | 'ChannelDown' | 'ChannelBack';
  readonly name: string;
  readonly card: Card;
  readonly priority: number;
  /** Epoch ms. */
  readonly at: number;
}

/** The message that says it. */
export const siteMessage = ({ type, name, card, priority, at }: SiteMessage): Message => ({
  key: `msg_${hash(`${type} ${name}`).slice(0, 24)}`,
  ...{ escalation: type.toLowerCase(), ticket: '' },
  fact: { type, seq: 0, at },
  ...{ priority, card, isByClock: false, at },
});
