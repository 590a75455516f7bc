import type { Database } from 'libsql';
import type { Accounts } from './accounts';
import { records, type Comment, type HistoryEntry, type Records, type Worklog } from './records';
import type { RichText } from './richText';
import { createJiraTables } from './tables';
import { workItems, type NewWorkItem, type WorkItem, type WorkItemFields, type WorkItems } from './workItems';

/** Who changes something, and whether the installed app is the one doing it. */
export interface Actor {
  accountId: string;
  byApp: boolean;
  /** Echoed in the event, so that a caller recognises its own change. */
  trace?: string;
}

/** Something that happened to a work item; `item` is how it stands afterwards. */
export type Happening = { item: WorkItem; actor: Actor; at: number } & (
  | { kind: 'created' }
  | { kind: 'updated'; history: HistoryEntry }
  | { kind: 'commented'; comment: Comment }
  | { kind: 'worklog'; worklog: Worklog }
);

/** The work items of the stand-in and everything on them. Every change tells the listeners once. */
export interface JiraModel extends Pick<WorkItems, 'find' | 'list'> {
  records: Records;
  accounts: Accounts;
  create(item: NewWorkItem, actor: Actor): WorkItem;
  edit(item: WorkItem, fields: Partial<WorkItemFields>, actor: Actor): void;
  comment(item: WorkItem, body: RichText, by: { actor: Actor; internal: boolean }): Comment;
  logWork(item: WorkItem, work: Pick<Worklog, 'comment' | 'started' | 'seconds'>, actor: Actor): Worklog;
  onHappening(listener: (happening: Happening) => void): void;
  /** Links a work item as a duplicate of another one, and gives it back. */
  duplicate(item: WorkItem, of: WorkItem): WorkItem;
  /** Puts a work item under a security level that leaves this account out. */
  hide(item: WorkItem, accountId: string): void;
  isHidden(item: WorkItem, accountId: string): boolean;
}

export function jiraModel(db: Database, accounts: Accounts, now: () => number): JiraModel {
  createJiraTables(db);
  const items = workItems(db, accountId => accounts.byAccountId(accountId)?.displayName ?? accountId);
  const kept = records(db);
  const listeners: ((happening: Happening) => void)[] = [];
  const tell = (happening: Happening) => listeners.forEach(listener => listener(happening));
  const hidden = new Set<string>();
  const fresh = ({ id }: WorkItem) => items.find(id)!;

  return {
    find: items.find,
    list: items.list,
    records: kept,
    accounts,
    create: (fields, actor) => {
      const at = now();
      const item = items.add(fields, actor.accountId, at);
      tell({ kind: 'created', item, actor, at });
      return item;
    },
    edit: (item, fields, actor) => {
      const at = now();
      const changed = items.write(item, fields, at);
      if (changed.length === 0) return;
      const history = kept.addHistory(item.id, { author: actor.accountId, created: at, items: changed });
      tell({ kind: 'updated', item: fresh(item), actor, at, history });
    },
    comment: (item, body, { actor, internal }) => {
      const at = now();
      const comment = kept.addComment(item.id, { author: actor.accountId, body, internal, created: at });
      items.touch(item.id, at);
      tell({ kind: 'commented', item: fresh(item), actor, at, comment });
      return comment;
    },
    logWork: (item, work, actor) => {
      const at = now();
      const worklog = kept.addWorklog(item.id, { ...work, author: actor.accountId, created: at });
      items.touch(item.id, at);
      tell({ kind: 'worklog', item: fresh(item), actor, at, worklog });
      return worklog;
    },
    duplicate: (item, of) => {
      kept.addLink(item.id, 'Duplicate', of.id);
      return item;
    },
    onHappening: listener => void listeners.push(listener),
    hide: ({ id }, accountId) => void hidden.add(`${id} ${accountId}`),
    isHidden: ({ id }, accountId) => hidden.has(`${id} ${accountId}`),
  };
}
