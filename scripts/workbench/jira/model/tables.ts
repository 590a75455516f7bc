import type { Database } from 'libsql';

/** Creates the stand-in's tables where they are missing. */
export function createJiraTables(db: Database): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS jira_issue (
      id INTEGER PRIMARY KEY, number INTEGER NOT NULL UNIQUE, summary TEXT NOT NULL, description TEXT,
      type TEXT NOT NULL, status TEXT NOT NULL, priority TEXT NOT NULL, assignee TEXT, reporter TEXT NOT NULL,
      creator TEXT NOT NULL, resolution TEXT, resolved INTEGER, created INTEGER NOT NULL, updated INTEGER NOT NULL
    );
    CREATE TABLE IF NOT EXISTS jira_history (
      id INTEGER PRIMARY KEY, issue INTEGER NOT NULL, author TEXT NOT NULL, created INTEGER NOT NULL, items TEXT NOT NULL
    );
    CREATE INDEX IF NOT EXISTS jira_history_by_issue ON jira_history (issue, id);
    CREATE TABLE IF NOT EXISTS jira_comment (
      id INTEGER PRIMARY KEY, issue INTEGER NOT NULL, author TEXT NOT NULL, body TEXT NOT NULL,
      internal INTEGER NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL
    );
    CREATE INDEX IF NOT EXISTS jira_comment_by_issue ON jira_comment (issue, id);
    CREATE TABLE IF NOT EXISTS jira_worklog (
      id INTEGER PRIMARY KEY, issue INTEGER NOT NULL, author TEXT NOT NULL, comment TEXT,
      started INTEGER NOT NULL, seconds INTEGER NOT NULL, created INTEGER NOT NULL
    );
    CREATE TABLE IF NOT EXISTS jira_property (
      issue INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (issue, key)
    );
    CREATE TABLE IF NOT EXISTS jira_mail (
      id INTEGER PRIMARY KEY, issue INTEGER NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL, recipients TEXT NOT NULL
    );
    CREATE TABLE IF NOT EXISTS jira_link (issue INTEGER NOT NULL, type TEXT NOT NULL, outward INTEGER NOT NULL);
    CREATE INDEX IF NOT EXISTS jira_issue_by_updated ON jira_issue (updated);
  `);
}

/** Ids begin far from the numbers in keys, so that nobody takes one for the other. */
export const FIRST_ISSUE_ID = 20_101;
