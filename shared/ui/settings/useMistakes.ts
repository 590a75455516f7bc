import { useEffect, useRef, useState } from 'react';
import { eachMistake, rereader, type AgreementDocument } from '../../src/agreement';
import type { Violation } from '../../src/failures';
import { inSlices } from './inSlices';

/** What keeps a text from being used, as of the last pause in typing; nothing before there is a text. */
export function useMistakes(draft: AgreementDocument): readonly Violation[] {
  const read = useRef(rereader());
  const [mistakes, setMistakes] = useState<readonly Violation[]>([]);
  useEffect(() => {
    if (Object.keys(draft).length > 0)
      return inSlices(eachMistake(draft, read.current), ({ found }) => setMistakes(found));
    setMistakes([]);
    return undefined;
  }, [draft]);
  return mistakes;
}
