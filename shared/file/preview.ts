import { AgreementError, adviceOn, changesBetween, type AgreementDocument, type Change } from '../src';
import type { RuleViolation } from '../src';
import { readAgreementFile } from './readFile';

type Mistakes = AgreementError['violations'];

/** What an import would do, before it does anything. */
export type ImportPreview =
  | {
      readonly ok: true;
      readonly document: AgreementDocument;
      /** What would be other than now; all of it where there is nothing yet. */
      readonly changes: readonly Change[];
      readonly advice: readonly RuleViolation[];
    }
  | { readonly ok: false; readonly sentence: string; readonly mistakes: Mistakes };

/** Reads a file and compares it with what is there; a file that cannot be used says why, and nothing is changed. */
export function previewImport(text: string, current?: AgreementDocument): ImportPreview {
  try {
    const { document, agreement } = readAgreementFile(text);
    return { ok: true, document, changes: changesBetween(current ?? {}, document), advice: adviceOn(agreement) };
  } catch (error) {
    if (!(error instanceof AgreementError)) throw error;
    return { ok: false, sentence: error.message, mistakes: error.violations };
  }
}
