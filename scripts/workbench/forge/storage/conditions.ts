import type { EntitySchema } from '../manifest';
import { StorageError } from './storageError';

/** One comparison as the SDK sends it. */
export interface Condition {
  property: string;
  condition: string;
  values: unknown[];
}

/** Filters of a query or conditions of a transaction: all must hold, or one must. */
export interface ConditionSet {
  and?: Condition[];
  or?: Condition[];
}

const MOST_CONDITIONS = 100;

type Compare = (actual: unknown, ...values: unknown[]) => boolean;
const sameType = (actual: unknown, value: unknown) => typeof actual === typeof value;

/** Strings order by code point, as the store does. */
const order = (left: unknown, right: unknown): number =>
  typeof left === 'string'
    ? Buffer.compare(Buffer.from(left), Buffer.from(String(right)))
    : Number(left) - Number(right);

const comparable =
  (holds: (difference: number) => boolean): Compare =>
  (actual, value) =>
    sameType(actual, value) && holds(order(actual, value));

const COMPARES: Record<string, Compare> = {
  EQUAL_TO: (actual, value) => actual === value,
  NOT_EQUAL_TO: (actual, value) => actual !== value,
  EXISTS: actual => actual !== undefined,
  NOT_EXISTS: actual => actual === undefined,
  BEGINS_WITH: (actual, value) => typeof actual === 'string' && actual.startsWith(String(value)),
  CONTAINS: (actual, value) => typeof actual === 'string' && actual.includes(String(value)),
  NOT_CONTAINS: (actual, value) => !(typeof actual === 'string' && actual.includes(String(value))),
  GREATER_THAN: comparable(difference => difference > 0),
  GREATER_THAN_EQUAL_TO: comparable(difference => difference >= 0),
  LESS_THAN: comparable(difference => difference < 0),
  LESS_THAN_EQUAL_TO: comparable(difference => difference <= 0),
  BETWEEN: (actual, from, to) => sameType(actual, from) && order(actual, from) >= 0 && order(actual, to) <= 0,
};

function checkCondition(schema: EntitySchema, { property, condition, values }: Condition): void {
  const type = schema.attributes[property];
  if (!type) throw new StorageError('INVALID_ENTITY_ATTRIBUTE', `Entity ${schema.name} declares no ${property}`);
  if (type === 'any') {
    throw new StorageError('INVALID_FILTER_CONDITION', `${property} is of type any, which cannot be filtered`, 422);
  }
  if (!COMPARES[condition]) throw new StorageError('INVALID_FILTER_CONDITION', `${condition} is not supported`);
  if (condition === 'BETWEEN' && values.length < 2) {
    throw new StorageError('INSUFFICIENT_FILTER_VALUES', 'BETWEEN needs two values');
  }
}

function listOf({ and, or }: ConditionSet): Condition[] {
  if (and && or) {
    throw new StorageError('INVALID_FILTER_OPERATORS_COMBINATION', '"and" and "or" cannot be at the same level');
  }
  const list = and ?? or ?? [];
  if (list.length === 0) throw new StorageError('EMPTY_FILTER_OPERATOR', '"and" and "or" cannot be empty');
  if (list.length > MOST_CONDITIONS) throw new StorageError('VALIDATION_ERROR', 'At most 100 conditions');
  return list;
}

/** Checks a set against the entity's schema and returns the question it asks of a value. */
export function compiledConditions(schema: EntitySchema, set: ConditionSet): (value: unknown) => boolean {
  const list = listOf(set);
  list.forEach(condition => checkCondition(schema, condition));
  const holds = (value: unknown) => (one: Condition) =>
    COMPARES[one.condition]!((value as Record<string, unknown> | undefined)?.[one.property], ...one.values);
  return set.and ? value => list.every(holds(value)) : value => list.some(holds(value));
}
