import type { Directory, HoldingParty } from '../agreement';
import type { Open, Waiting } from '../escalation';
import {
  canonicalJson,
  clearTexts,
  factNumbered,
  hashing,
  type LedgerFact,
  type LoadedLedger,
  type Ports,
} from '../ledger';
import { cardOf, type TicketLink } from '../panel';
import type { ChannelDesk } from './channelDesk';
import type { Message } from './message';
import type { Saying } from './saying';

/** One ledger whose messages are being sent. */
export interface Sending {
  readonly desk: ChannelDesk;
  readonly directory: Directory;
  readonly ports: Ports;
  readonly ticket: string;
  readonly ledger: LoadedLedger;
  readonly state: Open;
  readonly link: TicketLink;
}

const hash = hashing();

/** The name of a message: the same however often it is tried, another one on each channel and for each recipient. */
export const messageKey = (escalation: string, { of, to, page }: Waiting, channel: string): string =>
  `msg_${hash(canonicalJson([escalation, of, to, page ?? '', channel])).slice(0, 24)}`;

function partyOf({ directory }: Sending, { to: { party, person } }: Waiting): HoldingParty {
  const theirs = person === undefined ? party : directory.people[person]?.party;
  return theirs === 'msp' ? 'msp' : 'client';
}

const isByClock = ({ by }: LedgerFact): boolean => by.person === undefined && by.rule === 'baton';

/** A message as one channel is to have it; undefined where its facts cannot be found. @throws LedgerError, DeskError */
export async function messageOf(sending: Sending, saying: Saying, channel: string): Promise<Message | undefined> {
  const { desk, directory, ports, ticket, ledger, state, link } = sending;
  const [one] = saying;
  const found = await Promise.all(saying.map(({ of }) => factNumbered(ports.ledger, ticket, ledger, of)));
  const told = found.filter(fact => fact !== undefined);
  const [fact] = told;
  if (!fact) return undefined;
  const { facts } = ledger.page;
  const party = partyOf(sending, one);
  const readers = one.audience === undefined ? {} : { audience: one.audience };
  const texts = clearTexts(ledger.texts);
  const card = cardOf({
    desk: desk.name,
    directory,
    state,
    facts,
    texts,
    told,
    now: desk.now,
    party,
    link,
    ...readers,
  });
  return {
    key: messageKey(state.id, one, channel),
    escalation: state.id,
    ticket,
    fact: { type: fact.type, seq: fact.seq, at: fact.at },
    priority: state.terms.priority,
    card,
    isByClock: told.every(isByClock),
    ...(one.page === undefined ? {} : { page: one.page }),
    at: desk.now,
  };
}
