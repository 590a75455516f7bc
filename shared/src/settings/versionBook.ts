import type { Activation, Agreement, AgreementDocument, VersionFact, Versions } from '../agreement';

/** A version that counts now or is to count later, and from when. */
export interface InForce extends Activation {
  readonly document: AgreementDocument;
  readonly agreement: Agreement;
}

/** What happened, and what follows from it. */
export interface VersionEntry {
  readonly fact: VersionFact;
  /** The versions with it. */
  readonly versions: Versions;
  /** What counts from now on, by instant: present where the fact changes that. */
  readonly inForce?: readonly InForce[];
}

/** Where a desk keeps the versions of its agreement. */
export interface VersionBook {
  /** The versions as they are; none before the first text. @throws DeskError */
  load(): Promise<Versions>;
  /** A text by the name of its content; undefined where it is not kept. @throws DeskError */
  text(content: string): Promise<AgreementDocument | undefined>;
  /** Keeps a text and names it by its content; one that is kept already has the same name. @throws DeskError */
  keep(document: AgreementDocument): Promise<string>;
  /** Adds what happened behind the revision before it; false where somebody was faster. @throws DeskError */
  add(entry: VersionEntry): Promise<boolean>;
  /** What happened, newest first: at most so many before a revision (exclusive; the newest unless said). @throws DeskError */
  facts(most: number, before?: number): Promise<readonly NumberedFact[]>;
}

/** A fact and which one of them it is, from 1. */
export interface NumberedFact {
  readonly revision: number;
  readonly fact: VersionFact;
}
