import { z } from 'zod';
import type { Open } from '../escalation';

const id = z.string().min(1).max(64);

/** What a row keeps of a shift that hands over: who offers it to which team, and to be done by when (epoch ms). */
export const shiftSchema = z.strictObject({
  shift: id,
  by: id,
  team: id,
  deadline: z.number().int(),
  left: z.enum(['out', 'untaken']).exactOptional(),
});

/** What whoever has it offers to the next shift of their team, while it is worked on. */
export function shiftOf({ shift, status }: Open): { readonly shift?: z.infer<typeof shiftSchema> } {
  if (!shift || (status !== 'held' && status !== 'offered')) return {};
  const { by, to, deadline, left } = shift;
  return { shift: { shift: shift.shift, by, team: to.team, deadline, ...(left === undefined ? {} : { left }) } };
}
