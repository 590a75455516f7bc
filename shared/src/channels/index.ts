export type { Answer } from './answer';
export type { ChannelDesk, DigestEntry } from './channelDesk';
export { deliver, messageKey } from './deliver';
export { ALONE, GATHERS_FOR, sendDigest } from './digest';
export type { Message, Post } from './message';
export { dedupKey } from './pagerduty';
export { postOf } from './post';
export { signatureOf, signingKey, type Signed } from './signature';
export { readSecrets, secretViolations, targetOf, type ChannelSecret, type Target } from './target';
