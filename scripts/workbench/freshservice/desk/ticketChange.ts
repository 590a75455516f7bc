import { validationFailure, type FieldError } from './apiFailure';
import type { Directory } from './directory';
import { apiTime, dueTimes } from './serviceLevels';
import type { TicketRecord, TicketStats } from './ticketRecord';
import { levelNames, priorityNames, statusNames } from './vocabulary';

/** Old and new value by field. */
export type FieldChanges = Record<string, [unknown, unknown]>;

type Check = (value: unknown, people: Directory) => string | undefined;

const oneOf =
  (names: Record<number, string>): Check =>
  value =>
    typeof value === 'number' && value in names
      ? undefined
      : `It should be one of these values: '${Object.keys(names).join(',')}'`;
const ofType =
  (type: 'string' | 'boolean' | 'object'): Check =>
  value =>
    typeof value === type ? undefined : `It should be a/an ${type}`;
const orNothing =
  (check: Check): Check =>
  (value, people) =>
    value === null ? undefined : check(value, people);
const inDirectory =
  (name: 'agentName' | 'groupName', noun: string): Check =>
  (value, people) =>
    typeof value === 'number' && people[name](value) ? undefined : `There is no ${noun} matching the given ${noun}_id`;

const text = ofType('string');
const changeable: Record<string, Check> = {
  subject: text,
  description: text,
  status: oneOf(statusNames),
  priority: oneOf(priorityNames),
  urgency: oneOf(levelNames),
  impact: oneOf(levelNames),
  source: value => (Number.isInteger(value) ? undefined : 'It should be a number'),
  type: text,
  group_id: orNothing(inDirectory('groupName', 'group')),
  responder_id: orNothing(inDirectory('agentName', 'responder')),
  category: orNothing(text),
  sub_category: orNothing(text),
  item_category: orNothing(text),
  tags: ofType('object'),
  custom_fields: ofType('object'),
  deleted: ofType('boolean'),
  spam: ofType('boolean'),
};

/** Refuses fields and values the API does not take. */
export function checkFields(fields: Record<string, unknown>, people: Directory): void {
  const errors: FieldError[] = [];
  for (const [field, value] of Object.entries(fields)) {
    const check = changeable[field];
    const message = check ? check(value, people) : 'Unexpected/invalid field in request';
    if (message) errors.push({ field, message, code: check ? 'invalid_value' : 'invalid_field' });
  }
  if (errors.length) throw validationFailure(errors);
}

/**
 * The stand-in's one mandatory rule: a ticket whose custom field `baton_mandatory` is true cannot be updated
 * while its category is empty.
 */
export function checkMandatory(after: TicketRecord): void {
  if (after.custom_fields['baton_mandatory'] !== true || after.category) return;
  throw validationFailure([
    { field: 'category', message: 'It should not be blank as this is a mandatory field', code: 'missing_field' },
  ]);
}

/** The fields that really change, with old and new value. */
export function fieldChanges(before: TicketRecord, fields: Record<string, unknown>): FieldChanges {
  const old = before as unknown as Record<string, unknown>;
  const merged = { ...fields };
  if (fields['custom_fields'])
    merged['custom_fields'] = { ...before.custom_fields, ...(fields['custom_fields'] as object) };
  const changed = Object.entries(merged).filter(
    ([field, value]) => JSON.stringify(old[field]) !== JSON.stringify(value),
  );
  return Object.fromEntries(changed.map(([field, value]) => [field, [old[field], value]]));
}

const statusStats = (stats: TicketStats, status: unknown, at: string): Partial<TicketStats> => {
  if (status === undefined) return {};
  const isDone = status === 4 || status === 5;
  return {
    status_updated_at: at,
    pending_since: status === 3 ? at : null,
    resolved_at: isDone ? (stats.resolved_at ?? at) : null,
    closed_at: status === 5 ? at : null,
  };
};

const statsAfter = (stats: TicketStats, changes: FieldChanges, at: string): TicketStats => ({
  ...stats,
  ...(changes['responder_id']?.[1] ? { assigned_at: at } : {}),
  ...statusStats(stats, changes['status']?.[1], at),
});

/** The ticket after these changes. */
export function changedTicket(before: TicketRecord, changes: FieldChanges, now: number): TicketRecord {
  const at = apiTime(now);
  const values = Object.fromEntries(Object.entries(changes).map(([field, [, value]]) => [field, value]));
  const after = { ...before, ...values, updated_at: at, stats: statsAfter(before.stats, changes, at) } as TicketRecord;
  return changes['priority'] ? { ...after, ...dueTimes(after.created_at, after.priority) } : after;
}
