import { agreementSchema } from '../src';
import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What may be written for short: one item for a list, its time for a promise, a number for a desk's own id. */
const shortForm = ({ type, items, properties }: JsonSchema): JsonSchema => {
  if (type === 'array') return items as JsonSchema;
  return (properties?.['within'] as JsonSchema | undefined) ?? { type: 'number' };
};

function withShortForm(schema: JsonSchema): void {
  const full = { ...schema };
  for (const key of Object.keys(schema)) Reflect.deleteProperty(schema, key);
  schema.anyOf = [shortForm(full), full];
}

const settings: Parameters<typeof z.toJSONSchema>[1] = {
  io: 'input',
  target: 'draft-2020-12',
  unrepresentable: 'any',
  reused: 'inline',
  override: ({ zodSchema, jsonSchema }) => {
    const { def } = zodSchema._zod;
    if (def.type === 'pipe' && def.in._zod.def.type === 'transform') withShortForm(jsonSchema);
  },
};

/** The form of an agreement file as JSON Schema, for editors and pipelines. */
export const agreementJsonSchema = (): JsonSchema => ({
  ...z.toJSONSchema(agreementSchema, settings),
  title: 'A Baton agreement',
});
