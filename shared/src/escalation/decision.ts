import type { Directory, Terms } from '../agreement';
import type { Refusal, RefusalCode } from '../failures';
import type { TicketEvent } from '../ticket';
import type { FactData, FactType, NewFact } from './events';

/** What a fact of the ledger says of the texts that came with it. */
export interface Written {
  readonly fact: number;
  readonly writer?: string;
  readonly hashes: readonly string[];
  /** Whether nothing is left of them. */
  readonly isGone: boolean;
}

/** What was looked up before deciding: plain data, the world as it is now. */
export interface Context {
  readonly directory: Directory;
  /** The escalation id to use should this event open one; made by the ledger from the desk's immutable ids. */
  readonly nextId: string;
  /** Terms that the agreement gives the ticket as it is now: read for an opening or a change of priority. */
  readonly terms?: Terms;
  /** Title of the ticket, to tell a packet that only repeats it. Never stored. */
  readonly title?: string;
  /** Occasions of which people are told on another ticket. */
  readonly elsewhere?: readonly string[];
  /** What is to be erased, if that is asked and there is such a fact. */
  readonly written?: Written;
}

/** What an event means: facts to append (possibly none), or a refusal to tell the person. */
export type Decision = { readonly facts: readonly NewFact[] } | { readonly refusal: Refusal };

/** The event means nothing new. */
export const nothing: Decision = { facts: [] };

/** A decision that consists of these facts. */
export const facts = (...list: NewFact[]): Decision => ({ facts: list });

/** Says no: a closed code, one sentence, and what to do instead. */
export const refuse = (
  code: RefusalCode,
  sentence: string,
  remedy: string,
  fields?: Readonly<Record<string, string>>,
): Decision => ({ refusal: { code, sentence, remedy, ...(fields ? { fields } : {}) } });

/** A fact that `event` causes, at the event's instant unless `at` says otherwise. */
export function fact<T extends FactType>(
  event: TicketEvent,
  type: T,
  data: FactData<T>,
  more: {
    readonly at?: number;
    readonly texts?: Readonly<Record<string, string>>;
    readonly deemed?: boolean;
    readonly attested?: boolean;
  } = {},
): NewFact {
  const assurance = more.deemed ? 'deemed' : more.attested ? 'attested' : event.assurance;
  return {
    type,
    at: more.at ?? event.at,
    learned: Math.max(event.learned, more.at ?? event.at),
    by: { assurance, channel: event.channel, ...event.actor },
    cause: event.deliveryId,
    data,
    ...(more.texts ? { texts: more.texts } : {}),
  } as NewFact;
}
