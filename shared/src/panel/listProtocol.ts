import { z } from 'zod';
import type { HealthView } from './healthView';
import type { ListRowNow, ListView } from './listView';

const short = z.string().max(200);
const viewer = z.strictObject({ timeZone: short, person: short.exactOptional() });

/**
 * What a list may ask of the backend, the same on both desks; see `panelRequestSchema` for what `viewer` and `actId` are
 * worth. The offer that was on the row goes with its acceptance, so that another one is never accepted in its place.
 */
export const listRequestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('list'), viewer }),
  z.strictObject({ type: z.literal('health'), viewer }),
  z.strictObject({ type: z.literal('try again'), viewer }),
  z.strictObject({
    type: z.literal('accept'),
    viewer,
    ticket: z.string().regex(/^[0-9]{1,19}$/),
    handoff: short,
    actId: z.string().min(8).max(64),
  }),
  /** Somebody is out from now until midnight, or back. Said twice it is so once. */
  z.strictObject({ type: z.literal('out'), viewer, person: short, isOut: z.boolean() }),
]);

/** One request of {@link listRequestSchema}. */
export type ListRequest = z.infer<typeof listRequestSchema>;

/** What the backend answers: the list, how Baton is doing, or the row that was pressed as it is now. */
export type ListAnswer =
  | { readonly ok: true; readonly view: ListView; readonly said?: string }
  | { readonly ok: true; readonly health: HealthView; readonly said?: string }
  | { readonly ok: true; readonly now: ListRowNow; readonly said: string }
  | {
      readonly ok: false;
      readonly code: string;
      readonly sentence: string;
      readonly remedy: string;
      readonly now?: ListRowNow;
    };
