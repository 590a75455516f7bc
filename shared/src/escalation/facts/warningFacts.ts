import { z } from 'zod';

const id = z.string().min(1);

/** What can be owed, as the parties call it. */
export const obligationKinds = [
  'acknowledge',
  'triage',
  'respond',
  'resolve',
  'next-action',
  'decide',
  'answer',
  'chase',
  'update',
  'packet',
] as const;

/** An obligation that is late or soon will be, and the people who are to be told. */
const owed = {
  kind: z.enum(obligationKinds),
  /** Which one of its kind: each share of it is said once. */
  name: id,
  /** Whom an update is owed to; absent in older ledgers. */
  audience: z.enum(['customer', 'internal', 'executive']).exactOptional(),
  party: z.enum(['msp', 'client', 'vendor']),
  vendor: id.exactOptional(),
  team: id.exactOptional(),
  person: id.exactOptional(),
  /** Epoch ms. */
  dueAt: z.number().int(),
  /** Looked up when it was said; empty where it was over before Baton knew of the ticket. */
  tell: z.array(id),
};

/** What clocks say by themselves. */
export const warningFacts = {
  /**
   * So much of a target, in percent, was used up while its clock ran: both parties are told, once per share. With
   * `pace` (service ms): less was left than the team that has it has needed before, said once per stay.
   */
  WarningGiven: z.strictObject({
    ...owed,
    share: z.number().int(),
    pace: z.strictObject({ needed: z.number().int(), left: z.number().int() }).exactOptional(),
  }),
  /** The due instant passed while the clock ran. */
  Breached: z.strictObject(owed),
} as const;
