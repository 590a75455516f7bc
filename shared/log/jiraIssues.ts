import type { Cells, Mapping } from '../src/replay';
import { cellOf } from './cellOf';
import { entriesIn, fieldsIn, objectsIn, statesOf, type Change, type Standing } from './statesOf';

type Named = Readonly<Record<string, unknown>>;

const NAMES = ['displayName', 'name', 'value'];

/** What a field of an issue shows: its text, or the name of whatever it holds. */
function shown(fields: unknown, name: string): string | undefined {
  const plain = cellOf(fields, name);
  return plain ?? NAMES.map(key => cellOf((Object(fields) as Named)[name], key)).find(text => text !== undefined);
}

const isOf = (item: object, field: string): boolean =>
  cellOf(item, 'fieldId') === field || cellOf(item, 'field') === field;

const itemsOf = (history: object): readonly object[] => objectsIn((history as Named)['items']) ?? [];

/** An expanded changelog lists the newest first and a page of it the oldest; its ids say which came first. */
function historiesOf(issue: Named): readonly object[] {
  const changelog = Object(issue['changelog']) as Named;
  const listed = objectsIn(changelog['histories']) ?? objectsIn(changelog['values']) ?? [];
  const instant = (history: object): number => Date.parse(cellOf(history, 'created') ?? '');
  return [...listed].sort(
    (a, b) => instant(a) - instant(b) || Number(cellOf(a, 'id') ?? 0) - Number(cellOf(b, 'id') ?? 0),
  );
}

function changeOf(history: object, mapping: Mapping): Change {
  const to = fieldsIn(mapping).flatMap(([role, field]) => {
    const item = itemsOf(history).find(one => isOf(one, field));
    return item === undefined ? [] : [[role, cellOf(item, 'toString')]];
  });
  return { at: cellOf(history, 'created'), order: cellOf(history, 'id'), to: Object.fromEntries(to) as Standing };
}

function pastOf(issue: Named, mapping: Mapping): Cells[] {
  const histories = historiesOf(issue);
  const items = histories.flatMap(itemsOf);
  const began = fieldsIn(mapping).map(([role, field]) => {
    const first = items.find(item => isOf(item, field));
    return [role, first === undefined ? shown(issue['fields'], field) : cellOf(first, 'fromString')];
  });
  const changes = histories.map(history => changeOf(history, mapping)).filter(({ to }) => Object.keys(to).length > 0);
  const at = cellOf(issue, mapping.at);
  return statesOf({ id: cellOf(issue, mapping.case), at, began: Object.fromEntries(began) as Standing, changes });
}

/** Issues of Jira with their changelogs, as its REST API gives them: one, a list, or a page of a search. */
export const jiraIssues = (mapping: Mapping) => (answer: object) =>
  entriesIn(answer, 'issues').flatMap(issue => pastOf(issue as Named, mapping));
