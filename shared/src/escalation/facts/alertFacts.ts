import { z } from 'zod';
import { id, instant, party } from './basics';

/** Which alert of which source of the agreement: its own key, hashed. */
const alert = { source: id, alert: id };
const count = z.number().int();

/** Facts of what monitoring and pagers told. */
export const alertFacts = {
  /** It opened the ticket, or stands behind it from now on. These people are told. */
  AlertOpened: z.strictObject({ ...alert, severity: id, tell: z.array(id) }),
  /** It was raised again, so often since that was written down last. */
  AlertRepeated: z.strictObject({ ...alert, severity: id, times: count }),
  /** Somebody saw it where it comes from; nobody has accepted anything by it. */
  AlertAcknowledged: z.strictObject(alert),
  /** Somebody saw a page: nobody of that party is paged again until then, unless it grows worse. Nothing is accepted. */
  PageAcknowledged: z.strictObject({ party: party.exactOptional(), until: instant.exactOptional() }),
  /** It is over. Before anybody had it, the ticket is closed and counts nowhere; else whoever has it is told. */
  AlertCleared: z.strictObject({ ...alert, times: count, isUnclaimed: z.literal(true).exactOptional() }),
} as const;
