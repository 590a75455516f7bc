export type { Answer } from './answer';
export { deliver, messageKey, type ChannelDesk } from './deliver';
export type { Message, Post } from './message';
export { dedupKey } from './pagerduty';
export { postOf } from './post';
export { signatureOf, signingKey, type Signed } from './signature';
export { readSecrets, secretViolations, targetOf, type ChannelSecret, type Target } from './target';
