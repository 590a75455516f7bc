import { z } from 'zod';
import { duration, id, label, placement, prose } from './basics';

const packetFields = z.enum(['nextAction', 'deadline', 'diagnosis', 'actions', 'evidence']);

const reason = z.strictObject({ code: id, label });

/** What travels with a handoff: other words for the five fields, further fields, and the reasons to choose from. */
export const packet = z.strictObject({
  labels: z.partialRecord(packetFields, label).exactOptional(),
  extra: z.array(z.strictObject({ id, label, required: z.boolean().default(false) })).exactOptional(),
  reasons: z.array(reason).exactOptional(),
});

/** What one leg of the journey owes, on the hours of the party that owes it. */
export const legTargets = {
  acknowledge: duration.exactOptional(),
  nextAction: duration.exactOptional(),
  answer: duration.exactOptional(),
  decide: duration.exactOptional(),
  /** How long the coordinator may take to sort an offer; as long as an answer if not said. */
  triage: duration.exactOptional(),
  hold: duration.exactOptional(),
  /** How long an acceptance lasts that nobody works on. */
  lease: duration.exactOptional(),
};

export const rung = z.strictObject({
  team: id,
  who: z.enum(['team', 'backup', 'lead']).default('team'),
  acknowledge: duration.exactOptional(),
});

/** How a crossing is handled; a cell says only what differs from its boundary. */
export const handling = {
  governedBy: z.enum(['sla', 'ola', 'uc']).exactOptional(),
  mode: z.enum(['observe', 'pilot', 'enforce']).exactOptional(),
  text: prose.exactOptional(),
  /** Team that is offered first, and the one that stands in for it. */
  receiver: id.exactOptional(),
  backup: id.exactOptional(),
  /** Steps after the receiver; without it the backup is asked, then the lead. */
  ladder: z.array(rung).exactOptional(),
  closedReceiver: z.enum(['giver holds', 'on call', 'wait and stop']).exactOptional(),
  deemedAccepted: z.boolean().exactOptional(),
  visibleAtOffer: z.boolean().exactOptional(),
  /** The receiving coordinator sorts an offer before a team is asked. */
  triage: z.boolean().exactOptional(),
  tieBreak: z.strictObject({ owner: id, holder: placement }).exactOptional(),
  packet: packet.exactOptional(),
};

/** One direction across the boundary, with everything its cells inherit. */
export const boundary = z.strictObject({
  ...handling,
  receiver: id,
  tieBreak: z.strictObject({ owner: id, holder: placement }),
  targets: z.strictObject(legTargets).prefault({}),
});
