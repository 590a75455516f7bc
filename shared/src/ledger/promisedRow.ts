import { z } from 'zod';
import type { PromisedTicket, Terms } from '../agreement';

const id = z.string().min(1).max(64);

/** Under which version a ticket was promised what, and by which cells. */
export const promisedSchema = z.strictObject({
  version: z.number().int(),
  workType: id,
  impact: z.string().max(120).exactOptional(),
  cell: id,
  overlay: id.exactOptional(),
  /** Where other cells say how it crosses. */
  crossing: z.partialRecord(z.enum(['client>msp', 'msp>client']), id).exactOptional(),
});

const ways = ['client>msp', 'msp>client'] as const;

/** What is kept in a list of the promises that count for a ticket. */
export function promisedIn({
  version,
  workType,
  impact,
  cell,
  overlay,
  boundaries,
}: Terms): z.infer<typeof promisedSchema> {
  const others = ways.filter(way => boundaries[way].cell !== cell).map(way => [way, boundaries[way].cell] as const);
  return {
    ...{ version, workType, cell },
    ...(impact === undefined ? {} : { impact }),
    ...(overlay === undefined ? {} : { overlay }),
    ...(others.length === 0 ? {} : { crossing: Object.fromEntries(others) }),
  };
}

/** The ticket of a row as a change of the agreement is held against it. */
export function promisedTicket(
  { workType, impact, cell, overlay, crossing }: z.infer<typeof promisedSchema>,
  priority: PromisedTicket['priority'],
): PromisedTicket {
  const maybe = Object.entries({ impact, overlay, crossing }).filter(([, value]) => value !== undefined);
  return { workType, cell, priority, ...Object.fromEntries(maybe) };
}
