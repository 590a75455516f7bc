import type { AgreementDocument, VersionFact, Versions } from '../agreement';

/** Where a desk keeps the versions of its agreement. */
export interface VersionBook {
  /** The versions as they are; none before the first text. @throws DeskError */
  load(): Promise<Versions>;
  /** A text by the name of its content; undefined where it is not kept. @throws DeskError */
  text(content: string): Promise<AgreementDocument | undefined>;
  /** What happened, newest first: at most so many before a revision (exclusive; the newest unless said). @throws DeskError */
  facts(most: number, before?: number): Promise<readonly NumberedFact[]>;
}

/** A fact and which one of them it is, from 1. */
export interface NumberedFact {
  readonly revision: number;
  readonly fact: VersionFact;
}
