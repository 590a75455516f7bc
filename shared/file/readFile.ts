import { AgreementError, readAgreement, unsafeIn, type Agreement, type AgreementDocument } from '../src';
import { isAlias, parseDocument, visit, type Document } from 'yaml';
import { endMark, headline } from './writeFile';

/** Far above any agreement, and soon refused. In UTF-16 units, so that nothing is read before it is refused. */
export const longestFile = 2_000_000;

const refuse = (message: string, path = ''): never => {
  const place = path === '' ? 'The file' : path;
  throw new AgreementError('syntax', `${place} ${message}.`, [{ path, message }]);
};

const lineText = (error: { linePos?: readonly { line: number; col: number }[] }): string => {
  const [start] = error.linePos ?? [];
  return start === undefined ? '' : ` (line ${start.line}, column ${start.col})`;
};

/** What the reader of YAML says, its first sentence only: the rest draws the line. */
const said = (message: string): string => message.split(/\sat line|\n/)[0] ?? message;

function refuseMistakes({ errors, warnings }: Document): void {
  const [first] = [...errors, ...warnings];
  if (first !== undefined) refuse(`cannot be read: ${said(first.message)}${lineText(first)}; correct that place`);
}

/** A short file with references to references can mean gigabytes, and nobody reviews what a reference stands for. */
function refuseReferences(document: Document): void {
  visit(document, (_, node) => {
    if (isAlias(node)) refuse(`uses the reference “*${node.source}”; write out what it stands for`);
  });
}

function refuseCut(text: string): void {
  const isOurs = text.startsWith(headline);
  const isWhole = text.trimEnd().endsWith(`\n${endMark}`);
  if (isOurs && !isWhole) refuse(`is cut off: its last line is not “${endMark}”; export it again`);
}

function parsed(text: string): unknown {
  const document = parseDocument(text, { version: '1.2', uniqueKeys: true, logLevel: 'silent' });
  refuseMistakes(document);
  refuseReferences(document);
  return document.toJS({ maxAliasCount: 0 }) as unknown;
}

/** Nesting beyond the stack ends the reader; whoever sent it needs to know that, not where. */
function readDeep(text: string): unknown {
  try {
    return parsed(text);
  } catch (error) {
    if (error instanceof RangeError) return refuse('is nested too deeply to be read; flatten it');
    throw error;
  }
}

/**
 * The document of an agreement file, YAML or JSON, as it was written, and what it means.
 *
 * @throws AgreementError where the file is too long, cut off, hostile, no YAML, of a newer Baton, or no agreement; with
 * every violation and its path
 */
export function readAgreementFile(text: string): {
  readonly document: AgreementDocument;
  readonly agreement: Agreement;
} {
  if (text.length > longestFile)
    refuse('is longer than 2 million characters, which no agreement is; choose another one');
  refuseCut(text);
  const document = readDeep(text);
  const unsafe = unsafeIn(document);
  for (const { message, path } of unsafe) refuse(message, path);
  return { document: document as AgreementDocument, agreement: readAgreement(document) };
}
