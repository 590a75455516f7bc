import type { Database } from 'libsql';
import { recordColumn, recordCondition } from './entityQuery';
import { checkRecord, type EntitySchema } from './entitySchemas';
import { refuse } from './failure';
import type { Limits } from './limits';
import type { Quota } from './quota';
import { recordHistory } from './recordHistory';

interface Row {
  number: number;
  display_id: string;
  created: number;
  updated: number;
  data: string;
}

/** One record as the platform returns it. */
export interface EntityRecord {
  display_id: string;
  created_time: string;
  updated_time: string;
  data: Record<string, unknown>;
}

/** `$db.entity({ version: 'v1' })` for all declared entities; each call names its entity. */
export interface EntityStore {
  schema(entity: unknown): EntitySchema;
  create(entity: unknown, record: unknown): { record: EntityRecord };
  get(entity: unknown, id: unknown): { record: EntityRecord };
  getAll(entity: unknown, options?: unknown): { records: EntityRecord[]; links?: { next: { marker: string } } };
  update(entity: unknown, id: unknown, record: unknown): { record: EntityRecord };
  delete(entity: unknown, id: unknown): Record<string, never>;
  /** How far queries lag behind writes, in ms (0 at the start; below 15 minutes). */
  setQueryLag(ms: number): void;
}

const toRecord = (row: Row): { record: EntityRecord } => ({
  record: {
    display_id: row.display_id,
    created_time: new Date(row.created).toISOString(),
    updated_time: new Date(row.updated).toISOString(),
    data: JSON.parse(row.data) as Record<string, unknown>,
  },
});

const encodeMarker = (number: number) => Buffer.from(`after:${number}`).toString('base64url');
const decodeMarker = (marker: unknown): number => {
  if (marker === undefined) return 0;
  const [, number] = /^after:(\d+)$/.exec(Buffer.from(String(marker), 'base64url').toString()) ?? [];
  return number ? Number(number) : refuse(400, 'Invalid marker', { errors: [], errorSource: 'APP' });
};

const prefixOf = (entity: string) => {
  let sum = 7;
  for (const letter of entity) sum = (sum * 31 + letter.charCodeAt(0)) % 26 ** 5;
  return Array.from({ length: 5 }, (_, place) => String.fromCharCode(97 + (Math.floor(sum / 26 ** place) % 26))).join(
    '',
  );
};

const createIndexes = (db: Database, schemas: EntitySchema[]) => {
  for (const { name, fields } of schemas)
    for (const field of fields.filter(candidate => candidate.filterable))
      db.exec(
        `CREATE INDEX IF NOT EXISTS "fdk_records_${name}_${field.name}" ON fdk_records (entity, ${recordColumn(field.name)})`,
      );
};

/** What the store is opened with. */
export interface EntitySettings {
  db: Database;
  schemas: EntitySchema[];
  now(): number;
  quota: Quota;
  limits: Limits;
}

/** Opens the entity store for the schemas of the staged app. Updates replace the whole record. */
export function entityStore({ db, schemas, now, quota, limits }: EntitySettings): EntityStore {
  createIndexes(db, schemas);
  const history = recordHistory(db, now);
  const find = db.prepare('SELECT * FROM fdk_records WHERE entity = ? AND display_id = ?');
  const schemaOf = (entity: unknown): EntitySchema =>
    schemas.find(schema => schema.name === entity) ??
    refuse(404, `Entity '${String(entity)}' not found`, { errors: [], errorSource: 'APP' });
  const rowOf = (entity: string, id: unknown): Row =>
    (find.get(entity, String(id)) as Row | undefined) ??
    refuse(404, 'Record not found', { errors: [], errorSource: 'APP' });
  const open = (entity: unknown) => {
    quota();
    return schemaOf(entity);
  };

  return {
    setQueryLag: history.setLag,
    schema: entity => open(entity),
    create: (entity, record) => {
      const schema = open(entity);
      const data = JSON.stringify(checkRecord(schema, record, limits));
      const { held } = db.prepare('SELECT count(*) AS held FROM fdk_records WHERE entity = ?').get(schema.name) as {
        held: number;
      };
      if (held >= limits.entityRecords)
        refuse(400, `An entity holds at most ${limits.entityRecords} records`, { errors: [], errorSource: 'APP' });
      const insert = db.prepare(
        'INSERT INTO fdk_records (entity, display_id, created, updated, data) VALUES (?, ?, ?, ?, ?)',
      );
      const temporary = `new-${performance.now()}-${Math.random()}`;
      const number = Number(insert.run(schema.name, temporary, now(), now(), data).lastInsertRowid);
      const id = `${prefixOf(schema.name)}-${number}`;
      db.prepare('UPDATE fdk_records SET display_id = ? WHERE number = ?').run(id, number);
      return toRecord(rowOf(schema.name, id));
    },
    get: (entity, id) => toRecord(rowOf(open(entity).name, id)),
    getAll: (entity, options) => {
      const schema = open(entity);
      const { query, next } = (options ?? {}) as { query?: unknown; next?: { marker?: unknown } };
      const { sql, values } = recordCondition(schema, query, limits.queryTerms);
      const seen = history.seen();
      const rows = db
        .prepare(`SELECT * FROM ${seen.table} WHERE entity = ? AND number > ? AND ${sql} ORDER BY number LIMIT ?`)
        .all(...seen.values, schema.name, decodeMarker(next?.marker), ...values, limits.entityPage + 1) as Row[];
      const page = rows.slice(0, limits.entityPage);
      const records = page.map(row => toRecord(row).record);
      const last = page.at(-1);
      return rows.length > page.length && last
        ? { records, links: { next: { marker: encodeMarker(last.number) } } }
        : { records };
    },
    update: (entity, id, record) => {
      const schema = open(entity);
      rowOf(schema.name, id);
      const data = JSON.stringify(checkRecord(schema, record, limits));
      history.keep(String(id));
      db.prepare('UPDATE fdk_records SET data = ?, updated = ? WHERE display_id = ?').run(data, now(), String(id));
      return toRecord(rowOf(schema.name, id));
    },
    delete: (entity, id) => {
      const schema = open(entity);
      rowOf(schema.name, id);
      history.keep(String(id));
      db.prepare('DELETE FROM fdk_records WHERE display_id = ?').run(String(id));
      return {};
    },
  };
}
