import { z } from 'zod';
import { id, label, oneOrMore } from './basics';
import { cellChange } from './cell';

/** Whose tickets an overlay is for: every line given must hold; within a line any value will do. */
const whose = z
  .strictObject({
    client: oneOrMore(label).exactOptional(),
    unit: oneOrMore(label).exactOptional(),
    geography: oneOrMore(label).exactOptional(),
    customerTier: oneOrMore(label).exactOptional(),
  })
  .refine(lines => Object.keys(lines).length > 0, {
    error: 'is a client, unit, geography or customerTier',
  });

/** What is other for some of the tickets; everything it does not say it inherits. */
export const overlay = z.strictObject({
  id,
  name: label,
  when: whose,
  /** The overlay it changes further; the agreement itself if not said. */
  inherits: id.exactOptional(),
  /** By the id of the cell. */
  cells: z.record(id, cellChange).default({}),
});
