import type { Database } from 'libsql';
import type { RichText } from './richText';
import type { ChangeItem } from './workItems';

/** One entry of a work item's changelog. */
export interface HistoryEntry {
  id: string;
  author: string;
  created: number;
  items: ChangeItem[];
}

export interface Comment {
  id: string;
  author: string;
  body: RichText;
  /** Seen by agents only. */
  internal: boolean;
  created: number;
  updated: number;
}

export interface Worklog {
  id: string;
  author: string;
  comment: RichText | null;
  started: number;
  seconds: number;
  created: number;
}

/** What hangs on a work item: changelog, comments, work logs and properties. Lists are oldest first. */
interface LinkRow {
  type: string;
  outward: number;
}

export interface Records {
  /** Links from a work item to others, by type and outward id. */
  links(issueId: string): readonly { type: string; outward: string }[];
  /** The links that end at a work item. */
  linksTo(issueId: string): readonly { type: string; inward: string }[];
  addLink(issueId: string, type: string, outward: string): void;
  history(issueId: string): HistoryEntry[];
  addHistory(issueId: string, entry: Omit<HistoryEntry, 'id'>): HistoryEntry;
  comments(issueId: string): Comment[];
  addComment(issueId: string, comment: Omit<Comment, 'id' | 'updated'>): Comment;
  worklogs(issueId: string): Worklog[];
  addWorklog(issueId: string, worklog: Omit<Worklog, 'id'>): Worklog;
  /** Keeps an e-mail that the product was asked to send. */
  addMail(issueId: string, mail: { subject: string; body: string; recipients: readonly string[] }): void;
  propertyKeys(issueId: string): string[];
  property(issueId: string, key: string): unknown;
  /** True when the property is new. */
  setProperty(issueId: string, key: string, value: unknown): boolean;
  /** False when there was none. */
  removeProperty(issueId: string, key: string): boolean;
}

interface Row {
  id: number;
  author: string;
  created: number;
}
type HistoryRow = Row & { items: string };
type CommentRow = Row & { body: string; internal: number; updated: number };
type WorklogRow = Row & { comment: string | null; started: number; seconds: number };

const text = (row: { id: number }) => String(row.id);
const parsed = <T>(json: string | null) => (json === null ? null : (JSON.parse(json) as T));

export function records(db: Database): Records {
  const list = <R, T>(table: string, issueId: string, translate: (row: R) => T): T[] =>
    (db.prepare(`SELECT * FROM ${table} WHERE issue = ? ORDER BY id`).all(Number(issueId)) as R[]).map(translate);
  const add = (table: string, issueId: string, row: Record<string, unknown>): string => {
    const names = Object.keys(row);
    const marks = names.map(() => '?').join(', ');
    const insert = db.prepare(`INSERT INTO ${table} (issue, ${names.join(', ')}) VALUES (?, ${marks})`);
    return String(insert.run(Number(issueId), ...Object.values(row)).lastInsertRowid);
  };
  const property = db.prepare('SELECT value FROM jira_property WHERE issue = ? AND key = ?');
  const valueOf = (issueId: string, key: string) => property.get(Number(issueId), key) as { value: string } | undefined;

  return {
    history: issueId =>
      list('jira_history', issueId, (row: HistoryRow) => ({
        id: text(row),
        author: row.author,
        created: row.created,
        items: JSON.parse(row.items) as ChangeItem[],
      })),
    links: issueId =>
      (db.prepare('SELECT type, outward FROM jira_link WHERE issue = ?').all(Number(issueId)) as LinkRow[]).map(
        ({ type, outward }) => ({ type, outward: String(outward) }),
      ),
    linksTo: issueId =>
      (
        db.prepare('SELECT type, issue FROM jira_link WHERE outward = ?').all(Number(issueId)) as {
          type: string;
          issue: number;
        }[]
      ).map(({ type, issue }) => ({ type, inward: String(issue) })),
    addLink: (issueId, type, outward) =>
      void db
        .prepare('INSERT INTO jira_link (issue, type, outward) VALUES (?, ?, ?)')
        .run(Number(issueId), type, Number(outward)),
    addHistory: (issueId, entry) => ({
      ...entry,
      id: add('jira_history', issueId, { ...entry, items: JSON.stringify(entry.items) }),
    }),
    comments: issueId =>
      list('jira_comment', issueId, (row: CommentRow) => ({
        id: text(row),
        author: row.author,
        body: JSON.parse(row.body) as RichText,
        internal: row.internal === 1,
        created: row.created,
        updated: row.updated,
      })),
    addComment: (issueId, comment) => {
      const whole = { ...comment, updated: comment.created };
      const row = { ...whole, body: JSON.stringify(comment.body), internal: Number(comment.internal) };
      return { ...whole, id: add('jira_comment', issueId, row) };
    },
    worklogs: issueId =>
      list('jira_worklog', issueId, (row: WorklogRow) => ({
        id: text(row),
        author: row.author,
        comment: parsed<RichText>(row.comment),
        started: row.started,
        seconds: row.seconds,
        created: row.created,
      })),
    addWorklog: (issueId, worklog) => ({
      ...worklog,
      id: add('jira_worklog', issueId, { ...worklog, comment: worklog.comment && JSON.stringify(worklog.comment) }),
    }),
    addMail: (issueId, { recipients, ...mail }) =>
      void add('jira_mail', issueId, { ...mail, recipients: recipients.join(' ') }),
    propertyKeys: issueId =>
      (
        db.prepare('SELECT key FROM jira_property WHERE issue = ? ORDER BY key').all(Number(issueId)) as {
          key: string;
        }[]
      ).map(({ key }) => key),
    property: (issueId, key) => {
      const found = valueOf(issueId, key);
      return found === undefined ? undefined : (JSON.parse(found.value) as unknown);
    },
    setProperty: (issueId, key, value) => {
      const isNew = valueOf(issueId, key) === undefined;
      db.prepare('INSERT OR REPLACE INTO jira_property (issue, key, value) VALUES (?, ?, ?)').run(
        ...[Number(issueId), key, JSON.stringify(value)],
      );
      return isNew;
    },
    removeProperty: (issueId, key) =>
      db.prepare('DELETE FROM jira_property WHERE issue = ? AND key = ?').run(Number(issueId), key).changes > 0,
  };
}
