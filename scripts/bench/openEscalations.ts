import type { Database } from 'libsql';
import type { DeskName } from './benchDesk';

/** Ids of copies begin here, far from those a desk gives. */
const FIRST_COPY = 5_000_000;

const numbers =
  'WITH RECURSIVE copies(n) AS (SELECT CAST(? AS INTEGER) UNION ALL SELECT n + 1 FROM copies WHERE n < ?)';

/** What has to be copied of one ticket on each desk, given its id; `copies.n` is that of a copy. */
const copied: Record<DeskName, readonly string[]> = {
  freshservice: [
    `INSERT INTO freshservice_tickets (id, data)
       SELECT n, json_set(data, '$.id', n) FROM freshservice_tickets, copies WHERE id = ?`,
    `INSERT INTO fdk_key_values (key, value)
       SELECT 'e:' || n || substr(key, instr(substr(key, 3), ':') + 2), value FROM fdk_key_values, copies
       WHERE key LIKE 'e:' || ? || ':%'`,
    `INSERT INTO fdk_records (entity, display_id, created, updated, data)
       SELECT entity, 'COPY-' || n, created, updated, json_set(data, '$.ticketKey', CAST(n AS TEXT))
       FROM fdk_records, copies WHERE json_extract(data, '$.ticketKey') = ?`,
  ],
  jira: [
    `INSERT INTO jira_issue
       SELECT n, n, summary, description, type, status, priority, assignee, reporter, creator, resolution, resolved,
         created, updated FROM jira_issue, copies WHERE id = ?`,
    `INSERT INTO forge_rows (store, key, value, created, updated, expires)
       SELECT store, CAST(n AS TEXT), json_set(value, '$.ticketId', CAST(n AS TEXT)), created, updated, expires
       FROM forge_rows, copies WHERE until IS NULL AND key = ?`,
  ],
};

/**
 * Copies a ticket with its ledger, in the desk's and the app's own tables, so that so many escalations are open as no
 * bench could open one by one. Copies take the next free ids after `taken`.
 */
export function copyEscalation(
  db: Database,
  name: DeskName,
  nativeId: string,
  { taken, count }: { readonly taken: number; readonly count: number },
): void {
  if (count === 0) return;
  const first = FIRST_COPY + taken;
  for (const statement of copied[name]) {
    db.prepare(`${numbers} ${statement}`).run(first, first + count - 1, nativeId);
  }
}
