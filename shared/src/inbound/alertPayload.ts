import { z } from 'zod';
import { readInstant } from '../time';
import { parsedJson } from './envelope';

const line = (most: number) =>
  z
    .string()
    .transform(text => text.replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, { error: 'is empty' })
        .max(most, { error: `is longer than ${most} characters` }),
    );

const common = {
  /** The source's name in the agreement. */
  source: line(64),
  /** By which the source knows the alert again: what comes later under it joins what is open. */
  key: line(255),
  /** When it happened; when it was sent where absent. */
  at: z
    .string()
    .refine(text => readInstant(text) !== undefined, { error: 'is no instant such as 2026-03-02T09:00:00Z' })
    .optional(),
  /** Nothing is opened: the answer says what would be. */
  test: z.boolean().optional(),
};

/** What monitoring sends (documented in the README): one alert is raised, was seen, or is over. */
const alertSchema = z.discriminatedUnion('action', [
  z.object({
    ...common,
    action: z.literal('trigger'),
    severity: line(120),
    summary: line(255),
    link: z
      .string()
      .max(1_000)
      .regex(/^https?:\/\/\S+$/, { error: 'is no address' })
      .optional(),
    service: line(120).optional(),
  }),
  z.object({ ...common, action: z.literal('acknowledge'), by: line(120).optional() }),
  z.object({ ...common, action: z.literal('resolve') }),
]);

/** One of {@link alertSchema}. */
export type AlertPayload = z.infer<typeof alertSchema>;

/** What a source said; or where it is wrong, in a sentence that repeats nothing of it. */
export type Read<T> = { readonly is: T } | { readonly problem: string };

/** What is wrong, where, in a sentence that repeats nothing of it. */
export function problemIn([issue]: readonly z.core.$ZodIssue[]): string {
  const path = issue?.path.join('.') ?? '';
  return `At ${path === '' ? 'the top' : path}: ${issue?.message ?? 'is wrong'}.`;
}

/** An alert as its source wrote it, or what is wrong with it. */
export function readAlert(text: string): Read<AlertPayload> {
  const value = parsedJson(text);
  if (value === undefined) return { problem: 'The body is no JSON.' };
  const { data, error } = alertSchema.safeParse(value);
  return data ? { is: data } : { problem: problemIn(error.issues) };
}
