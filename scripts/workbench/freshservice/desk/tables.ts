import { randomBytes } from 'node:crypto';
import type { Database } from 'libsql';

/** Creates the stand-in's tables. */
export function createFreshserviceTables(db: Database): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS freshservice_tickets (id INTEGER PRIMARY KEY, data TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS freshservice_conversations (
      id INTEGER PRIMARY KEY AUTOINCREMENT, ticket INTEGER NOT NULL, data TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS freshservice_conversations_by_ticket ON freshservice_conversations (ticket, id);
    CREATE TABLE IF NOT EXISTS freshservice_activities (
      id INTEGER PRIMARY KEY AUTOINCREMENT, ticket INTEGER NOT NULL, data TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS freshservice_activities_by_ticket ON freshservice_activities (ticket, id);
    CREATE TABLE IF NOT EXISTS freshservice_children (parent INTEGER NOT NULL, child INTEGER PRIMARY KEY);
    CREATE TABLE IF NOT EXISTS freshservice_requesters (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE);
    CREATE TABLE IF NOT EXISTS freshservice_keys (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  `);
}

/** A random key, made once per database and kept in it. */
export function keptKey(db: Database, name: string): string {
  const find = db.prepare('SELECT value FROM freshservice_keys WHERE name = ?');
  const kept = find.get(name) as { value: string } | undefined;
  if (kept) return kept.value;
  const value = randomBytes(24).toString('base64url');
  db.prepare('INSERT INTO freshservice_keys (name, value) VALUES (?, ?)').run(name, value);
  return value;
}
