import { AgreementError, type Violation } from '../failures';
import { problemsOf } from './problems';
import { brokenRules } from './rules';
import { agreementSchema, schemaVersion, type Agreement } from './schema';

const headline = (violations: readonly Violation[]): string => {
  const count = violations.length === 1 ? 'one mistake' : `${violations.length} mistakes`;
  const first = violations.slice(0, 3).map(({ path, message }) => `${path === '' ? 'the document' : path} ${message}`);
  const rest = violations.length > 3 ? ` And ${violations.length - 3} more.` : '';
  return `The agreement has ${count}: ${first.join('; ')}.${rest}`;
};

const refuse = (code: AgreementError['code'], violations: readonly Violation[]): never => {
  throw new AgreementError(code, headline(violations), violations);
};

const documentOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return refuse('syntax', [
      { path: '', message: 'is not valid JSON; a bracket, comma or quotation mark is out of place' },
    ]);
  }
};

const versionOf = (document: unknown): unknown =>
  typeof document === 'object' && document !== null && 'schema' in document ? document.schema : undefined;

/**
 * Reads an agreement that was already turned into plain data, such as a YAML document.
 *
 * @throws AgreementError with every violation of the schema, or else of the rules
 */
export function readAgreement(document: unknown): Agreement {
  const version = versionOf(document);
  if (typeof version === 'number' && version > schemaVersion) {
    const message = `was written by a newer Baton (form ${version}, this one reads ${schemaVersion}); update Baton first`;
    return refuse('newer-version', [{ path: 'schema', message }]);
  }
  const read = agreementSchema.safeParse(document, { reportInput: true });
  if (!read.success) return refuse('schema', problemsOf(read.error.issues));
  const broken = brokenRules(read.data);
  return broken.length > 0 ? refuse('rules', broken) : read.data;
}

/** What keeps a document from being used, failing test cases included; empty if nothing does. */
export function mistakesIn(document: unknown): readonly Violation[] {
  try {
    readAgreement(document);
    return [];
  } catch (error) {
    if (error instanceof AgreementError) return error.violations;
    throw error;
  }
}

/**
 * Reads an agreement from JSON text.
 *
 * @throws AgreementError `syntax`, `newer-version`, `schema` or `rules`, with every violation and its path
 */
export const parseAgreement = (text: string): Agreement => readAgreement(documentOf(text));
