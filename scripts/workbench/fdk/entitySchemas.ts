import { refuse } from './failure';
import type { Limits } from './limits';

export type FieldType =
  'text' | 'paragraph' | 'integer' | 'float' | 'datetime' | 'date' | 'boolean' | 'enum' | 'section';

export interface EntityField {
  name: string;
  label?: string;
  type: FieldType;
  required?: boolean;
  filterable?: boolean;
  choices?: { id: number; value: string }[];
}

export interface EntitySchema {
  name: string;
  fields: EntityField[];
}

const digits = (value: unknown) => String(Math.abs(Number(value))).replace('.', '').length;
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isText = (longest: number) => (value: unknown) => typeof value === 'string' && value.length <= longest;

const holds: Record<FieldType, (value: unknown, field: EntityField) => boolean> = {
  text: isText(64),
  paragraph: isText(2048),
  integer: value => Number.isInteger(value) && digits(value) <= 15,
  float: value => isNumber(value) && digits(value) <= 15,
  datetime: value => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) && !Number.isNaN(Date.parse(value)),
  date: value => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)),
  boolean: value => typeof value === 'boolean',
  enum: (value, field) => (field.choices ?? []).some(choice => choice.value === value || choice.id === value),
  section: value => typeof value === 'object' && value !== null,
};

const says: Record<FieldType, string> = {
  text: 'should be a text of at most 64 characters',
  paragraph: 'should be a text of at most 2048 characters',
  integer: 'should be an integer of at most 15 digits',
  float: 'should be a number of at most 15 digits',
  datetime: 'should be an ISO 8601 date and time',
  date: 'should be a date of the form YYYY-MM-DD',
  boolean: 'should be a boolean',
  enum: 'should be one of the choices',
  section: 'should be an object',
};

const namePattern = /^[A-Za-z][A-Za-z0-9_]*$/;

const fieldRules: { message: string; holds(field: EntityField): boolean }[] = [
  { message: 'has a name that is not alphanumeric', holds: field => namePattern.test(field.name) },
  { message: 'has an unknown type', holds: field => field.type in holds },
  { message: 'has no choices', holds: field => field.type !== 'enum' || Boolean(field.choices?.length) },
];

/** Everything wrong with one declared entity, in words. */
function schemaFaults({ name, fields }: EntitySchema, limits: Limits): string[] {
  const faults = fields.flatMap(field =>
    fieldRules.filter(rule => !rule.holds(field)).map(rule => `field '${name}.${field.name}' ${rule.message}`),
  );
  if (!namePattern.test(name)) faults.push(`entity name '${name}' is not alphanumeric`);
  if (fields.length > limits.entityFields) faults.push(`entity '${name}' has more than ${limits.entityFields} fields`);
  return faults;
}

/** Reads config/entities.json. Throws with every fault when the platform would not take it. */
export function readEntitySchemas(config: Record<string, { fields?: EntityField[] }>, limits: Limits): EntitySchema[] {
  const schemas = Object.entries(config).map(([name, { fields = [] }]) => ({ name, fields }));
  const faults = schemas.flatMap(schema => schemaFaults(schema, limits));
  if (schemas.length > limits.entities) faults.push(`more than ${limits.entities} entities`);
  if (faults.length) throw new Error(`config/entities.json: ${faults.join('; ')}`);
  return schemas;
}

const isBlank = (value: unknown) => value === undefined || value === null || value === '';

const fieldError = (field: EntityField, value: unknown): string | undefined => {
  if (isBlank(value)) return field.required ? 'is a required field' : undefined;
  return holds[field.type](value, field) ? undefined : says[field.type];
};

const recordErrors = (schema: EntitySchema, values: Record<string, unknown>) => {
  const known = new Set(schema.fields.map(field => field.name));
  const undeclared = Object.keys(values)
    .filter(name => !known.has(name))
    .map(name => ({ name, message: 'is not a field of the entity' }));
  const faulty = schema.fields.flatMap(field => {
    const message = fieldError(field, values[field.name]);
    return message ? [{ name: field.name, message }] : [];
  });
  return [...undeclared, ...faulty];
};

/** Refuses a record that does not fit its schema, naming every field at fault. */
export function checkRecord(schema: EntitySchema, record: unknown, limits: Limits): Record<string, unknown> {
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return refuse(400, 'The record should be of type JSON', { errors: [], errorSource: 'APP' });
  const values = record as Record<string, unknown>;
  const errors = recordErrors(schema, values);
  if (errors.length) refuse(400, 'Validation failed', { errors, errorSource: 'APP' });
  if (Buffer.byteLength(JSON.stringify(values)) > limits.entityRecordBytes)
    refuse(400, 'The size of the record should not exceed 100KB', { errors: [], errorSource: 'APP' });
  return values;
}
