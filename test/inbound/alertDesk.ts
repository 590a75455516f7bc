import { createHmac } from 'node:crypto';
import { parseAgreement, directoryOf, type Directory } from '../../shared/src/agreement';
import {
  answerKnock,
  takeInbound,
  type AlertDesk,
  type InboundAnswer,
  type InboundDoor,
  type InboundJob,
  type Knock,
} from '../../shared/src/inbound';
import { advance, memoryLedger, readHistory, type Ports } from '../../shared/src/ledger';
import type { Fact, State } from '../../shared/src/escalation';
import type { TicketEvent } from '../../shared/src/ticket';
import { storyText, storyTerms } from '../support/agreement';
import { hashOf, instant } from '../support/story';

/** The key of the story's monitoring, and the one that replaces it. */
export const KEY = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
export const NEXT_KEY = 'whsec_TmV4dEtleU5leHRLZXlOZXh0S2V5TmV4dA==';
export const PAGER_SECRET = 'pagerduty-signing-secret';

export const nagios = {
  kind: 'alerts',
  name: 'Nagios',
  severities: { critical: { priority: 1, team: 'northwind-noc' }, '*': { priority: 3, team: 'contoso-desk' } },
  jira: { space: 'SUP' },
  freshservice: { requester: 'nagios@contoso.example' },
} as const;

/** The directory of the story, with whom it lets in. */
export const inboundDirectory: Directory = directoryOf(parseAgreement(storyText({ 'sources.nagios': nagios })));

/** What a source sends, without the circumstances. */
export interface Sent {
  readonly at?: string;
  readonly id?: string;
  readonly key?: string;
  readonly seconds?: number;
}

/** A text signed as Standard Webhooks says, by node's own crypto. */
export function signed(text: string, { at = '2026-03-02 10:00', id = 'msg_1', key = KEY, seconds }: Sent = {}): Knock {
  const timestamp = String(seconds ?? Math.floor(instant(at) / 1000));
  const mac = createHmac('sha256', Buffer.from(key.slice('whsec_'.length), 'base64'));
  const signature = `v1,${mac.update(`${id}.${timestamp}.${text}`).digest('base64')}`;
  return { headers: { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature }, body: text };
}

/** The same with the three values around the text, as where headers do not reach the app. */
export function enveloped(text: string, sent: Sent = {}): Knock {
  const { headers, body: payload } = signed(text, sent);
  const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map(name => headers[`webhook-${name}`]);
  return { headers: {}, body: JSON.stringify({ id, timestamp, signature, payload }) };
}

export const raise = (more: object = {}): string =>
  JSON.stringify({
    ...{ source: 'nagios', key: 'db-2/disk', action: 'trigger', severity: 'critical', summary: 'Disk full on db-2' },
    ...more,
  });
export const clear = (more: object = {}): string => raise({ action: 'resolve', ...more });

/** A desk of tickets in memory behind the real door. */
export interface StoryDesk {
  knock(knock: Knock, at?: string): Promise<InboundAnswer>;
  /** Something else happens on a ticket. */
  happens(ticket: string, at: string, what: object, person?: string): Promise<void>;
  state(ticket: string): Promise<State>;
  facts(ticket: string): Promise<readonly Fact[]>;
  /** Ids of tickets in the order in which they were opened. */
  readonly tickets: string[];
  readonly orders: readonly { readonly title: string; readonly priority: number; readonly team: string }[];
  /** Why something was not let in. */
  readonly refused: string[];
  keys: string[];
  /** Where a source has keys of its own. */
  readonly keysOf: Record<string, string[]>;
  readonly portsFor: (ticket: string) => Ports;
  readonly directory: Directory;
}

/** Starts one; `directory` may differ. */
export function storyDesk(directory: Directory = inboundDirectory): StoryDesk {
  const kept = new Map<string, object>();
  const taken = new Set<string>();
  const tickets: string[] = [];
  const orders: { title: string; priority: number; team: string }[] = [];
  const refused: string[] = [];
  const ledger = memoryLedger();
  let now = 0;
  const portsFor = (ticket: string): Ports => ({
    ledger,
    origin: { desk: 'jira', tenant: 'site-1' },
    hash: hashOf,
    salt: name => `salt of ${ticket} ${name}`,
    directory,
    forgetDraft: () => Promise.resolve(),
    terms: async () => storyTerms(),
  });
  const happened = async (ticket: string, what: object, person?: string): Promise<void> => {
    const about = { deliveryId: `d${now}:${ticket}:${JSON.stringify(what)}`, at: now, learned: now, channel: 'test' };
    const actor = person === undefined ? {} : { person, party: directory.people[person]?.party };
    await advance(portsFor(ticket), ticket, [{ ...about, actor, assurance: 'platform', ...what } as TicketEvent]);
  };
  const desk: AlertDesk = {
    name: 'jira',
    directory,
    get now() {
      return now;
    },
    store: {
      read: async <T>(name: string) => kept.get(name) as T | undefined,
      write: async (name, value) => void kept.set(name, value),
      claim: async (name, value) => !kept.has(name) && kept.set(name, value) !== undefined,
    },
    portsFor: async ticket => portsFor(ticket),
    open: async order => {
      orders.push(order);
      tickets.push(String(100 + tickets.length));
      return tickets.at(-1) ?? '';
    },
    refuse: async because => void refused.push(because),
    carryOut: async (ticket, notices) => {
      if (notices.some(({ is }) => is === 'resolve')) await happened(ticket, { type: 'TicketResolved' });
    },
  };
  const told: StoryDesk = {
    ...{ tickets, orders, refused, directory, keys: [KEY], keysOf: {}, portsFor },
    knock: async (knock, at = '2026-03-02 10:00') => {
      now = instant(at);
      const door: InboundDoor = {
        ...{ directory, now },
        keysOf: async source => (source === 'pagerduty' ? [PAGER_SECRET] : (told.keysOf[source] ?? told.keys)),
        terms: async facts => storyTerms(facts),
        once: async (delivery: string, job: InboundJob) => {
          if (taken.has(delivery)) return false;
          await takeInbound(desk, job);
          taken.add(delivery);
          return true;
        },
        refuse: async because => void refused.push(because),
      };
      return answerKnock(door, knock);
    },
    happens: async (ticket, at, what, person) => {
      now = instant(at);
      await happened(ticket, what, person);
    },
    state: async ticket => (await ledger.load(ticket))?.page.state ?? { status: 'unopened' },
    facts: async ticket => (await readHistory(ledger, ticket, await ledger.load(ticket))).facts,
  };
  return told;
}
