import type { Database } from 'libsql';

/** Creates the host's tables. One database holds one installation. */
export function createFdkTables(db: Database): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS fdk_installation (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS fdk_key_values (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires INTEGER);
    CREATE TABLE IF NOT EXISTS fdk_records (
      number INTEGER PRIMARY KEY AUTOINCREMENT, entity TEXT NOT NULL, display_id TEXT NOT NULL UNIQUE,
      created INTEGER NOT NULL, updated INTEGER NOT NULL, data TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS fdk_records_by_entity ON fdk_records (entity, number);
    CREATE TABLE IF NOT EXISTS fdk_past_records (
      number INTEGER NOT NULL, entity TEXT NOT NULL, display_id TEXT NOT NULL,
      created INTEGER NOT NULL, updated INTEGER NOT NULL, data TEXT NOT NULL, until INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS fdk_schedules (
      name TEXT PRIMARY KEY, data TEXT NOT NULL, first INTEGER NOT NULL, next INTEGER NOT NULL, repeat TEXT);
    CREATE TABLE IF NOT EXISTS fdk_jobs (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, tag TEXT NOT NULL, started INTEGER NOT NULL, ended INTEGER,
      status TEXT NOT NULL, message TEXT);
  `);
}

/** Deletes everything the app stored, as the platform does after an uninstall. */
export function emptyFdkTables(db: Database): void {
  for (const table of ['installation', 'key_values', 'records', 'past_records', 'schedules', 'jobs'])
    db.exec(`DELETE FROM fdk_${table}`);
}
