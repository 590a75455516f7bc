import { refuse } from './failure';
import type { EntitySchema } from './entitySchemas';

/** A condition on the records of one entity, ready for SQLite. */
export interface RecordCondition {
  sql: string;
  values: (string | number)[];
}

type Query = Record<string, unknown>;

const appError = (message: string, name: string): never =>
  refuse(400, 'Validation failed', { errors: [{ name, message }], errorSource: 'APP' });

const equality = (schema: EntitySchema, name: string, value: unknown): RecordCondition => {
  const field = schema.fields.find(candidate => candidate.name === name);
  if (!field) return appError('is not a field of the entity', name);
  if (!field.filterable) return appError('is not a filterable field', name);
  if (typeof value === 'boolean') return { sql: recordColumn(name) + ' = ?', values: [value ? 1 : 0] };
  if (typeof value !== 'string' && typeof value !== 'number')
    return appError('can only be compared for equality with a text, a number or a boolean', name);
  return { sql: recordColumn(name) + ' = ?', values: [value] };
};

/** The column expression of one field; field names are checked when the schema is read. */
export function recordColumn(field: string): string {
  return `json_extract(data, '$.${field}')`;
}

const combine = (schema: EntitySchema, terms: unknown, joint: ' OR ' | ' AND '): RecordCondition => {
  if (!Array.isArray(terms) || terms.length === 0) return appError('should be a non-empty array', joint.trim());
  const parts = terms.map(term => condition(schema, term));
  return { sql: `(${parts.map(part => part.sql).join(joint)})`, values: parts.flatMap(part => part.values) };
};

function condition(schema: EntitySchema, term: unknown): RecordCondition {
  const entries = Object.entries((term ?? {}) as Query);
  const [first] = entries;
  if (!first || entries.length > 1) return appError('should hold exactly one field, $or or $and', 'query');
  const [name, value] = first;
  if (name === '$or') return combine(schema, value, ' OR ');
  if (name === '$and') return combine(schema, value, ' AND ');
  return equality(schema, name, value);
}

/** Translates a documented query: equality on filterable fields, alone or under `$or` and `$and`. */
export function recordCondition(schema: EntitySchema, query: unknown, mostTerms: number): RecordCondition {
  if (query === undefined || query === null) return { sql: '1', values: [] };
  const found = condition(schema, query);
  if (found.values.length > mostTerms) return appError(`should not hold more than ${mostTerms} conditions`, 'query');
  return found;
}
