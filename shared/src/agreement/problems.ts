import type { z } from 'zod';
import type { Violation } from '../failures';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Dotted path as people read it in the document. */
const pathText = (path: Path): string => path.map(String).join('.');

const at = (path: Path, message: string): Violation => ({ path: pathText(path), message });

/** Messages of the schema's own say what is wrong, or else, after "is", what a right value is. */
const saysWrong = /^is (?:empty|longer|an empty|a reserved)/;

const sentence = (issue: Issue): string => {
  const { message } = issue;
  if (issue.input === undefined) return 'is missing; add it';
  if (saysWrong.test(message)) return message;
  if (message.startsWith('is ')) return message.replace('is ', 'must be ');
  if (issue.code === 'invalid_type') return `must be ${article(issue.expected)}`;
  return issue.code === 'invalid_value' ? `must be ${choices(issue.values)}` : message;
};

const choices = (values: readonly unknown[]): string => {
  const quoted = values.map(value => `“${String(value)}”`);
  return quoted.length === 1 ? quoted.join('') : `one of ${quoted.join(', ')}`;
};

const kinds: Readonly<Record<string, string>> = {
  object: 'a section',
  record: 'a section',
  array: 'a list',
  int: 'a whole number',
  string: 'a text',
  boolean: 'true or false',
};

const article = (expected: string): string => kinds[expected] ?? `a ${expected}`;

const unknownKeys = (path: Path, keys: readonly string[]): readonly Violation[] =>
  keys.map(key => at([...path, key], 'is not known here; correct its spelling or remove it'));

/** One violation per thing that is wrong, in the document's words. */
export function problemsOf(issues: readonly Issue[]): readonly Violation[] {
  return issues.flatMap(issue => {
    if (issue.code === 'unrecognized_keys') return unknownKeys(issue.path, issue.keys);
    const [inner] = issue.code === 'invalid_key' ? issue.issues : [];
    return [at(issue.path, sentence(inner ?? issue))];
  });
}
