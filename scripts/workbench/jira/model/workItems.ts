import type { Database } from 'libsql';
import { plainText, type RichText } from './richText';
import { ISSUE_TYPES, known, PRIORITIES, PROJECT, RESOLUTION, STATUSES } from './site';
import { FIRST_ISSUE_ID } from './tables';

/** One work item as it stands. Fields name fixed things by id and people by account id. */
export interface WorkItem {
  /** Immutable number as a string, unlike the key. */
  id: string;
  key: string;
  summary: string;
  description: RichText | null;
  type: string;
  status: string;
  priority: string;
  assignee: string | null;
  reporter: string;
  creator: string;
  resolution: string | null;
  resolved: number | null;
  created: number;
  updated: number;
}

/** The fields somebody can change. */
export type WorkItemFields = Pick<WorkItem, 'summary' | 'description' | 'status' | 'priority' | 'assignee'>;

export interface NewWorkItem extends Omit<WorkItemFields, 'status'> {
  type: string;
  reporter: string;
}

/** One changed field, as the changelog says it. */
export interface ChangeItem {
  field: string;
  fieldtype: 'jira';
  fieldId: string;
  from: string | null;
  fromString: string | null;
  to: string | null;
  toString: string | null;
}

export interface WorkItems {
  /** By id or key. */
  find(idOrKey: string): WorkItem | undefined;
  /** Newest first. */
  list(): WorkItem[];
  add(item: NewWorkItem, creator: string, at: number): WorkItem;
  /** Writes the new fields and says what changed; nothing when nothing did. */
  write(item: WorkItem, fields: Partial<WorkItemFields>, at: number): ChangeItem[];
  touch(id: string, at: number): void;
}

type Row = Omit<WorkItem, 'id' | 'key' | 'description'> & { id: number; number: number; description: string | null };

const translateRow = ({ number, ...row }: Row): WorkItem => ({
  ...row,
  id: String(row.id),
  key: `${PROJECT.key}-${number}`,
  description: row.description === null ? null : (JSON.parse(row.description) as RichText),
});

type Shown = (value: never) => [id: string | null, shown: string | null];

export function workItems(db: Database, displayName: (accountId: string) => string): WorkItems {
  const byNumber = db.prepare('SELECT * FROM jira_issue WHERE number = ?');
  const byId = db.prepare('SELECT * FROM jira_issue WHERE id = ?');

  const find: WorkItems['find'] = idOrKey => {
    const number = new RegExp(`^${PROJECT.key}-(\\d+)$`, 'i').exec(idOrKey)?.[1];
    const row = number ? byNumber.get(Number(number)) : /^\d+$/.test(idOrKey) ? byId.get(Number(idOrKey)) : undefined;
    return row ? translateRow(row as Row) : undefined;
  };

  const nameOf: Record<string, Shown> = {
    summary: (value: string) => [null, value],
    description: (value: RichText | null) => [null, value === null ? null : plainText(value)],
    status: (value: string) => [value, known(STATUSES, value).name],
    priority: (value: string) => [value, known(PRIORITIES, value).name],
    assignee: (value: string | null) => [value, value === null ? null : displayName(value)],
    resolution: (value: string | null) => [value, value === null ? null : RESOLUTION.name],
  };
  const change = (field: string, before: unknown, after: unknown): ChangeItem[] => {
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    const [[from, fromString], [to, toString]] = [nameOf[field]!(before as never), nameOf[field]!(after as never)];
    return [{ field, fieldtype: 'jira', fieldId: field, from, fromString, to, toString }];
  };
  /** Reaching a done status resolves, leaving it takes that back. */
  const withResolution = (item: WorkItem, fields: Partial<WorkItemFields>, at: number): WorkItem => {
    const next = { ...item, ...fields };
    const isDone = known(STATUSES, next.status).category.key === 'done';
    if (isDone === (item.resolution !== null)) return next;
    return { ...next, resolution: isDone ? RESOLUTION.id : null, resolved: isDone ? at : null };
  };

  return {
    find,
    list: () => (db.prepare('SELECT * FROM jira_issue ORDER BY id DESC').all() as Row[]).map(translateRow),
    add: (item, creator, at) => {
      const { last } = db.prepare('SELECT MAX(number) AS last FROM jira_issue').get() as { last: number | null };
      const number = (last ?? 0) + 1;
      const id = FIRST_ISSUE_ID + 7 * number;
      known(ISSUE_TYPES, item.type);
      db.prepare(
        `INSERT INTO jira_issue (id, number, summary, description, type, status, priority, assignee, reporter, creator,
         created, updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        ...[id, number, item.summary, item.description && JSON.stringify(item.description), item.type],
        ...[STATUSES[0]!.id, item.priority, item.assignee, item.reporter, creator, at, at],
      );
      return find(String(id))!;
    },
    write: (item, fields, at) => {
      const next = withResolution(item, fields, at);
      const names = ['summary', 'description', 'priority', 'assignee', 'resolution', 'status'] as const;
      const items = names.flatMap(name => change(name, item[name], next[name]));
      if (items.length === 0) return [];
      db.prepare(
        `UPDATE jira_issue SET summary = ?, description = ?, priority = ?, assignee = ?, resolution = ?, status = ?,
         resolved = ?, updated = ? WHERE id = ?`,
      ).run(
        ...[next.summary, next.description && JSON.stringify(next.description), next.priority, next.assignee],
        ...[next.resolution, next.status, next.resolved, at, Number(item.id)],
      );
      return items;
    },
    touch: (id, at) => void db.prepare('UPDATE jira_issue SET updated = ? WHERE id = ?').run(at, Number(id)),
  };
}
