import { randomUUID } from 'node:crypto';
import type { Database } from 'libsql';
import { refuse } from './failure';
import type { Limits } from './limits';
import type { Quota } from './quota';

interface Row {
  id: string;
  name: string;
  tag: string;
  started: number;
  ended: number | null;
  status: 'in-progress' | 'success' | 'failed' | 'timeout';
  message: string | null;
}

/** One job as the platform tells it. */
export interface JobView {
  id: string;
  name: string;
  tag: string;
  start_time: string;
  end_time?: string;
  status: Row['status'];
  status_message?: string;
}

/** `$job` and `client.job`: long work, started here and asked about later. */
export interface JobRunner {
  invoke(name: unknown, tag: unknown, data: unknown): { id: string };
  get(id: unknown): JobView;
  list(): { jobs: JobView[] };
  updateStatusMessage(id: string | undefined, message: unknown): { status: 200 };
}

const toView = (row: Row): JobView => ({
  id: row.id,
  name: row.name,
  tag: row.tag,
  start_time: new Date(row.started).toISOString(),
  ...(row.ended === null ? {} : { end_time: new Date(row.ended).toISOString() }),
  status: row.status,
  ...(row.message === null ? {} : { status_message: row.message }),
});

/** What the job runner is opened with. */
export interface JobSettings {
  db: Database;
  declared: string[];
  now(): number;
  quota: Quota;
  limits: Limits;
  /** Starts the job's function and resolves with how it ended. */
  run(id: string, name: string, data: Record<string, unknown>): Promise<'success' | 'failed' | 'timeout'>;
}

/** Opens the job runner. */
export function jobRunner({ db, declared, now, quota, limits, run }: JobSettings): JobRunner {
  const find = (id: unknown): Row =>
    (db.prepare('SELECT * FROM fdk_jobs WHERE id = ?').get(String(id)) as Row | undefined) ??
    refuse(404, 'Job not found');
  const running = () =>
    (db.prepare("SELECT count(*) AS held FROM fdk_jobs WHERE status = 'in-progress'").get() as { held: number }).held;

  const checkStart = (name: unknown, data: unknown): string => {
    if (typeof name !== 'string' || !declared.includes(name))
      return refuse(404, `Job '${String(name)}' is not declared in the manifest`);
    if (Buffer.byteLength(JSON.stringify(data)) > limits.serverMethodBytes) refuse(413, 'The payload exceeds 100KB');
    if (running() >= limits.runningJobs) refuse(429, `At most ${limits.runningJobs} jobs run at once`);
    return name;
  };

  return {
    invoke: (job, tag, data = {}) => {
      quota();
      const name = checkStart(job, data);
      const id = randomUUID();
      db.prepare("INSERT INTO fdk_jobs (id, name, tag, started, status) VALUES (?, ?, ?, ?, 'in-progress')").run(
        id,
        name,
        String(tag ?? ''),
        now(),
      );
      void run(id, name, data as Record<string, unknown>).then(status =>
        db.prepare('UPDATE fdk_jobs SET status = ?, ended = ? WHERE id = ?').run(status, now(), id),
      );
      return { id };
    },
    get: id => {
      quota();
      return toView(find(id));
    },
    list: () => {
      quota();
      return {
        jobs: (db.prepare('SELECT * FROM fdk_jobs ORDER BY started DESC LIMIT 100').all() as Row[]).map(toView),
      };
    },
    updateStatusMessage: (id, message) => {
      quota();
      if (!id) refuse(400, 'The status message can only be updated by a running job');
      if (typeof message !== 'string' || message.length > 500)
        refuse(400, 'The status message should not exceed 500 characters');
      db.prepare('UPDATE fdk_jobs SET message = ? WHERE id = ?').run(message as string, id as string);
      return { status: 200 };
    },
  };
}
