export type { DeskStatus, DeskTicket, PastPlacement, TicketAttachment, TicketNote } from './deskTicket';
export { actorSchema, assuranceSchema, placementSchema, ticketEventSchema } from './events';
export type { Actor, Assurance, PacketText, TicketEvent, TicketEventOf } from './events';
