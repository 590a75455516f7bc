import { z } from 'zod';
import { channelKinds } from '../agreement';

const short = z.string().max(200);
const viewer = z.strictObject({ timeZone: short, person: short.exactOptional() });

/** A channel as the text that is being edited has it, which the desk may not know yet. */
const channel = z.strictObject({
  id: short,
  kind: z.enum(channelKinds),
  name: short.exactOptional(),
  region: z.enum(['us', 'eu']).exactOptional(),
});

/** What the setup asks of a desk. */
export const setupRequests = [
  /** Its groups and hours, and for which of these channels and sources an address or key was entered. */
  z.strictObject({ type: z.literal('desk'), viewer, names: z.array(short).max(100) }),
  /** Who is in these native groups. */
  z.strictObject({ type: z.literal('people'), viewer, groups: z.array(short).max(100) }),
  /** Keeps a channel's address and key where the desk keeps secrets. */
  z.strictObject({
    type: z.literal('channel address'),
    viewer,
    channel,
    address: z.string().max(2_000).exactOptional(),
    key: z.string().max(200).exactOptional(),
  }),
  /** Sends a test to a channel. */
  z.strictObject({ type: z.literal('channel test'), viewer, channel }),
  /** Which tickets have a ledger, page by page. */
  z.strictObject({ type: z.literal('ledgers'), viewer, after: z.string().max(4_000).exactOptional() }),
  /** One stored page of a ledger, as it is exported: the newest, or one of before. */
  z.strictObject({ type: z.literal('export'), viewer, ticket: short, page: z.int().positive().exactOptional() }),
  /** Checks the chains of a few of them. */
  z.strictObject({ type: z.literal('verify'), viewer, tickets: z.array(short).min(1).max(5) }),
] as const;

/** One of them. */
export type SetupRequest = z.infer<(typeof setupRequests)[number]>;
/** A channel as the setup sends it. */
export type SetupChannel = z.infer<typeof channel>;
