import { useEffect, useRef, useState } from 'react';
import { rereader, type Agreement, type AgreementDocument } from '../../../src/agreement';
import { findingsIn, type Finding } from '../../../src/settings/matrix';
import { inSlices } from '../inSlices';

/** What is known of a draft; what was known before stays until the next is found. */
export interface Checked {
  readonly findings: readonly Finding[];
  /** Absent while the draft has no right shape, and before it was read first. */
  readonly agreement?: Agreement;
  /** Whether it is about the draft as it is now. */
  readonly isCurrent: boolean;
}

/** Looks a draft through beside the typing: from the beginning again after each change. */
export function useFindings(draft: AgreementDocument, at: number): Checked {
  const read = useRef(rereader());
  const [known, setKnown] = useState<Omit<Checked, 'isCurrent'> & { readonly of?: AgreementDocument }>({
    findings: [],
  });
  useEffect(
    () =>
      inSlices(findingsIn(draft, read.current, at), ({ found, outcome }) =>
        setKnown({ findings: found, of: draft, ...(outcome ? { agreement: outcome } : {}) }),
      ),
    [draft, at],
  );
  return { ...known, isCurrent: known.of === draft };
}
