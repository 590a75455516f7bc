import type { Directory } from './directory';
import type { FieldChanges } from './ticketChange';
import { priorityNames, statusNames } from './vocabulary';

const nameOf: Record<string, (id: number, people: Directory) => string | undefined> = {
  group_id: (id, people) => people.groupName(id),
  responder_id: (id, people) => people.agentName(id),
  status: id => statusNames[id],
  priority: id => priorityNames[id],
};

const shown = (field: string, value: unknown, people: Directory): string => {
  if (value === null) return 'none';
  const name = nameOf[field]?.(Number(value), people);
  return name ?? (typeof value === 'object' ? JSON.stringify(value) : String(value));
};

const labels: Record<string, string> = {
  group_id: 'Group',
  responder_id: 'Agent',
  sub_category: 'Sub-category',
  item_category: 'Item',
};
const label = (field: string) =>
  labels[field] ?? field.replaceAll('_', ' ').replace(/^./, letter => letter.toUpperCase());

/** One line per changed field, in the product's words: "set Group as Northwind NOC". */
export function activityLines(changes: FieldChanges, people: Directory): string[] {
  return Object.entries(changes).map(([field, [, value]]) => `set ${label(field)} as ${shown(field, value, people)}`);
}
