import type { z } from 'zod';
import type { Violation } from '../failures';
import { problemsOf } from './problems';
import { rules } from './rules';
import { agreementSchema, type Agreement, type AgreementDocument, type Cell } from './schema';
import { cell as cellSchema } from './schema/cell';

type Issues = readonly z.core.$ZodIssue[];
type CellDocument = AgreementDocument['matrix'][number];
type CellRead = { readonly cell: Cell } | { readonly issues: Issues };

/** What came of reading a document: an agreement, or what is wrong with its shape. Rules are not looked at. */
export type Reread = { readonly agreement: Agreement } | { readonly mistakes: readonly Violation[] };

/** Reads a document again and again while it is edited, cell after cell so that somebody who types can pause it. */
export type Rereader = (document: AgreementDocument) => Generator<undefined, Reread>;

const readCell = (written: CellDocument): CellRead => {
  const read = cellSchema.safeParse(written, { reportInput: true });
  return read.success ? { cell: read.data } : { issues: read.error.issues };
};

const inRow = (issues: Issues, row: number): Issues =>
  issues.map(issue => ({ ...issue, path: ['matrix', row, ...issue.path] }));

const isHeadOf = (one: AgreementDocument, other: AgreementDocument): boolean => {
  const keys = Object.keys({ ...one, ...other }) as (keyof AgreementDocument)[];
  return keys.every(key => key === 'matrix' || one[key] === other[key]);
};

const readHead = (document: AgreementDocument) =>
  agreementSchema.safeParse({ ...document, matrix: [] }, { reportInput: true });

type HeadRead = ReturnType<typeof readHead>;

function joined(head: HeadRead, cells: readonly CellRead[]): Reread {
  const issues = cells.flatMap((read, row) => ('cell' in read ? [] : inRow(read.issues, row)));
  if (!head.success) return { mistakes: problemsOf([...head.error.issues, ...issues]) };
  if (issues.length > 0) return { mistakes: problemsOf(issues) };
  return { agreement: { ...head.data, matrix: cells.flatMap(read => ('cell' in read ? [read.cell] : [])) } };
}

/** A reader that reads only what is not the very value it has read before. */
export function rereader(): Rereader {
  const known = new WeakMap<CellDocument, CellRead>();
  let last: { readonly document: AgreementDocument; readonly head: HeadRead } | undefined;

  return function* reread(document) {
    const head = last && isHeadOf(document, last.document) ? last.head : readHead(document);
    last = { document, head };
    const cells: CellRead[] = [];
    for (const written of document.matrix) {
      const read = known.get(written) ?? readCell(written);
      if (!known.has(written)) yield;
      known.set(written, read);
      cells.push(read);
    }
    return joined(head, cells);
  };
}

/** {@link mistakesIn} of a document that is read again and again, place after place so that who types can go on. */
export function* eachMistake(document: AgreementDocument, read: Rereader): Generator<Violation | undefined, void> {
  const outcome = yield* read(document);
  if ('mistakes' in outcome) yield* outcome.mistakes;
  else for (const { advice, judged } of rules) if (!advice) yield* judged(outcome.agreement);
}
