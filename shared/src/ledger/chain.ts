import type { Fact, NewFact } from '../escalation';
import { canonicalJson, type Hashing } from './hash';

/** Where an escalation's facts come from: a desk and the installation of Baton in it. */
export interface Origin {
  readonly desk: 'freshservice' | 'jira';
  readonly tenant: string;
}

/** A fact as the ledger keeps it: numbered and chained per origin (design §5). */
export type LedgerFact = Fact & {
  readonly v: 1;
  readonly id: string;
  readonly escalation: string;
  readonly origin: Origin;
  /** Hash of the fact before, of the same origin; `start` before the first. */
  readonly prev: string;
  readonly hash: string;
};

/** What people wrote and the salt of its hash; null once erased. */
export type SealedTexts = Readonly<Record<string, { readonly salt: string; readonly text: string } | null>>;

/** The end of a chain that the next fact is tied to. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** Before the first fact. */
export const chainStart: Head = { seq: 0, hash: 'start' };

/** Hash under which a text is referenced: of its salt and itself, so that a short text cannot be guessed. */
export const textHash = (hash: Hashing, salt: string, text: string): string => hash(`${salt}\n${text}`);

/** What sealing needs to know of its surroundings. */
export interface Sealing {
  readonly escalation: string;
  readonly origin: Origin;
  readonly hash: Hashing;
  /** A secret, never repeating salt for the text of this name. */
  readonly salt: (name: string) => string;
}

const hashOf = (hash: Hashing, fact: Omit<LedgerFact, 'hash'>): string => hash(canonicalJson(fact));

/** Numbers, chains and hashes one decided fact, and takes what people wrote out of it. */
export function seal(fact: NewFact, head: Head, sealing: Sealing): { fact: LedgerFact; texts: SealedTexts } {
  const { texts = {}, ...decided } = fact;
  const seq = head.seq + 1;
  const sealed = Object.entries(texts).map(([name, text]) => {
    const salt = sealing.salt(`${sealing.escalation}/${seq}/${name}`);
    return { name, hash: textHash(sealing.hash, salt, text), salt, text };
  });
  const body = {
    ...decided,
    v: 1 as const,
    id: `${sealing.escalation}/${seq}`,
    escalation: sealing.escalation,
    origin: sealing.origin,
    seq,
    prev: head.hash,
    ...(sealed.length > 0 ? { texts: Object.fromEntries(sealed.map(text => [text.name, text.hash])) } : {}),
  } as Omit<LedgerFact, 'hash'>;
  return {
    fact: { ...body, hash: hashOf(sealing.hash, body) } as LedgerFact,
    texts: Object.fromEntries(sealed.map(({ hash, salt, text }) => [hash, { salt, text }])),
  };
}

/** What is wrong with a chain: the first fact that does not fit, and why. */
export interface ChainBreak {
  readonly seq: number;
  readonly because: 'number' | 'link' | 'content' | 'text';
}

const brokenBy = (hash: Hashing | undefined, head: Head, fact: LedgerFact): ChainBreak['because'] | undefined => {
  const { hash: claimed, ...body } = fact;
  if (fact.seq !== head.seq + 1) return 'number';
  if (fact.prev !== head.hash) return 'link';
  return !hash || hashOf(hash, body as Omit<LedgerFact, 'hash'>) === claimed ? undefined : 'content';
};

/**
 * Checks facts, oldest first, from `head` on: undefined when every one is numbered, linked and unaltered (law 8).
 * Texts that are present must match their hash; one that was erased is no break. Without the hashing of the ledger, as
 * where its key is not at hand, numbers and links are all that can be checked.
 */
export function findBreak(
  facts: readonly LedgerFact[],
  hash: Hashing | undefined,
  texts: SealedTexts = {},
  head: Head = chainStart,
): ChainBreak | undefined {
  let last = head;
  for (const fact of facts) {
    const because = brokenBy(hash, last, fact) ?? (hash && alteredText(fact, hash, texts));
    if (because) return { seq: fact.seq, because };
    last = { seq: fact.seq, hash: fact.hash };
  }
  return undefined;
}

function alteredText(fact: LedgerFact, hash: Hashing, texts: SealedTexts): 'text' | undefined {
  const isAltered = Object.values(fact.texts ?? {}).some(ref => {
    const kept = texts[ref];
    return kept ? textHash(hash, kept.salt, kept.text) !== ref : false;
  });
  return isAltered ? 'text' : undefined;
}
