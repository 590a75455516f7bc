export type {
  DeskStatus,
  DeskTicket,
  DueTimes,
  PastPlacement,
  PublicMessage,
  TicketAttachment,
  TicketNote,
} from './deskTicket';
export { saidOf } from './activity';
export { askedSchema, askKindSchema, type Asked, type AskKind } from './asking';
export { erasureReasonSchema, ticketEventSchema } from './events';
export type { Actor, Assurance, ErasureReason, TicketEvent, TicketEventOf } from './events';
export type { PacketText } from './handoffEvents';
export { actorSchema, assuranceSchema, placementSchema } from './reported';
export { outcomeSchema, type Outcome } from './sending';
