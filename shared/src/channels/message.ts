import type { Card } from '../panel';
import type { Target } from './target';

/** One message on its way to one channel. */
export interface Message {
  /** By which the channel, or whoever reads it, knows it again. */
  readonly key: string;
  /** The escalation it is about. */
  readonly escalation: string;
  /** The ticket it is about, by the desk's own id. */
  readonly ticket: string;
  readonly fact: { readonly type: string; readonly seq: number; readonly at: number };
  readonly priority: number;
  readonly card: Card;
  /** Nobody did it: time passed. */
  readonly isByClock: boolean;
  /** What becomes of a page that was sent before. */
  readonly page?: 'acknowledge' | 'resolve';
  /** Epoch ms at which it is sent. */
  readonly at: number;
}

/** What is posted where. */
export interface Post extends Pick<Target, 'host' | 'path' | 'query'> {
  readonly body: string;
  /** The three headers of Standard Webhooks; none where the channel has no signing key. */
  readonly signed?: { readonly id: string; readonly timestamp: string; readonly signature: string };
}
