import type { Database } from 'libsql';
import type { WorkbenchClock } from '../../clock';
import { activityLines } from './activityText';
import { notFound } from './apiFailure';
import type { Actor, Directory } from './directory';
import { relatedTo, type Related } from './relations';
import { apiTime } from './serviceLevels';
import { changedTicket, checkFields, checkMandatory, fieldChanges, type FieldChanges } from './ticketChange';
import { newTicketRecord, plainText, type NewTicket, type TicketRecord } from './ticketRecord';

/** One note or reply. */
export interface Conversation {
  id: number;
  user_id: number;
  ticket_id: number;
  body: string;
  body_text: string;
  private: boolean;
  incoming: boolean;
  source: number;
  /** Who was told of it by e-mail. */
  to_emails?: string[] | undefined;
  created_at: string;
  updated_at: string;
}

/** One entry of a ticket's activities. */
export interface Activity {
  actor: { id: number; name: string };
  content: string;
  sub_contents: string[];
  created_at: string;
}

/** What just happened on the desk, and in which browser window if it was one. */
export interface DeskChange {
  kind: 'created' | 'updated' | 'conversation';
  ticket: TicketRecord;
  changes: FieldChanges;
  actor: Actor;
  conversation?: Conversation;
  window: string | undefined;
}

/** How a change is made. */
export interface Manner {
  bypassMandatory?: boolean;
  window?: string | undefined;
}

/** The account's tickets and what is said on them. The last writer wins, as on the product. */
export interface ServiceDesk {
  create(ticket: NewTicket, actor: Actor): TicketRecord;
  update(id: number, fields: Record<string, unknown>, actor: Actor, manner?: Manner): TicketRecord;
  say(
    id: number,
    words: { body: string; isPrivate: boolean; incoming?: boolean; to?: string[] | undefined },
    actor: Actor,
    manner?: Manner,
  ): Conversation;
  ticket(id: number): TicketRecord;
  tickets(): TicketRecord[];
  conversations(id: number): Conversation[];
  /** Newest first. */
  activities(id: number): Activity[];
  related(id: number): Related;
  onChange(listener: (change: DeskChange) => void): void;
}

interface Row {
  id: number;
  data: string;
}

const firstTicket = 101;

/** Opens the desk kept in the database. */
export function serviceDesk(db: Database, clock: WorkbenchClock, people: Directory): ServiceDesk {
  const listeners: ((change: DeskChange) => void)[] = [];
  const tell = (change: DeskChange) => listeners.forEach(listener => listener(change));
  const now = () => apiTime(clock.now());

  const ticket = (id: number): TicketRecord => {
    const row = db.prepare('SELECT id, data FROM freshservice_tickets WHERE id = ?').get(id) as Row | undefined;
    if (!row) throw notFound();
    return JSON.parse(row.data) as TicketRecord;
  };
  const keep = (record: TicketRecord) =>
    db
      .prepare('INSERT OR REPLACE INTO freshservice_tickets (id, data) VALUES (?, ?)')
      .run(record.id, JSON.stringify(record));
  const note = (id: number, actor: Actor, [content = '', ...more]: string[]) => {
    const activity: Activity = {
      actor: { id: actor.id, name: actor.name },
      content,
      sub_contents: more,
      created_at: now(),
    };
    db.prepare('INSERT INTO freshservice_activities (ticket, data) VALUES (?, ?)').run(id, JSON.stringify(activity));
  };
  const nextId = () => {
    const { last } = db.prepare('SELECT max(id) AS last FROM freshservice_tickets').get() as { last: number | null };
    return (last ?? firstTicket - 1) + 1;
  };
  const heard = (record: TicketRecord, words: Conversation): TicketRecord => {
    const at = words.created_at;
    const isAnswer = !words.private && !words.incoming;
    const told = isAnswer
      ? { agent_responded_at: at, first_responded_at: record.stats.first_responded_at ?? at }
      : words.incoming
        ? { requester_responded_at: at }
        : {};
    return { ...record, updated_at: at, stats: { ...record.stats, ...told } };
  };

  return {
    create: (given, actor) => {
      const record = newTicketRecord(nextId(), given, given.requester_id ?? actor.id, clock.now());
      keep(record);
      note(record.id, actor, ['created the ticket']);
      tell({ kind: 'created', ticket: record, changes: {}, actor, window: undefined });
      return record;
    },
    update: (id, fields, actor, manner = {}) => {
      const before = ticket(id);
      checkFields(fields, people);
      const changes = fieldChanges(before, fields);
      if (Object.keys(changes).length === 0) return before;
      const after = changedTicket(before, changes, clock.now());
      if (!manner.bypassMandatory) checkMandatory(after);
      if (changes['description']) after.description_text = plainText(after.description);
      keep(after);
      note(id, actor, activityLines(changes, people));
      tell({ kind: 'updated', ticket: after, changes, actor, window: manner.window });
      return after;
    },
    say: (id, { body, isPrivate, incoming = false, to }, actor, manner = {}) => {
      const before = ticket(id);
      const isIncoming = incoming || actor.kind === 'requester';
      const words: Omit<Conversation, 'id'> = {
        user_id: actor.id,
        ticket_id: id,
        body,
        body_text: plainText(body),
        private: isPrivate,
        incoming: isIncoming,
        source: isPrivate ? 2 : 0,
        to_emails: to,
        created_at: now(),
        updated_at: now(),
      };
      const added = db
        .prepare('INSERT INTO freshservice_conversations (ticket, data) VALUES (?, ?)')
        .run(id, JSON.stringify(words));
      const conversation = { id: Number(added.lastInsertRowid), ...words };
      const after = heard(before, conversation);
      keep(after);
      note(id, actor, [isPrivate ? 'added a private note' : isIncoming ? 'replied' : 'sent a reply to the requester']);
      tell({ kind: 'conversation', ticket: after, changes: {}, actor, conversation, window: manner.window });
      return conversation;
    },
    ticket,
    tickets: () =>
      (db.prepare('SELECT id, data FROM freshservice_tickets ORDER BY id').all() as Row[]).map(
        row => JSON.parse(row.data) as TicketRecord,
      ),
    conversations: id =>
      (db.prepare('SELECT id, data FROM freshservice_conversations WHERE ticket = ? ORDER BY id').all(id) as Row[]).map(
        row => ({
          id: row.id,
          ...(JSON.parse(row.data) as Omit<Conversation, 'id'>),
        }),
      ),
    related: id => relatedTo(db, id),
    activities: id =>
      (
        db.prepare('SELECT id, data FROM freshservice_activities WHERE ticket = ? ORDER BY id DESC').all(id) as Row[]
      ).map(row => JSON.parse(row.data) as Activity),
    onChange: listener => void listeners.push(listener),
  };
}
