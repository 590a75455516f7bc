import type { Database } from 'libsql';
import type { EntityIndex, EntitySchema } from '../manifest';

/** The store in which an entity's rows lie. */
export const entityStore = (name: string) => `entity:${name}`;

/** The value of an attribute, in SQL. */
export const attributeSql = (name: string) => `json_extract(value, '$."${name}"')`;

/** The index every entity has without declaring it. */
export const KEY_INDEX: EntityIndex = { name: 'by-key', partition: [], range: 'key' };

const RIGHT_ENTITY = /^[a-z0-9:_.-]{3,60}$/;
const RIGHT_ATTRIBUTE = /^[_A-Za-z][_0-9A-Za-z]{0,29}$/;
const RIGHT_INDEX = /^[a-zA-Z0-9:_.-]{3,50}$/;

/** What the platform would refuse at deployment, as sentences. */
export function entityProblems(entities: EntitySchema[]): string[] {
  const problems: string[] = [];
  const need = (holds: boolean, sentence: string) => void (holds || problems.push(sentence));
  need(entities.length <= 20, 'More than 20 entities');
  for (const { name, attributes, indexes } of entities) {
    need(RIGHT_ENTITY.test(name), `Entity name ${name}`);
    need(Object.keys(attributes).length <= 50, `Entity ${name} has more than 50 attributes`);
    need(indexes.length <= 7, `Entity ${name} has more than 7 indexes`);
    Object.keys(attributes).forEach(attribute => need(RIGHT_ATTRIBUTE.test(attribute), `Attribute ${attribute}`));
    for (const index of indexes) {
      need(RIGHT_INDEX.test(index.name) && index.name !== KEY_INDEX.name, `Index name ${index.name}`);
      const used = [...index.partition, index.range].map(attribute => attributes[attribute]);
      need(
        used.every(type => type !== undefined && type !== 'any'),
        `Index ${index.name} on an unknown or any attribute`,
      );
    }
  }
  return problems;
}

/** Makes one SQLite index per declared index, over the rows of that entity only. */
export function createEntityIndexes(db: Database, entities: EntitySchema[]): void {
  for (const entity of entities) {
    for (const index of entity.indexes) {
      const fields = [...index.partition, index.range].map(attributeSql).join(', ');
      db.exec(
        `CREATE INDEX IF NOT EXISTS "forge_${entity.name}_${index.name}" ON forge_rows (${fields}, key)
         WHERE store = '${entityStore(entity.name)}'`,
      );
    }
  }
}
