import type { Placement, TicketFacts } from '../../shared/src/agreement';
import { custodian, type Fact, type State } from '../../shared/src/escalation';
import { advance, hashing, memoryLedger, readHistory, type Advanced, type Ports } from '../../shared/src/ledger';
import type { TicketEvent } from '../../shared/src/ticket';
import { storyDirectory, storyTerms } from './agreement';

type Without<T> = T extends TicketEvent ? Omit<T, 'deliveryId' | 'at' | 'learned' | 'actor' | 'channel' | 'assurance'> : never;
/** What happened, without the circumstances that {@link Story.happens} adds. */
export type Happening = Without<TicketEvent>;

/** Circumstances of a happening that a story can set otherwise. */
export interface Circumstances {
  readonly learned?: string;
  readonly deliveryId?: string;
  readonly assurance?: TicketEvent['assurance'];
  readonly rule?: string;
}

/** A ticket's story told to the real core over a ledger in memory. Times are ISO instants. */
export interface Story {
  happens(at: string, who: string | undefined, what: Happening, circumstances?: Circumstances): Promise<Advanced>;
  state(): Promise<State>;
  facts(): Promise<readonly Fact[]>;
  /** `party/team/person` of the custodian. */
  holder(): Promise<string>;
  readonly ports: Ports;
  readonly ticket: string;
}

/** A complete packet, to be spoiled by tests. */
export const packet = {
  diagnosis: 'Disk latency on db-2 since 09:40, not load',
  actions: 'Restarted the replica, moved backups off the array',
  evidence: 'Latency graph, array log.txt',
  nextAction: 'Replace the volume behind db-2',
};

/** Epoch ms of an ISO instant. */
export const instant = (iso: string): number => Date.parse(iso);

const whereText = ({ party, team, person }: Placement): string => [party, team ?? '-', person ?? '-'].join('/');

/** Starts a story about one ticket; a P2 incident unless said otherwise. `adjust` changes its terms. */
export function story(facts: Partial<TicketFacts> = {}, more: Partial<Ports> = {}): Story {
  let delivered = 0;
  const ticket = '4711';
  const ports: Ports = {
    ledger: memoryLedger(),
    origin: { desk: 'jira', tenant: 'site-1' },
    hash: hashing(),
    salt: name => `salt of ${name}`,
    directory: storyDirectory,
    terms: async () => storyTerms(facts),
    title: 'Payroll database is slow',
    ...more,
  };
  const tell = (at: string, who: string | undefined, what: Happening, circumstances: Circumstances): TicketEvent => {
    const party = who === undefined ? undefined : storyDirectory.people[who]?.party;
    return {
      deliveryId: circumstances.deliveryId ?? `d${++delivered}`,
      at: instant(at),
      learned: instant(circumstances.learned ?? at),
      actor: {
        ...(who === undefined ? {} : { person: who }),
        ...(party === undefined ? {} : { party }),
        ...(circumstances.rule === undefined ? {} : { rule: circumstances.rule }),
      },
      channel: 'test',
      assurance: circumstances.assurance ?? 'platform',
      ...what,
    } as TicketEvent;
  };
  const state = async (): Promise<State> => (await ports.ledger.load(ticket))?.page.state ?? { status: 'unopened' };
  return {
    ports,
    ticket,
    happens: (at, who, what, circumstances = {}) => advance(ports, ticket, [tell(at, who, what, circumstances)]),
    state,
    facts: async () => (await readHistory(ports.ledger, ticket, await ports.ledger.load(ticket))).facts,
    holder: async () => {
      const now = await state();
      return now.status === 'unopened' ? 'nobody' : whereText(custodian(now));
    },
  };
}
