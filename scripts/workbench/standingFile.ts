import type { Database } from 'libsql';

/** How a workbench stood when it was last seen. */
export interface Standing {
  /** Difference of its clock to the machine's, ms. */
  readonly offset: number;
}

/** How the workbench of this file stood; undefined for a new file. */
export function keptStanding(db: Database): Standing | undefined {
  db.exec('CREATE TABLE IF NOT EXISTS workbench (name TEXT PRIMARY KEY, value TEXT NOT NULL)');
  const row = db.prepare("SELECT value FROM workbench WHERE name = 'standing'").get() as { value: string } | undefined;
  return row && (JSON.parse(row.value) as Standing);
}

/** Keeps how the workbench stands. */
export function keepStanding(db: Database, standing: Standing): void {
  db.prepare("INSERT OR REPLACE INTO workbench (name, value) VALUES ('standing', ?)").run(JSON.stringify(standing));
}

/** What else was kept under a name, such as an imported cast. */
export function keptValue<T>(db: Database, name: string): T | undefined {
  const row = db.prepare('SELECT value FROM workbench WHERE name = ?').get(name) as { value: string } | undefined;
  return row && (JSON.parse(row.value) as T);
}

/** Keeps a value under a name. */
export function keepValue(db: Database, name: string, value: unknown): void {
  db.prepare('INSERT OR REPLACE INTO workbench (name, value) VALUES (?, ?)').run(name, JSON.stringify(value));
}
