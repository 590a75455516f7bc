import type { Arrival, Arrivals } from './arrivals';
import type { WorkbenchDesk } from './desk';
import type { Mishap, Mishaps } from './mishaps';

type DeskName = WorkbenchDesk['name'];

/** Something that will go wrong: with the next product events, or with one write to storage. On both desks unless said. */
export type Fault = { readonly desk?: DeskName | undefined } & (
  | { readonly deliveries: Arrival; readonly count: number }
  | {
      /** Which write from now, 1 being the next; a transaction is one write. */
      readonly storageWrite: number;
      readonly then: 'fail' | 'crash';
      /** It strikes when the write is done: only its answer is lost, or the app dies after it. Before it unless said. */
      readonly done?: boolean | undefined;
    }
);

/** A fault that is still to come: `left` events to befall, or writes until it strikes. */
export type Coming = Fault & { left: number };

/** What a fault befell, at an instant of the workbench (epoch ms). */
export interface Struck {
  readonly at: number;
  readonly desk: DeskName;
  /** The event or the operation, in words. */
  readonly what: string;
  readonly fault: Fault;
}

/** The faults somebody asked for; each happens once and is over. */
export interface Faults {
  add(fault: Fault): void;
  /** Still to come, oldest first. */
  coming(): readonly Coming[];
  /** Newest first, at most the last 100. */
  struck(): readonly Struck[];
  /** Nothing more goes wrong; events already held back still come. */
  clear(): void;
  arrivals(desk: DeskName): Arrivals;
  mishaps(desk: DeskName): Mishaps;
}

/** The operations that change what an app has stored, as both hosts word them. */
const STORAGE_WRITE =
  /^(kvs ((secret|entity|batch)\/)?(set|delete|transaction)|db\.(set|update|delete)|entity\.(create|update|delete)) /;

type DeliveryFault = Extract<Coming, { deliveries: unknown }>;
type WriteFault = Extract<Coming, { storageWrite: unknown }>;

const mishapOf = ({ then, done = false }: WriteFault): Mishap => {
  if (then === 'fail') return { status: 500, isDone: done };
  return done ? 'ends the app once it is done' : 'ends the app';
};

/** Keeps the faults of a workbench whose time `now` tells. */
export function faultsToCome(now: () => number): Faults {
  let coming: Coming[] = [];
  const struck: Struck[] = [];
  const meant = (desk: DeskName) => coming.filter(one => one.desk === undefined || one.desk === desk);
  const strike = ({ left: _, ...fault }: Coming, desk: DeskName, what: string): void => {
    struck.unshift({ at: now(), desk, what, fault });
    struck.length = Math.min(struck.length, 100);
    coming = coming.filter(one => one.left > 0);
  };
  return {
    add: fault => void coming.push({ ...fault, left: 'count' in fault ? fault.count : fault.storageWrite }),
    coming: () => coming,
    struck: () => struck,
    clear: () => {
      coming = [];
      struck.length = 0;
    },
    arrivals: desk => event => {
      const next = meant(desk).find((one): one is DeliveryFault => 'deliveries' in one);
      if (!next) return undefined;
      next.left -= 1;
      strike(next, desk, event);
      return next.deliveries;
    },
    mishaps: desk => operation => {
      if (!STORAGE_WRITE.test(operation)) return undefined;
      const counting = meant(desk).filter((one): one is WriteFault => 'storageWrite' in one);
      counting.forEach(one => (one.left -= 1));
      const due = counting.find(one => one.left <= 0);
      if (!due) return undefined;
      strike(due, desk, operation);
      return mishapOf(due);
    },
  };
}
