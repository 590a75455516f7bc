export type {
  DeskStatus,
  DeskTicket,
  DueTimes,
  PastPlacement,
  PublicMessage,
  TicketAttachment,
  TicketNote,
} from './deskTicket';
export { askedSchema, askKindSchema, type Asked, type AskKind } from './asking';
export { actorSchema, assuranceSchema, erasureReasonSchema, placementSchema, ticketEventSchema } from './events';
export type { Actor, Assurance, ErasureReason, PacketText, TicketEvent, TicketEventOf } from './events';
