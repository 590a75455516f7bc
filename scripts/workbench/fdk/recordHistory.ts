import type { Database } from 'libsql';

/** What records were before they were changed: what queries see that lag behind. */
export interface RecordHistory {
  /** Called before a record is changed or deleted. */
  keep(id: string): void;
  /** The records as queries see them now, as a table. */
  seen(): { table: string; values: number[] };
  /** How far queries lag behind writes, in ms (0 at the start; below 15 minutes). */
  setLag(ms: number): void;
}

const KEPT_MS = 15 * 60_000;
const COLUMNS = 'number, entity, display_id, created, updated, data';

/** Whether entity queries are consistent is not documented, so the host can let them lag. */
export function recordHistory(db: Database, now: () => number): RecordHistory {
  let lag = 0;
  const keep = db.prepare(
    `INSERT INTO fdk_past_records SELECT ${COLUMNS}, ? FROM fdk_records WHERE display_id = ? AND updated < ?`,
  );
  const forget = db.prepare('DELETE FROM fdk_past_records WHERE until <= ?');
  return {
    keep: id => {
      forget.run(now() - KEPT_MS);
      keep.run(now(), id, now());
    },
    seen: () => {
      if (lag === 0) return { table: 'fdk_records', values: [] };
      const asOf = now() - lag;
      const past = `SELECT ${COLUMNS} FROM fdk_past_records WHERE updated <= ? AND until > ?`;
      return {
        table: `(SELECT ${COLUMNS} FROM fdk_records WHERE updated <= ? UNION ALL ${past})`,
        values: [asOf, asOf, asOf],
      };
    },
    setLag: ms => {
      if (!(ms >= 0 && ms < KEPT_MS)) throw new Error('A query lag is 0 to 15 minutes');
      lag = ms;
    },
  };
}
