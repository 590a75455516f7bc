import { z } from 'zod';
import { placementSchema } from '../../ticket';
import { instant, id, party, team } from './basics';

/** Facts of a transfer that no handoff explains, and how it is put right. */
export const transferFacts = {
  /**
   * A move across the boundary that no offer, acceptance or routing explains, or one to a team of the same party whose
   * packet is owed (rules §2); custody stays, `accountable` answers for the time. `notBefore`: learned from how the
   * ticket lay, so it happened between then and `at`.
   */
  UnbatonedTransfer: z.strictObject({
    transfer: id,
    to: placementSchema,
    accountable: party,
    notBefore: instant.exactOptional(),
  }),
  /** Whoever moved it took it back within two minutes: it counts nowhere. */
  TransferCorrected: z.strictObject({ transfer: id, to: placementSchema }),
  /** A further move inside the party it went to, before anybody there has worked on it. */
  TransferFollowed: z.strictObject({ transfer: id, to: placementSchema }),
  /** The desk's fields are back with the party that has custody. */
  TransferUndone: z.strictObject({ transfer: id, to: placementSchema }),
  /** The new party began to work on it, so custody followed (rules §3.8). */
  CustodyFollowed: z.strictObject({ transfer: id, to: team, how: z.enum(['claimed', 'replied', 'resolved']) }),
  /** The receiver takes it without a packet, and says why. */
  AcceptedAsItIs: z.strictObject({ transfer: id, to: team, reason: id }),
  /** The giver takes it back. */
  TransferTakenBack: z.strictObject({ transfer: id }),
  /** The receiver gives it back with guidance, or Baton does where the agreement enforces (rules §4.2). */
  TransferReturned: z.strictObject({ transfer: id, how: z.enum(['guidance', 'automatic']) }),
  /** Two minutes later it stays where it lies, and why; the packet is owed. `alike`: how many the mover moved so. */
  PacketOwed: z.strictObject({
    transfer: id,
    stays: z.enum([
      'mass move',
      'observe',
      'pilot',
      'priority 1',
      'major incident',
      'worked on',
      'returned before',
      'giver closed',
      'nobody on duty',
    ]),
    alike: z.number().int().exactOptional(),
    /** This is the ticket on which both leads are asked about all of them. */
    isAsked: z.literal(true).exactOptional(),
  }),
} as const;
