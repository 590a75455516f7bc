import { z } from 'zod';

const id = z.string().min(1).max(120);

/**
 * What a named other owes (rules §3.6, §3.7): an answer of some kind, help where the holder keeps it (`escalate`), or
 * the acknowledgement of a lead who was told (`raise`).
 */
export const askKindSchema = z.enum(['information', 'approval', 'access', 'vendor case', 'child', 'escalate', 'raise']);

/** Who is asked, in agreement ids: a party, one of its teams or somebody of it, or a vendor. */
export const askedSchema = z.discriminatedUnion('party', [
  z.strictObject({ party: z.enum(['msp', 'client']), team: id.exactOptional(), person: id.exactOptional() }),
  z.strictObject({ party: z.literal('vendor'), vendor: id }),
]);

/** One kind of Ask; see {@link askKindSchema}. */
export type AskKind = z.infer<typeof askKindSchema>;
/** Who is asked; see {@link askedSchema}. */
export type Asked = z.infer<typeof askedSchema>;
