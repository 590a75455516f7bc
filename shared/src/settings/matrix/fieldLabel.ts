import { cellGroups } from './cellFields';
import { boundaryGroups, crossings } from './handlingFields';
import { conditionFields } from './conditionFields';
import type { FieldGroup } from './field';

const startsWith = (path: string, start: string): boolean => path === start || path.startsWith(`${start}.`);

/** The longest that fits names the place best. */
const closest = (path: string, named: readonly { readonly path: string; readonly label: string }[]) =>
  named.filter(each => startsWith(path, each.path)).sort((one, other) => other.path.length - one.path.length)[0];

function lineLabel(path: string, groups: readonly FieldGroup[]): string | undefined {
  const lines = closest(
    path,
    groups.flatMap(group => group.lines ?? []),
  );
  const list = groups.flatMap(group => group.lines ?? []).find(each => each.path === lines?.path);
  if (list === undefined) return undefined;
  const [at, ...inside] = path.slice(list.path.length + 1).split('.');
  const field = closest(inside.join('.'), list.fields);
  const number = at !== undefined && /^\d+$/.test(at) ? ` ${Number(at) + 1}` : '';
  return [list.label, `${list.line}${number}`, field?.label.toLowerCase()]
    .filter(part => part !== undefined)
    .join(', ');
}

const conditionLabel = (path: string): string => {
  const key = [...path.split('.')].reverse().find(part => conditionFields.some(field => field.path === part));
  return conditionFields.find(field => field.path === key)?.label ?? 'When it applies';
};

/** The field at a place, or the first inside it. */
function fieldLabel(path: string, groups: readonly FieldGroup[]): string | undefined {
  const fields = groups.flatMap(group => group.fields);
  return (closest(path, fields) ?? fields.find(field => startsWith(field.path, path)))?.label;
}

/** What people call a place inside a cell or a boundary; undefined for the whole of it. */
export function labelOf(path: string, groups: readonly FieldGroup[] = cellGroups): string | undefined {
  if (path === '') return undefined;
  return startsWith(path, 'when') ? conditionLabel(path) : (lineLabel(path, groups) ?? fieldLabel(path, groups));
}

/** A boundary and a place in it. */
export function boundaryLabel(crossing: string, path: string): string {
  const way = crossings.find(([value]) => value === crossing)?.[1] ?? crossing;
  const label = labelOf(path, boundaryGroups);
  return label === undefined ? way : `${way}: ${label}`;
}
