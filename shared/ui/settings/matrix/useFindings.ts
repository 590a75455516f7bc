import { useEffect, useRef, useState } from 'react';
import { rereader, type Agreement, type AgreementDocument } from '../../../src/agreement';
import { findingsIn, type Finding } from '../../../src/settings/matrix';

/** What is known of a draft; what was known before stays until the next is found. */
export interface Checked {
  readonly findings: readonly Finding[];
  /** Absent while the draft has no right shape, and before it was read first. */
  readonly agreement?: Agreement;
  /** Whether it is about the draft as it is now. */
  readonly isCurrent: boolean;
}

/** Nothing is looked for while somebody types: only after so long without a change, ms. */
const PAUSE = 300;
/** So long at a time, ms, so that a key that is pressed meanwhile does not wait. */
const SLICE = 8;

type Search = Generator<Finding | undefined, Agreement | undefined>;

/** Goes on for a slice; the outcome when it came to the end. */
function goOn(search: Search, found: Finding[]): { agreement?: Agreement | undefined } | undefined {
  const until = performance.now() + SLICE;
  while (performance.now() < until) {
    const { done, value } = search.next();
    if (done) return { agreement: value };
    if (value) found.push(value);
  }
  return undefined;
}

/** Looks a draft through beside the typing: from the beginning again after each change. */
export function useFindings(draft: AgreementDocument, at: number): Checked {
  const read = useRef(rereader());
  const [known, setKnown] = useState<Checked & { of?: AgreementDocument }>({ findings: [], isCurrent: false });
  useEffect(() => {
    const found: Finding[] = [];
    const search = findingsIn(draft, read.current, at);
    const look = (): void => {
      const outcome = goOn(search, found);
      if (outcome === undefined) timer = setTimeout(look);
      else
        setKnown({
          findings: found,
          isCurrent: true,
          of: draft,
          ...(outcome.agreement ? { agreement: outcome.agreement } : {}),
        });
    };
    let timer = setTimeout(look, PAUSE);
    return () => clearTimeout(timer);
  }, [draft, at]);
  return { ...known, isCurrent: known.of === draft };
}
