import type { Database } from 'libsql';

export type QueueState = 'waiting' | 'running' | 'success' | 'failed' | 'cancelled';

/** Why an item is handed over again. */
export interface RetryContext {
  retryCount: number;
  retryReason: string;
  retryData: unknown;
}

export interface QueueItem {
  id: string;
  jobId: string;
  queue: string;
  body: unknown;
  delayInSeconds?: number;
  concurrency?: { key: string; limit: number };
  pushed: number;
  due: number;
  failures: number;
  retry?: RetryContext;
}

export interface QueueTable {
  add(item: QueueItem): void;
  setState(id: string, state: QueueState): void;
  /** Puts an item back to wait until `due`. */
  again(item: QueueItem): void;
  isWaiting(id: string): boolean;
  /** Every item not finished; those that were running when the workbench stopped wait again. */
  unfinished(): QueueItem[];
  states(jobId: string): Partial<Record<QueueState, number>>;
  cancel(jobId: string): void;
}

export function queueTable(db: Database): QueueTable {
  db.exec(`CREATE TABLE IF NOT EXISTS forge_queue (
    id TEXT PRIMARY KEY, job TEXT NOT NULL, item TEXT NOT NULL, state TEXT NOT NULL
  )`);
  db.exec('CREATE INDEX IF NOT EXISTS forge_queue_by_job ON forge_queue (job, state)');
  const insert = db.prepare('INSERT INTO forge_queue (id, job, item, state) VALUES (?, ?, ?, ?)');
  const setState = db.prepare('UPDATE forge_queue SET state = ? WHERE id = ?');
  const stateOf = db.prepare('SELECT state FROM forge_queue WHERE id = ?');
  return {
    add: item => void insert.run(item.id, item.jobId, JSON.stringify(item), 'waiting'),
    setState: (id, state) => void setState.run(state, id),
    again: item =>
      void db
        .prepare("UPDATE forge_queue SET state = 'waiting', item = ? WHERE id = ? AND state <> 'cancelled'")
        .run(JSON.stringify(item), item.id),
    isWaiting: id => (stateOf.get(id) as { state: QueueState } | undefined)?.state === 'waiting',
    unfinished: () => {
      db.prepare("UPDATE forge_queue SET state = 'waiting' WHERE state = 'running'").run();
      const found = db.prepare("SELECT item FROM forge_queue WHERE state = 'waiting' ORDER BY rowid").all();
      return (found as { item: string }[]).map(({ item }) => JSON.parse(item) as QueueItem);
    },
    states: jobId => {
      const found = db.prepare('SELECT state, COUNT(*) AS times FROM forge_queue WHERE job = ? GROUP BY state');
      return Object.fromEntries(
        (found.all(jobId) as { state: QueueState; times: number }[]).map(({ state, times }) => [state, times]),
      );
    },
    cancel: jobId =>
      void db.prepare("UPDATE forge_queue SET state = 'cancelled' WHERE job = ? AND state = 'waiting'").run(jobId),
  };
}
