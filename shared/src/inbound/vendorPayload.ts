import { z } from 'zod';
import { caseNamed, type CaseName } from '../channels';
import { problemIn, type Read } from './alertPayload';
import { parsedJson } from './envelope';

const words = (most: number) => z.string().trim().min(1, { error: 'is empty' }).max(most, { error: 'is too long' });

/** What a vendor's desk sends (documented in the README): the number of a case, what it answers, or both. */
const caseSchema = z
  .object({
    source: words(64),
    case: words(120),
    reference: words(255).exactOptional(),
    answer: words(8_000).exactOptional(),
  })
  .refine(({ reference, answer }) => reference !== undefined || answer !== undefined, {
    error: 'neither a reference nor an answer',
  });

/** What a vendor told of one of its cases. */
export interface CaseWord {
  readonly source: string;
  readonly about: CaseName;
  readonly reference?: string;
  readonly answer?: string;
}

/** A vendor's word as it was written, or what is wrong with it. */
export function readCaseWord(text: string): Read<CaseWord> {
  const { data, error } = caseSchema.safeParse(parsedJson(text));
  if (!data) return { problem: problemIn(error.issues) };
  const { case: named, ...word } = data;
  const about = caseNamed(named);
  return about ? { is: { ...word, about } } : { problem: 'At case: is no case of Baton’s.' };
}
