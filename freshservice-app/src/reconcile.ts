import { advance, DeskError, differs, unopened, type ListedRow } from '@baton/shared';
import { BUCKET } from './dueBuckets';
import { carryOut } from './carryOut';
import { translateMerge } from './merges';
import { listTickets, readConversations, readTicket } from './freshserviceDesk';
import type { Installation } from './installation';
import { listedOf } from './listedEscalations';
import { lookedAt } from './lookedAt';
import { isGone, warnOf } from './strangers';
import { translateTicket, instantOfText, type FreshserviceTicket } from './translateFreshservice';
import { translateSaid } from './translateSaid';

/** How far reconciliation has come. */
export interface Reconciled {
  /** Every change before this instant (epoch ms) has been listed. */
  readonly since: number;
  /** Where a list of the tickets updated since then goes on, and when it was begun. */
  readonly page: number;
  readonly begun: number;
  /** Listed tickets that have not been looked at yet. */
  readonly left: readonly string[];
}

/** Before the first sweep: it comes ten minutes after the installation, and what was before that is nobody's doing. */
export const unreconciled = (now: number): Reconciled => ({ since: now - BUCKET, page: 1, begun: now, left: [] });

/** The event of a change this young (ms) may still come, and tells more: who made it, and when. */
const ON_ITS_WAY = 7 * 60_000;
/** Desks date changes in whole seconds, and not always by one clock, ms. */
const OVERLAP = 60_000;
/** How far back (ms) what was said is read again; what is known of it means nothing new. */
const SAID_WITHIN = 86_400_000;
/** Most tickets looked at in one sweep: each is at most two requests and five calls of storage, of fifty a minute. */
const MOST_LOOKS = 10;
/** Whether more waits than one sweep looks at. */
export const isMuchLeft = ({ left }: Reconciled): boolean => left.length > MOST_LOOKS;

/** What waits is kept with the cursor, which has room for so many. */
const MOST_LEFT = 1_000;

/** Changed so lately that its event may still come; it will be listed again. */
const isYoung = ({ updated_at, created_at }: FreshserviceTicket, now: number): boolean =>
  instantOfText(updated_at ?? created_at) > now - ON_ITS_WAY;

interface Found {
  readonly next: Pick<Reconciled, 'since' | 'page' | 'begun'>;
  readonly tickets: readonly FreshserviceTicket[];
}

/** One list call: the tickets updated since, or the next page of them. */
async function found({ since, page, begun, left }: Reconciled, now: number): Promise<Found> {
  if (left.length > MOST_LEFT) return { next: { since, page, begun }, tickets: [] };
  const from = page === 1 ? now - ON_ITS_WAY : begun;
  const { tickets, isLast } = await listTickets(since - OVERLAP, page);
  return { next: isLast ? { since: from, page: 1, begun: from } : { since, page: page + 1, begun: from }, tickets };
}

/** Tickets that have news, and those on which something may have been said that is news. */
type News = Record<'changed' | 'unheard', readonly string[]>;

/** What no cell governs gets no ledger, and finding that out asks nobody. */
const isGoverned = async ({ directory, portsFor }: Installation, ticket: FreshserviceTicket): Promise<boolean> =>
  (await portsFor(translateTicket(directory, ticket).facts).terms(ticket.id)) !== undefined;

function isChanged({ directory }: Installation, ticket: FreshserviceTicket, { row }: ListedRow): boolean {
  const { holder, native = holder } = row;
  const lay = { native, ...(holder.person === undefined ? {} : { holder: holder.person }) };
  return differs(row, translateTicket(directory, ticket, lay));
}

async function newsOf(installation: Installation, tickets: readonly FreshserviceTicket[]): Promise<News> {
  const listed = await listedOf(tickets.map(({ id }) => id));
  const news: Record<keyof News, string[]> = { changed: [], unheard: [] };
  for (const ticket of tickets) {
    const found = listed.get(ticket.id);
    const isNew = found ? isChanged(installation, ticket, found) : await isGoverned(installation, ticket);
    if (isNew) news.changed.push(ticket.id);
    else if (found && found.row.isHeard !== true) news.unheard.push(ticket.id);
  }
  return news;
}

/** Reads a ticket and what was said on it, and takes what the ledger does not know. */
async function look(installation: Installation, native: FreshserviceTicket, now: number): Promise<void> {
  const { directory } = installation;
  const { facts, title } = translateTicket(directory, native);
  const ports = installation.portsFor(facts, title);
  warnOf(directory, native);
  if (isGone(native) || isYoung(native, now)) return;
  const ledger = await ports.ledger.load(native.id);
  const state = ledger?.page.state ?? unopened;
  const said = (await readConversations(native.id))
    .filter(({ created_at }) => instantOfText(created_at) >= now - SAID_WITHIN)
    .flatMap(one => translateMerge(installation, native, one, now) ?? translateSaid(installation, one, now) ?? []);
  const events = [...lookedAt(state, directory, native, now), ...said].sort((a, b) => a.at - b.at);
  if (events.length === 0) return;
  const advanced = await advance(ports, native.id, events, ledger ?? null);
  await carryOut(native.id, installation, advanced.notices);
}

/** Whether a ticket was looked at; one that cannot be read now has a line for the admin and waits. */
async function isLookedAt(installation: Installation, id: string, listed: FreshserviceTicket | undefined, now: number) {
  try {
    await look(installation, listed ?? (await readTicket(id)), now);
    return true;
  } catch (error) {
    console.info(`Ticket ${id} is looked at later: ${error instanceof Error ? error.message : 'unknown reason'}`);
    return error instanceof DeskError && error.code === 'not-found';
  }
}

/**
 * Finds what no event told: one list call, and a look at each ticket that may have news, so many at a time; the rest is
 * looked at in the next sweeps. Without anything updated it costs nothing but the call. `now` is epoch ms.
 *
 * @throws DeskError where the list cannot be had; a ticket that cannot be read now is looked at again
 */
export async function reconcile(installation: Installation, kept: Reconciled, now: number): Promise<Reconciled> {
  const { next, tickets: updated } = await found(kept, now);
  const tickets = updated.filter(ticket => !isYoung(ticket, now));
  const byId = new Map(tickets.map(ticket => [ticket.id, ticket]));
  const { changed, unheard } = await newsOf(installation, tickets);
  const waiting = [...new Set([...changed, ...kept.left, ...unheard])];
  const failed: string[] = [];
  for (const id of waiting.slice(0, MOST_LOOKS)) {
    if (!(await isLookedAt(installation, id, byId.get(id), now))) failed.push(id);
  }
  return { ...next, left: [...waiting.slice(MOST_LOOKS), ...failed] };
}
