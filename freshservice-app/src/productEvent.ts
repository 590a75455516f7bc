import { z } from 'zod';
import { nativeId } from './translateFreshservice';

const actorSchema = z.looseObject({ id: nativeId.optional(), profile_id: nativeId.optional() });

/** What a product event carries; a hint, whose ticket may be missing fields. */
export const productEventSchema = z.looseObject({
  timestamp: z.union([z.number(), z.string()]).optional(),
  data: z.looseObject({
    actor: actorSchema.nullish(),
    ticket: z.looseObject({ id: nativeId }).optional(),
    conversation: z.looseObject({ ticket_id: nativeId.optional() }).optional(),
  }),
});
/** A product event; see {@link productEventSchema}. */
export type ProductEvent = z.infer<typeof productEventSchema>;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Names of the fields that an event says were changed; undefined where it does not say. */
export function changedFields({ data }: ProductEvent): readonly string[] | undefined {
  const changes: unknown = data['changes'] ?? data.ticket?.['changes'];
  if (!isObject(changes)) return undefined;
  const nested = 'model_changes' in changes ? changes.model_changes : changes;
  return isObject(nested) ? Object.keys(nested) : undefined;
}

/** The native id of who caused an event, if it says so. */
export const actorIdOf = ({ data }: ProductEvent): string | undefined => data.actor?.id ?? data.actor?.profile_id;
