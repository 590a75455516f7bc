export type { DeskStatus, DeskTicket, DueTimes, PastPlacement, TicketAttachment, TicketNote } from './deskTicket';
export { actorSchema, assuranceSchema, erasureReasonSchema, placementSchema, ticketEventSchema } from './events';
export type { Actor, Assurance, ErasureReason, PacketText, TicketEvent, TicketEventOf } from './events';
