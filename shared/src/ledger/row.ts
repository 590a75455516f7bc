import { z } from 'zod';
import type { HoldingParty } from '../agreement';
import {
  counting,
  custodian,
  nextDue,
  obligationKinds,
  obligations,
  offerDueAt,
  openTransfer,
  outboxDueAt,
  outboxOf,
  settleAt,
  type Open,
  type State,
} from '../escalation';
import { placementSchema } from '../ticket';
import { askOf, askSchema, exceptionOf, exceptionSchema } from './askedRow';
import { promisedIn, promisedSchema } from './promisedRow';
import { seenIn } from './seen';
import { shiftOf, shiftSchema } from './shiftRow';

const instant = z.number().int();
const id = z.string().min(1).max(64);

const offerSchema = z.strictObject({
  handoff: id,
  by: id,
  to: z.strictObject({ party: z.enum(['msp', 'client']), team: id, person: id.exactOptional() }),
  /** Every team that may answer: the one that has it now, and those it has lapsed from. */
  asked: z.array(id),
  /** Who has to sort it before any team answers. */
  triage: id.exactOptional(),
  /** Epoch ms. */
  answerBy: instant,
});

const listRowSchema = z.object({
  stage: z.enum(['held', 'offered', 'stalemate', 'resolved', 'gone']),
  holder: placementSchema,
  priority: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  /** Absent in rows of old. */
  promised: promisedSchema.exactOptional(),
  /** What the desk calls its priority, where somebody said that it is another. */
  deskPriority: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).exactOptional(),
  /** What the holder owes soonest, epoch ms; absent once it is resolved, and then no list has it. */
  owed: z
    .strictObject({
      kind: z.enum(obligationKinds),
      dueAt: instant,
      isPaused: z.boolean(),
    })
    .exactOptional(),
  offer: offerSchema.exactOptional(),
  /** What the party that does not hold it is asked, soonest; a vendor has no list. */
  ask: askSchema.exactOptional(),
  /** What may pass beside the rules, or is asked to. */
  exception: exceptionSchema.exactOptional(),
  shift: shiftSchema.exactOptional(),
  /** It lies with the other party without a handoff. */
  isStray: z.boolean().exactOptional(),
  /** Who sent it across without a handoff last, and when (epoch ms). */
  movedBy: z.string().exactOptional(),
  movedAt: instant.exactOptional(),
  /** Where the desk's own fields lie, if not with the holder, and whom its status waits for. */
  native: placementSchema.exactOptional(),
  waits: z.enum(['customer', 'vendor', 'msp', 'client']).exactOptional(),
  /** The desk itself says that it is a major incident. */
  isFlagged: z.boolean().exactOptional(),
  /** Nothing said on it would be news. */
  isHeard: z.boolean().exactOptional(),
  /** Messages that no channel has taken, since when the first of them waits (epoch ms), and those given up. */
  unsent: z
    .strictObject({ waiting: z.number().int(), since: instant.exactOptional(), givenUp: z.number().int() })
    .exactOptional(),
  /** How long it took, ms, until Baton had what the desk told with the last facts; absent where it told nothing. */
  heardAfter: z.number().int().min(0).exactOptional(),
  /** Epoch ms of the next instant at which somebody has to look at it; absent when none is. */
  dueAt: instant.exactOptional(),
});

/** What a list or the sweep wants to know of an escalation without opening it; a hint, never truth. No free text. */
export type ListRow = z.infer<typeof listRowSchema>;

/** A row as a store gave it back; undefined where somebody else, or a newer Baton, wrote it. */
export const readListRow = (stored: unknown): ListRow | undefined => listRowSchema.safeParse(stored).data;

/** A row as a store lists it: of which ticket, and of which version of its ledger. */
export interface ListedRow {
  readonly ticket: string;
  readonly version: number;
  readonly row: ListRow;
}

/** Rows of one list of a party; not all of them where the store was not read to its end. */
export interface ListedRows {
  readonly rows: readonly ListedRow[];
  readonly isAll: boolean;
}

/** A row has its place in a record of limited size. */
const MOST_ASKED = 8;

function owedOf(state: Open, at: number): Pick<ListRow, 'owed'> {
  const { party } = custodian(state);
  const first = obligations(state, at).find(obligation => obligation.party === party);
  if (!first) return {};
  const { kind, dueAt, isPaused } = first;
  return { owed: { kind, dueAt, isPaused } };
}

function offerOf(state: Open, at: number): Pick<ListRow, 'offer'> {
  if (state.status !== 'offered') return {};
  const { handoff, by, to, triage } = state.offer;
  const sorting = triage === undefined ? {} : { triage, asked: [] };
  const lapsed = state.offers.filter(span => span.handoff === handoff).map(({ team }) => team);
  const asked = [...new Set([to.team, ...lapsed.reverse()])].slice(0, MOST_ASKED);
  return { offer: { handoff, by, to: { ...to }, asked, answerBy: offerDueAt(state, at), ...sorting } };
}

/** The party in whose list of what is offered and asked a row is, and when that owes the answer (epoch ms). */
export function awaited({
  offer,
  ask,
}: ListRow): { readonly party: HoldingParty; readonly answerBy: number } | undefined {
  if (offer) return { party: offer.to.party, answerBy: offer.answerBy };
  return ask && { party: ask.of.party, answerBy: ask.answerBy };
}

function movedIn(state: Open): Pick<ListRow, 'isStray' | 'movedBy' | 'movedAt'> {
  const moved = counting(state).at(-1);
  return {
    ...(openTransfer(state) ? { isStray: true } : {}),
    ...(moved?.mover === undefined ? {} : { movedBy: moved.mover, movedAt: moved.at }),
  };
}

function unsentIn(state: Open): Pick<ListRow, 'unsent'> {
  const { waiting, givenUp } = outboxOf(state);
  if (waiting.length + givenUp.length === 0) return {};
  const since = waiting[0] ? { since: waiting[0].since } : {};
  return { unsent: { waiting: waiting.length, ...since, givenUp: givenUp.length } };
}

/**
 * The row of a state.
 *
 * @param at - epoch ms at which it is read: what stands still falls due later the later it is read
 * @param lookAt - epoch ms at which somebody has to look at it anyway
 */
export function rowOf(state: State, at: number, lookAt?: number): ListRow {
  if (state.status === 'unopened') throw new RangeError('Only an opened escalation is stored.');
  const due = [nextDue(state), settleAt(state), outboxDueAt(state), lookAt].filter(instant => instant !== undefined);
  return {
    stage: state.status,
    holder: { ...custodian(state) },
    priority: state.terms.priority,
    promised: promisedIn(state.terms),
    ...(state.reclassified ? { deskPriority: state.reclassified.priority } : {}),
    ...owedOf(state, at),
    ...offerOf(state, at),
    ...askOf(state, at),
    ...exceptionOf(state),
    ...shiftOf(state),
    ...movedIn(state),
    ...seenIn(state),
    ...unsentIn(state),
    ...(due.length > 0 ? { dueAt: Math.min(...due) } : {}),
  };
}
