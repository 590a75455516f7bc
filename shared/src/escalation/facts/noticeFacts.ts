import { z } from 'zod';
import { templateStages } from '../../agreement';
import { id, instant, party } from './basics';

/** Why a channel did not take a message. */
export const deliveryFailures = [
  'refused',
  'busy',
  'unreachable',
  'redirected',
  'not set up',
  'erased',
  /** An older one that waits for the channel was not taken: it must not be overtaken. */
  'behind',
] as const;

/** A message: the number of the fact that owes it. */
const notice = z.number().int();

/** What is said outside the ticket and what became of it. Words and addresses are no part of it. */
export const noticeFacts = {
  /** A person pressed Send on a message to the customer; `passed` is who speaks to them by the agreement, if another. */
  MessageReleased: z.strictObject({ stage: z.enum(templateStages).exactOptional(), passed: id.exactOptional() }),
  /** Somebody is to hear of the fact `of`, on the first of these channels that takes it; looked up when it was said. */
  NoticeOwed: z.strictObject({
    of: notice,
    to: z.strictObject({
      party: z.enum([...party.options, 'vendor', 'customer']).exactOptional(),
      person: id.exactOptional(),
    }),
    channels: z.array(id).min(1),
    /** Whom the desk's own e-mail goes to. */
    people: z.array(id),
    /** The obligation it is about: the next message about it replaces one that nobody has taken yet. */
    about: id.exactOptional(),
    /** What becomes of a page that was sent before. */
    page: z.enum(['acknowledge', 'resolve']).exactOptional(),
    /** The agreed text for these readers says it. */
    audience: z.enum(['internal', 'executive']).exactOptional(),
    /** To the customer or a vendor: in whose name, and the hash of the text. */
    as: id.exactOptional(),
    message: id.exactOptional(),
  }),
  NoticeHandedOver: z.strictObject({
    notice,
    channel: id,
    /** By which the channel knows it again. */
    key: id,
    /** Somebody was paged by it. */
    isPage: z.literal(true).exactOptional(),
    /** It goes with others in one message. */
    isDigest: z.literal(true).exactOptional(),
  }),
  /** A communication failure: the next channel is tried at once, after the last all of them `again`, or none any more. */
  NoticeFailed: z.strictObject({
    notice,
    channel: id,
    key: id,
    because: z.enum(deliveryFailures),
    again: instant.exactOptional(),
    /** Not before, since a channel asked for that. */
    isAsked: z.literal(true).exactOptional(),
  }),
  /** Somebody wants what was given up to be tried again. */
  NoticesRetried: z.strictObject({}),
  /** For a while the desk has taken nothing that was to be said on it; from then on it is tried until it has. */
  DeskFellSilent: z.strictObject({}),
  DeskAnswered: z.strictObject({}),
} as const;
