import { isSamePlacement } from '../escalation';
import type { DeskTicket } from '../ticket';
import type { ListRow } from './row';

const isDone = (stage: ListRow['stage']): boolean => stage === 'resolved' || stage === 'gone';

const isWaitingAsListed = ({ stage, waits }: ListRow, { status }: DeskTicket): boolean =>
  isDone(stage) || waits === (status.is === 'waiting' ? status.whom : undefined);

const isMajorAsListed = ({ stage, isFlagged = false }: ListRow, { isMajor = isFlagged }: DeskTicket): boolean =>
  isDone(stage) || isMajor === isFlagged;

/** Whether a ticket as its desk shows it now lies or stands otherwise than its row says. */
export const differs = (row: ListRow, ticket: DeskTicket): boolean =>
  !isSamePlacement(row.native ?? row.holder, ticket.placement) ||
  (ticket.status.is === 'resolved') !== isDone(row.stage) ||
  !isWaitingAsListed(row, ticket) ||
  !isMajorAsListed(row, ticket) ||
  ticket.facts.priority !== (row.deskPriority ?? row.priority);
