import { z } from 'zod';
import type { HealthView } from './healthView';
import type { ListRowNow, ListView, NextActionView } from './listView';

const short = z.string().max(200);
const text = z.string().max(100_000);
const viewer = z.strictObject({ timeZone: short, person: short.exactOptional() });
const ticket = z.string().regex(/^[0-9]{1,19}$/);
/** A press on a row. */
const onRow = { viewer, ticket, actId: z.string().min(8).max(64) };

/**
 * What a list may ask of the backend, the same on both desks; see `panelRequestSchema` for what `viewer` and `actId` are
 * worth. The offer that was on the row goes with its acceptance, so that another one is never accepted in its place.
 */
export const listRequestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('list'), viewer }),
  z.strictObject({ type: z.literal('health'), viewer }),
  z.strictObject({ type: z.literal('try again'), viewer }),
  z.strictObject({ type: z.literal('accept'), ...onRow, handoff: short }),
  /** What is next on each: a ledger is read for every one, so ten at a time. */
  z.strictObject({ type: z.literal('next actions'), viewer, tickets: z.array(ticket).min(1).max(10) }),
  z.strictObject({ type: z.literal('offer shift'), ...onRow, shift: short, nextAction: text, deadline: short }),
  z.strictObject({ type: z.literal('take shift'), ...onRow, shift: short, isAlone: z.boolean() }),
  z.strictObject({ type: z.literal('leave out'), ...onRow, shift: short }),
  /** What alerts from outside would open now; nothing is opened. */
  z.strictObject({ type: z.literal('test alerts'), viewer }),
  /** Tries every channel of the viewer's party without a ticket. */
  z.strictObject({ type: z.literal('fire drill'), viewer }),
  /** The viewer's own contacts are right. */
  z.strictObject({ type: z.literal('still right'), viewer }),
  /** Somebody is out from now until midnight, or back. Said twice it is so once. */
  z.strictObject({ type: z.literal('out'), viewer, person: short, isOut: z.boolean() }),
]);

/** One request of {@link listRequestSchema}. */
export type ListRequest = z.infer<typeof listRequestSchema>;

/** What the backend answers: the list, how Baton is doing, what is next, or the row that was pressed as it is now. */
export type ListAnswer =
  | { readonly ok: true; readonly view: ListView; readonly said?: string }
  | { readonly ok: true; readonly health: HealthView; readonly said?: string }
  | { readonly ok: true; readonly next: readonly NextActionView[] }
  | { readonly ok: true; readonly now: ListRowNow; readonly said: string }
  | {
      readonly ok: false;
      readonly code: string;
      readonly sentence: string;
      readonly remedy: string;
      /** Sentence per field, where something was typed. */
      readonly fields?: Readonly<Record<string, string>>;
      readonly now?: ListRowNow;
    };
