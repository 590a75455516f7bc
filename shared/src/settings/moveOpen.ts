import { DeskError } from '../failures';
import { advance, type Advanced, type ListedRow, type Ports } from '../ledger';
import type { TicketEventOf } from '../ticket';
import type { MovingOrder } from './movingOrder';

/** How far an order is carried out; kept after each page, so that a crash costs at most the work of one. */
export interface MovingProgress {
  /** The order, by the instant of its act. */
  readonly of: number;
  readonly version: number;
  /** How many have moved, and how many keep their own since the version has no cell for them. */
  readonly moved: number;
  readonly kept: number;
  /** Where the list goes on; absent at its beginning. */
  readonly after?: string;
  /** The last ticket that was told of the page there. */
  readonly past?: string;
  /** Whether something moved since the list was begun: then it is read once more, since rows change places meanwhile. */
  readonly isStirred: boolean;
  /** When nothing was left to move, epoch ms. */
  readonly doneAt?: number;
}

/** What became of a ticket: it moved, was there before, or keeps its own version. */
export type MovedTo = 'moved' | 'there' | 'kept';

/** A page of what is open, and where the rest begins. */
export interface OpenPage {
  readonly rows: readonly ListedRow[];
  readonly next?: string;
}

/** Where open escalations are, for whoever moves them. */
export interface MovingDesk {
  /** @throws DeskError */
  page(after?: string): Promise<OpenPage>;
  /** Tells a ticket's ledger, and says what became of it. @throws DeskError, LedgerError */
  tell(ticket: string, event: TicketEventOf<'MoveToVersion'>): Promise<MovedTo>;
  /** A line for the admin. */
  log(line: string): void;
}

/** Tells a ticket's ledger that it goes on under a version, and says what became of it. @throws DeskError, LedgerError */
export async function tellMoved(
  ports: Ports,
  ticket: string,
  event: TicketEventOf<'MoveToVersion'>,
): Promise<{ readonly to: MovedTo; readonly advanced: Advanced }> {
  const advanced = await advance(ports, ticket, [event]);
  const { state, facts } = advanced;
  if (facts.some(({ type, data }) => type === 'TermsReplaced' && data.because === 'agreement'))
    return { to: 'moved', advanced };
  const isThere = state.status !== 'unopened' && state.terms.version === event.version;
  return { to: isThere ? 'there' : 'kept', advanced };
}

/** Nothing of an order is done yet. */
const begun = ({ at, version }: MovingOrder): MovingProgress => ({
  ...{ of: at, version, moved: 0, kept: 0, isStirred: false },
});

/** How far this order is, by what was kept of it or of another one. */
export const progressOf = (order: MovingOrder, kept: MovingProgress | undefined): MovingProgress =>
  kept?.of === order.at && kept.version === order.version ? kept : begun(order);

const eventOf = ({ version, at, by, reason }: MovingOrder, now: number): TicketEventOf<'MoveToVersion'> => ({
  ...{ type: 'MoveToVersion', version, why: reason, deliveryId: `version ${version} ${at}` },
  ...{ at: now, learned: now, channel: 'settings', assurance: 'platform' },
  actor: { person: by.person, ...(by.party === undefined ? {} : { party: by.party }) },
});

const isBefore = ({ row }: ListedRow, { version }: MovingOrder): boolean =>
  row.stage !== 'resolved' && row.stage !== 'gone' && row.promised?.version !== version;

/** The tickets of a page that are to be told, in an order that stays the same while they leave it one by one. */
const waitingIn = (rows: readonly ListedRow[], order: MovingOrder, past = ''): readonly string[] =>
  rows
    .filter(row => isBefore(row, order))
    .map(({ ticket }) => ticket)
    .sort()
    .filter(ticket => ticket > past);

const numberOf = (came: readonly MovedTo[], what: MovedTo): number => came.filter(each => each === what).length;

function counted(progress: MovingProgress, came: readonly MovedTo[]): MovingProgress {
  const [moved, kept] = [numberOf(came, 'moved'), numberOf(came, 'kept')];
  const isStirred = progress.isStirred || moved > 0;
  return { ...progress, isStirred, moved: progress.moved + moved, kept: progress.kept + kept };
}

const without = (progress: MovingProgress, ...names: readonly (keyof MovingProgress)[]): MovingProgress =>
  Object.fromEntries(
    Object.entries(progress).filter(([name]) => !names.includes(name as keyof MovingProgress)),
  ) as never;

/** What goes by itself: the same ticket is told again later. */
const passing: ReadonlySet<DeskError['code']> = new Set(['busy', 'unreachable'] as const);

/** What became of one ticket: one that cannot be read keeps its version, and the others do not wait for it. */
async function cameTo(desk: MovingDesk, ticket: string, event: TicketEventOf<'MoveToVersion'>): Promise<MovedTo> {
  try {
    return await desk.tell(ticket, event);
  } catch (error) {
    if (error instanceof DeskError && passing.has(error.code)) throw error;
    desk.log(`Ticket ${ticket} keeps its version: ${error instanceof Error ? error.message : 'unknown reason'}`);
    return 'kept';
  }
}

/** The list's end: once nothing moved on the way through it, everything is where it belongs. */
const ended = (progress: MovingProgress, now: number): MovingProgress => {
  const rest = without(progress, 'after', 'past');
  return rest.isStirred ? { ...rest, isStirred: false, kept: 0 } : { ...rest, doneAt: now };
};

/**
 * Moves some of what is open, at most so many tickets, and says how far that came: each fact says from which version to
 * which, who chose it and why. Whatever is repeated after a crash moves nothing twice. `now` is epoch ms.
 *
 * @throws DeskError where the desk is busy; what is done is done
 */
export async function moveSome(
  desk: MovingDesk,
  order: MovingOrder,
  progress: MovingProgress,
  { now, most }: { readonly now: number; readonly most: number },
): Promise<MovingProgress> {
  const { rows, next } = await desk.page(progress.after);
  const waiting = waitingIn(rows, order, progress.past);
  const event = eventOf(order, now);
  const came: MovedTo[] = [];
  for (const ticket of waiting.slice(0, most)) came.push(await cameTo(desk, ticket, event));
  const so = counted(progress, came);
  const past = waiting[most - 1];
  if (waiting.length > most && past !== undefined) return { ...so, past };
  return next === undefined ? ended(so, now) : { ...without(so, 'past'), after: next };
}
