import { z } from 'zod';

const envelopeSchema = z.object({
  id: z.string(),
  /** Seconds, as a text or a number. */
  timestamp: z.union([z.string(), z.number().transform(String)]),
  signature: z.string(),
  /** The signed text itself, so that it stays as it was signed. */
  payload: z.string(),
});

/** What is around a signed text where its signature cannot travel in headers. */
export type Envelope = z.infer<typeof envelopeSchema>;

/** The value of a JSON text; undefined where it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The envelope in a body; undefined where it has none. */
export const readEnvelope = (body: string): Envelope | undefined => envelopeSchema.safeParse(parsedJson(body)).data;
