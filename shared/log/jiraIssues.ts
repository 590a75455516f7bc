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

/** The issue that an address of its changelog names. */
const keyIn = (address: string | undefined): string | undefined =>
  address === undefined ? undefined : /\/issue\/([^/?]+)\/changelog/.exec(address)?.[1];

/** A page of changes alone, as an issue: whose they are says its address or the mapping, and it begins with the first. */
function issueOfChanges(page: Named, mapping: Mapping): Named {
  const values = objectsIn(page['values']) ?? [];
  const [first] = historiesOf({ changelog: { values } });
  const key = mapping.issue ?? keyIn(cellOf(page, 'self'));
  return { [mapping.case]: key, [mapping.at]: first && cellOf(first, 'created'), changelog: { values } };
}

function issuesIn(answer: object, mapping: Mapping): readonly object[] {
  const values = objectsIn((answer as Named)['values']);
  if (values?.some(one => 'items' in one)) return [issueOfChanges(answer as Named, mapping)];
  return values ?? entriesIn(answer, 'issues');
}

/**
 * Issues of Jira with their changelogs, as its REST API gives them: one, a list, or a page of them; or a page of one
 * issue's changes.
 */
export const jiraIssues = (mapping: Mapping) => (answer: object) =>
  issuesIn(answer, mapping).flatMap(issue => pastOf(issue as Named, mapping));
