export type { AlertPayload } from './alertPayload';
export { answerKnock, type InboundAnswer } from './door';
export type {
  AlertDesk,
  AlertStore,
  InboundDoor,
  InboundJob,
  KeptAlert,
  RefusedBecause,
  TicketOrder,
} from './inboundDesk';
export type { Knock } from './signedIn';
export { enteredViolations, keyViolation } from './sourceKey';
export { takeInbound, turnOf } from './takeInbound';
export type { Trial } from './trial';
export { triedLines, tryOut, type TriedSeverity } from './tryOut';
