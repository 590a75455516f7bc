import { at, entriesOf, textOf, type Json } from './json';
import { entityFieldTypes } from './platform';
import { rule, unless, type Rule } from './rule';
import type { StagedApp } from './stagedApp';

const file = 'config/entities.json';
const fieldKeys = ['name', 'label', 'type', 'required', 'filterable', 'choices'];

/** E1 to E4: the tables an app keeps. */
export const entityRules: readonly Rule[] = [
  rule('E1', file, app => unless(entriesOf(entitiesOf(app)).length <= 5, 'An app may have five entities.')),
  rule('E2', file, app =>
    fieldsOf(app)
      .filter(([, field]) => !/^[A-Za-z]\w*$/.test(textOf(at(field, 'name'))))
      .map(([entity, field]) => `${entity} has a field with an invalid name: '${textOf(at(field, 'name'))}'`),
  ),
  rule('E3', file, app =>
    fieldsOf(app)
      .filter(([, field]) => !entityFieldTypes.includes(textOf(at(field, 'type'))))
      .map(([entity, field]) => `${entity}.${textOf(at(field, 'name'))} has an invalid type`),
  ),
  rule('E4', file, app =>
    fieldsOf(app).flatMap(([entity, field]) =>
      entriesOf(field)
        .filter(([key]) => !fieldKeys.includes(key))
        .map(([key]) => `${entity}.${textOf(at(field, 'name'))} must NOT have additional properties '${key}'`),
    ),
  ),
];

const entitiesOf = (app: StagedApp): Json => app.json(file);

function fieldsOf(app: StagedApp): [entity: string, field: Json][] {
  return entriesOf(entitiesOf(app)).flatMap(([entity, content]) => {
    const fields = at(content, 'fields');
    return Array.isArray(fields) ? fields.map((field): [string, Json] => [entity, field]) : [];
  });
}
