import type { Cells, Mapping } from '../src/replay';
import { saidOf } from '../src/ticket';
import { cellOf } from './cellOf';
import { entriesIn, fieldsIn, objectsIn, statesOf, type Change, type Standing } from './statesOf';

type Named = Readonly<Record<string, unknown>>;

/** What the API has as a number and activities as a word. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: { 2: 'Open', 3: 'Pending', 4: 'Resolved', 5: 'Closed' },
  priority: { 1: 'Low', 2: 'Medium', 3: 'High', 4: 'Urgent' },
  impact: { 1: 'Low', 2: 'Medium', 3: 'High' },
};

/** Fields that activities call otherwise than the API does; ids say nothing without the name beside them. */
const KEYS: Readonly<Record<string, string>> = { Group: 'group_name', Agent: 'responder_name' };

function shown(ticket: object, field: string): string | undefined {
  const key = KEYS[field] ?? field.toLowerCase();
  const value = cellOf(ticket, key);
  return value === undefined ? undefined : (WORDS[key]?.[value] ?? value);
}

function linesOf(activity: object): readonly string[] {
  const { content, sub_contents: more } = activity as Named;
  return [content, ...(Array.isArray(more) ? (more as unknown[]) : [])].filter(line => typeof line === 'string');
}

function changeOf(activity: object, mapping: Mapping): Change {
  const to = fieldsIn(mapping).flatMap(([role, field]) => {
    const said = saidOf(linesOf(activity), field);
    return said === undefined ? [] : [[role, said]];
  });
  return { at: cellOf(activity, 'created_at'), to: Object.fromEntries(to) as Standing };
}

/** The activities of a ticket, which list the newest first, oldest first. */
function activitiesOf(entry: Named, ticket: Named): readonly object[] {
  const listed = objectsIn(entry['activities']) ?? objectsIn(ticket['activities']) ?? [];
  return [...listed].reverse();
}

function pastOf(entry: Named, mapping: Mapping): Cells[] {
  const ticket = Object(entry['ticket'] ?? entry) as Named;
  const activities = activitiesOf(entry, ticket);
  const lines = activities.flatMap(linesOf);
  // What activities tell of was something else before, which nothing says.
  const began = fieldsIn(mapping).flatMap(([role, field]) =>
    saidOf(lines, field) === undefined ? [[role, shown(ticket, field)]] : [],
  );
  const changes = activities.map(one => changeOf(one, mapping)).filter(({ to }) => Object.keys(to).length > 0);
  const at = cellOf(ticket, mapping.at);
  return statesOf({ id: cellOf(ticket, mapping.case), at, began: Object.fromEntries(began) as Standing, changes });
}

/** Tickets of Freshservice with their activities, as its API gives them: `{ ticket, activities }`, or a list of those. */
export const freshserviceTickets = (mapping: Mapping) => (answer: object) =>
  entriesIn(answer, 'tickets').flatMap(entry => pastOf(entry as Named, mapping));
