import type { TicketEvent } from '../ticket';
import { fact } from './decision';
import type { NewFact } from './events';
import type { Offered } from './state';

/** How long (ms) a reply under an offer stays undisturbed before it counts as acceptance (rules §3.3). */
const WORKED_FOR = 900_000;

/** Epoch ms at which the receiver's work on it counts as acceptance. */
export const takenUpAt = ({ offer: { working } }: Offered): number | undefined => working && working.at + WORKED_FOR;

/** Nobody objected to the receiver's work on it (rules §3.3). */
export function takenUp({ offer: { working, handoff, deadline } }: Offered, event: TicketEvent, at: number): NewFact[] {
  if (!working) return [];
  const taken = { handoff, to: { ...working.to }, how: 'by work', deadline } as const;
  return [fact(event, 'HandoffAccepted', taken, { at, deemed: true })];
}
