import type { AttributeType, EntityIndex, EntitySchema } from '../manifest';
import { StorageError } from './storageError';

const KEY_PATTERN = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
const KEY_LENGTH = 500;
const VALUE_BYTES = 240 * 1024;
const DEPTH = 31;
const PARTITION_BYTES = 1_700;
const RANGE_BYTES = 900;
const YEAR_MS = 365 * 86_400_000;
const UNIT_MS: Record<string, number> = { SECONDS: 1_000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 };

export function checkKey(key: unknown): asserts key is string {
  if (typeof key !== 'string' || key === '') throw new StorageError('KEY_TOO_SHORT', 'Key cannot be empty');
  if (key.length > KEY_LENGTH) throw new StorageError('KEY_TOO_LONG', 'The provided key has exceeded 500 characters');
  if (!KEY_PATTERN.test(key)) throw new StorageError('INVALID_KEY', `The key "${key}" does not match ${KEY_PATTERN}`);
}

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

/** Checks size and depth and returns the value as it is kept. */
export function checkedJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (json === undefined) throw new StorageError('VALIDATION_ERROR', 'A value is required');
  if (Buffer.byteLength(json) > VALUE_BYTES) throw new StorageError('MAX_SIZE', 'The value exceeds 240 KiB');
  if (depthOf(value) > DEPTH) throw new StorageError('MAX_DEPTH', `The value is deeper than ${DEPTH} levels`);
  return json;
}

const isTyped: Record<AttributeType, (value: unknown) => boolean> = {
  string: value => typeof value === 'string' && value.trim() !== '',
  boolean: value => typeof value === 'boolean',
  float: value => typeof value === 'number' && (value === 0 || (Math.abs(value) >= 1e-130 && Math.abs(value) < 1e126)),
  integer: value => typeof value === 'number' && (value | 0) === value,
  any: value => value !== null,
};

const WHAT_IT_MUST_BE: Record<AttributeType, string> = {
  string: 'a string with at least one non-whitespace character',
  boolean: 'true or false',
  float: 'a number between 1E-130 and 9.9E+125',
  integer: 'a 32-bit signed integer',
  any: 'a value',
};

function checkAttribute(schema: EntitySchema, name: string, value: unknown): void {
  const type = schema.attributes[name];
  if (!type) throw new StorageError('INVALID_ENTITY_ATTRIBUTE', `Entity ${schema.name} declares no attribute ${name}`);
  if (isTyped[type](value)) return;
  throw new StorageError('INVALID_ENTITY_VALUE', `${schema.name}.${name} must be ${WHAT_IT_MUST_BE[type]}`);
}

const bytesOf = (value: unknown) => (value === undefined ? 0 : Buffer.byteLength(String(value)));

function checkIndexSize(index: EntityIndex, value: Record<string, unknown>): void {
  const partition = index.partition.reduce((sum, name) => sum + bytesOf(value[name]), 0);
  if (partition > PARTITION_BYTES || bytesOf(value[index.range]) > RANGE_BYTES) {
    throw new StorageError('INVALID_ENTITY_VALUE', `The values of index ${index.name} exceed 1,700 or 900 bytes`);
  }
}

/** Checks that an entity's value has only declared attributes, of their types, small enough for its indexes. */
export function checkEntityValue(schema: EntitySchema, value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new StorageError('INVALID_ENTITY_VALUE', `A value of entity ${schema.name} must be an object`);
  }
  const attributes = Object.entries(value).filter(([, attribute]) => attribute !== undefined);
  attributes.forEach(([name, attribute]) => checkAttribute(schema, name, attribute));
  schema.indexes.forEach(index => checkIndexSize(index, value as Record<string, unknown>));
}

/** A time to live in ms; at most a year. */
export function checkedTtl(ttl: { value: number; unit: string } | undefined): number | undefined {
  if (ttl === undefined) return undefined;
  const ms = ttl.value * (UNIT_MS[ttl.unit] ?? Number.NaN);
  if (ms > 0 && ms <= YEAR_MS) return ms;
  throw new StorageError('VALIDATION_ERROR', 'A ttl needs a value and a unit and is at most one year');
}
