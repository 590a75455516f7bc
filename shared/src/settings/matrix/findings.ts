import {
  agreementRules,
  eachUncovered,
  writtenDuration,
  type Agreement,
  type AgreementDocument,
  type Rereader,
  type UncoveredHours,
} from '../../agreement';
import type { Violation } from '../../failures';
import { localText } from '../../time';
import { boundaryLabel, labelOf } from './fieldLabel';

/** Something about the matrix that is wrong, or that deserves a look, and what to do about it. */
export interface Finding {
  readonly kind: 'mistake' | 'advice';
  /** Id of the cell it concerns; none where it concerns the whole matrix, a boundary or an example. */
  readonly cell?: string;
  /** Dotted path: inside the cell, else in the document. */
  readonly path: string;
  /** A whole sentence. */
  readonly text: string;
}

const PLACE = /^(matrix|tests)\.(\d+)\.?(.*)$/;
const OVERLAY = /^overlays\.(\d+)(?:\.cells\.[^.]+)?\.?(.*)$/;
const BOUNDARY = /^boundaries\.([^.]+)\.?(.*)$/;

const boundarySubject = (path: string): string | undefined => {
  const found = BOUNDARY.exec(path);
  return found ? boundaryLabel(found[1] ?? '', found[2] ?? '') : undefined;
};

/** A cell that an overlay changes, and the field of it. */
const overlaySubject = (path: string, { overlays = [] }: AgreementDocument): string | undefined => {
  const [, number, inside = ''] = OVERLAY.exec(path) ?? [];
  if (number === undefined) return undefined;
  return [`Overlay “${overlays[Number(number)]?.name}”`, labelOf(inside)].filter(part => part !== undefined).join(', ');
};

const outsideSubject = (path: string, document: AgreementDocument): string | undefined =>
  path === 'matrix' ? 'The matrix' : (boundarySubject(path) ?? overlaySubject(path, document));

/** What the message is about, in words; undefined where it is no business of the matrix. */
function subjectOf(path: string, document: AgreementDocument): string | undefined {
  const found = PLACE.exec(path);
  if (!found) return outsideSubject(path, document);
  const number = Number(found[2]);
  if (found[1] === 'tests') return `Example ${number + 1}:`;
  return labelOf(found[3] ?? '') ?? `“${document.matrix[number]?.name}”`;
}

function told(kind: Finding['kind'], { path, message }: Violation, document: AgreementDocument): readonly Finding[] {
  const subject = subjectOf(path, document);
  if (subject === undefined) return [];
  const [, part, number, inside = ''] = PLACE.exec(path) ?? [];
  const cell = part === 'matrix' ? document.matrix[Number(number)]?.id : undefined;
  return [{ kind, ...(cell === undefined ? { path } : { cell, path: inside }), text: `${subject} ${message}.` }];
}

function uncoveredText({ receiver, weekly, next }: UncoveredHours, { parties, teams }: Agreement): string {
  const zone = parties.client.timeZone;
  const team = teams[receiver]?.name ?? receiver;
  const usual = weekly === 0 ? 'On holidays' : `For ${writtenDuration(weekly)} a week`;
  const when = `${localText(next[0], zone)} to ${localText(next[1], zone)} (${zone})`;
  return `${usual} the resolve clock runs while ${team} is closed, next from ${when}. Call who is on call, or promise hours in which they are open.`;
}

function* uncovered(agreement: Agreement, at: number): Generator<Finding | undefined> {
  for (const found of eachUncovered(agreement, at)) {
    yield undefined;
    for (const each of found) {
      const cell = agreement.matrix[each.row]?.id ?? '';
      yield { kind: 'advice', cell, path: 'closedReceiver', text: uncoveredText(each, agreement) };
    }
  }
}

/**
 * Everything that is wrong with a matrix and its examples, and what deserves a look: mistakes first. Undefined now and
 * then, so that who runs it can pause.
 *
 * @returns the agreement, where its shape is right
 *
 * @param at - from when on the hours in which nobody is open are looked for, epoch ms
 */
export function* findingsIn(
  document: AgreementDocument,
  read: Rereader,
  at: number,
): Generator<Finding | undefined, Agreement | undefined> {
  const outcome = yield* read(document);
  if ('mistakes' in outcome) {
    yield* outcome.mistakes.flatMap(mistake => told('mistake', mistake, document));
    return undefined;
  }
  const { agreement } = outcome;
  const ordered = [...agreementRules].sort((one, other) => Number(one.advice) - Number(other.advice));
  for (const { advice, judged } of ordered) {
    for (const violation of judged(agreement)) {
      yield undefined;
      if (violation) yield* told(advice ? 'advice' : 'mistake', violation, document);
    }
  }
  yield* uncovered(agreement, at);
  return agreement;
}
