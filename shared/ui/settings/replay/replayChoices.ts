import { readAgreement, type AgreementDocument } from '../../../src/agreement';
import { agreedFor, readMapping, type Agreed, type MappingDocument, type ReplayPlan } from '../../../src/replay';
import { isoReader } from '../../../src/time';

/** What a history can be held against. */
export type Against = 'nothing' | 'in force' | 'draft';

/** What somebody chose before a replay begins. */
export interface Choices {
  readonly mapping: MappingDocument;
  readonly agreement: Against;
  readonly against: Against;
  /** Days as they were typed; empty for all. */
  readonly from: string;
  readonly to: string;
}

/** The agreements there are to choose from; one is absent where it is not there. */
export type Documents = Readonly<Partial<Record<Against, AgreementDocument>>>;

/** Something that somebody typed and that cannot be used, in a sentence. */
export class ChoiceError extends Error {
  override readonly name = 'ChoiceError';
}

function instantOf(text: string, zone: string, otherwise: number): number {
  if (text.trim() === '') return otherwise;
  const at = isoReader(zone)(text.trim());
  if (at === undefined) throw new ChoiceError(`“${text}” is no day. Write it as 2026-01-31.`);
  return at;
}

/**
 * What is to be replayed.
 *
 * @throws MappingError, AgreementError, ChoiceError with what would mend it
 */
export function planOf({ mapping: document, agreement, against, from, to }: Choices, documents: Documents): ReplayPlan {
  const mapping = readMapping(document);
  const agreedTo = (choice: Against): Agreed | undefined => {
    const chosen = documents[choice];
    return agreedFor(mapping, chosen && readAgreement(chosen));
  };
  return {
    mapping,
    period: { from: instantOf(from, mapping.zone, -Infinity), to: instantOf(to, mapping.zone, Infinity) },
    agreed: agreedTo(agreement),
    ...(against === 'nothing' ? {} : { against: agreedTo(against) }),
  };
}
