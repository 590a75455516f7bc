import type { Database } from 'libsql';

/** `?include=related_tickets`, as far as it is guessed: whose child a ticket is, or which children it has. */
export interface Related {
  parent_id?: number;
  child_ids?: number[];
}

/** Parent and children of a ticket. */
export function relatedTo(db: Database, id: number): Related {
  const parent = db.prepare('SELECT parent FROM freshservice_children WHERE child = ?').get(id) as
    { parent: number } | undefined;
  const children = db.prepare('SELECT child FROM freshservice_children WHERE parent = ? ORDER BY child').all(id);
  return {
    ...(parent ? { parent_id: parent.parent } : {}),
    ...(children.length === 0 ? {} : { child_ids: (children as { child: number }[]).map(({ child }) => child) }),
  };
}
