import type { HealthLineView, HealthView } from './healthView';
import type { ListRow } from '../ledger';
import { shortClock } from './clockText';
import { timeText, type Reader } from './reader';
import { durationText, joined } from './wording';

/** What was not let in: when and why last, and in how many minutes of the last days. Epoch ms. */
export interface Refusals {
  readonly at: number;
  readonly because: string;
  readonly minutes: number;
}

/** How Baton itself is doing on a desk. Instants in epoch ms, durations in ms. */
export interface Health {
  /** When a sweep last came to its end, or last had something to do. */
  readonly swept?: number;
  /** The longest a desk leaves between two of those while all is well; absent where a sweep says so only now and then. */
  readonly sweepsEvery?: number;
  /** Until when everything was found that no event told. */
  readonly searched?: number;
  /** Tickets on which something fell due that no sweep has come to: at least so many, the first of them since when. */
  readonly late: { readonly tickets: number; readonly since?: number; readonly isAll: boolean };
  /** Tickets that changed and that nobody has looked at yet. */
  readonly unseen: number;
  /** Tickets that were tried as often as the platform allows, and are tried again within the hour. */
  readonly givenUp: readonly string[];
  /** What came from outside and was not let in lately. */
  readonly refused?: Refusals;
  /** Open escalations that a desk has room for. */
  readonly room?: { readonly held: number; readonly most: number };
  /** How long it took until Baton had what the desk told, for tickets that are open now. */
  readonly heard: readonly number[];
  /** Messages outside the ticket that no channel has taken, for each ticket that has some. */
  readonly unsent: readonly NonNullable<ListRow['unsent']>[];
}

/** What a desk tells of it; the rest stands in the rows of the lists. */
export type DeskHealth = Omit<Health, 'heard' | 'unsent'>;

const SECOND = 1_000;
const LATE = { text: 'LATE', tone: 'breached' } as const;
const LOOK = { text: 'LOOK', tone: 'at risk' } as const;
/** From here on (share of what there is room for) somebody has to do something. */
const FULL = 0.8;

/** What a sweep leaves is late once the next one should have had it. */
const A_WHILE = 15 * 60_000;

const tickets = (reader: Reader, count: number): string =>
  count === 1 ? `1 ${reader.words.ticket}` : `${count.toLocaleString('en')} ${reader.words.ticket}s`;

function sweeps(reader: Reader, { swept, sweepsEvery = Infinity }: Health): HealthLineView {
  const name = 'Sweeps';
  if (swept === undefined) return { name, text: 'None has come to its end yet. The first comes within ten minutes.' };
  const isLate = reader.now - swept > 2 * sweepsEvery;
  return { name, text: `The last one was at ${timeText(reader, swept)}.`, ...(isLate ? { lozenge: LATE } : {}) };
}

function fellDue(reader: Reader, { late: { tickets: count, since, isAll } }: Health): HealthLineView {
  const name = 'What fell due';
  if (count === 0 || since === undefined) return { name, text: 'Nothing waits.' };
  const many = `${isAll ? '' : 'More than '}${tickets(reader, count)}`;
  const text = `${many} ${count === 1 ? 'waits' : 'wait'}, since ${timeText(reader, since)}. It comes in order, and nothing is lost.`;
  return { name, text, ...(reader.now - since > A_WHILE ? { lozenge: LATE } : {}) };
}

function search(reader: Reader, { searched, unseen }: Health): HealthLineView {
  const name = 'Changes no event told of';
  const until = searched === undefined ? 'Not looked for yet.' : `Looked for until ${timeText(reader, searched)}.`;
  return { name, text: unseen === 0 ? until : `${until} ${tickets(reader, unseen)} still to be looked at.` };
}

/** Of this many ms, in words. */
const spoken = (ms: number): string => (ms < 60 * SECOND ? `${Math.ceil(ms / SECOND)} s` : durationText(ms));

function hearing({ heard }: Health): HealthLineView {
  const name = 'From event to owner';
  const sorted = [...heard].sort((a, b) => a - b);
  const [median, slowest] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted.at(-1)];
  if (median === undefined || slowest === undefined) return { name, text: 'Nothing to count yet.' };
  const of = sorted.length === 1 ? 'The last change' : `Half of the last ${sorted.length} changes`;
  return {
    name,
    text: `${of} ${sorted.length === 1 ? 'was' : 'were'} here within ${spoken(median)}, the slowest after ${spoken(slowest)}.`,
  };
}

function gaveUp({ words }: Reader, { givenUp }: Health): HealthLineView[] {
  if (givenUp.length === 0) return [];
  const text = `${givenUp.join(', ')} could not be read or written for half an hour. Each ${words.ticket} is tried again every hour.`;
  return [{ name: 'Given up for now', text, lozenge: LOOK }];
}

function messages(reader: Reader, { unsent }: Health): HealthLineView {
  const name = 'Messages outside';
  const sum = (of: 'waiting' | 'givenUp') => unsent.reduce((all, one) => all + one[of], 0);
  const [waiting, lost] = [sum('waiting'), sum('givenUp')];
  if (waiting + lost === 0) return { name, text: 'All were taken.' };
  const since = Math.min(...unsent.map(one => one.since ?? Infinity));
  const wait =
    waiting > 0 ? `${waiting} not taken yet${since < Infinity ? `, since ${timeText(reader, since)}` : ''}.` : '';
  const gone = lost > 0 ? `${lost} given up: no channel took them. Check the channels in the agreement.` : '';
  return { name, text: joined([wait, gone], ' '), lozenge: LOOK };
}

const refusedBecause: Readonly<Record<string, string>> = Object.freeze({
  unsigned: 'it was not signed',
  'wrong key': 'no key of the agreement’s sources fits',
  clock: 'it was signed more than five minutes off: check the sender’s clock',
  'too large': 'it was larger than 50 KB',
  unreadable: 'it could not be read',
  'no such case': 'it named a vendor’s case that is not open',
});

function outsiders(reader: Reader, { refused }: Health): HealthLineView[] {
  if (!refused) return [];
  const why = refusedBecause[refused.because] ?? refused.because;
  const often = refused.minutes > 1 ? ` In ${refused.minutes} minutes of the last days.` : '';
  const text = `Not let in at ${timeText(reader, refused.at)}: ${why}.${often} Nothing of it was kept.`;
  return [{ name: 'From outside', text, lozenge: LOOK }];
}

function room({ room: space }: Health): HealthLineView[] {
  if (!space) return [];
  const { held, most } = space;
  const text = `${held.toLocaleString('en')} of ${most.toLocaleString('en')} open escalations.`;
  if (held < most * FULL) return [{ name: 'Room', text }];
  const remedy = 'Resolve what is done: at the limit no further one is taken up.';
  return [{ name: 'Room', text: `${text} ${remedy}`, lozenge: LOOK }];
}

/** Leads and coordinators may have what waits tried again. */
export const mayRetry = ({ directory, person, party }: Reader): boolean =>
  party !== undefined &&
  [directory.parties[party].lead, directory.parties[party].coordinator].some(one => one === person);

/** How Baton is doing, as a reader reads it. */
export const healthView = (reader: Reader, health: Health, hasAlerts = false): HealthView => ({
  asOf: `As of ${shortClock(reader.now, reader.zone, reader.now)}`,
  lines: [
    sweeps(reader, health),
    fellDue(reader, health),
    search(reader, health),
    ...gaveUp(reader, health),
    hearing(health),
    messages(reader, health),
    ...outsiders(reader, health),
    ...room(health),
  ],
  mayRetry: mayRetry(reader),
  mayTest: hasAlerts && mayRetry(reader),
});
