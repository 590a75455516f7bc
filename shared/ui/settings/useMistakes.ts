import { useEffect, useState } from 'react';
import { mistakesIn, type AgreementDocument } from '../../src/agreement';
import type { Violation } from '../../src/failures';

/** So long (ms) nobody types before a text is checked as a whole: checking is not to be felt. */
const PAUSE = 300;

/** What keeps a text from being used, as of the last pause in typing; nothing before there is a text. */
export function useMistakes(draft: AgreementDocument): readonly Violation[] {
  const [mistakes, setMistakes] = useState<readonly Violation[]>([]);
  useEffect(() => {
    const isNone = Object.keys(draft).length === 0;
    const later = setTimeout(() => setMistakes(isNone ? [] : mistakesIn(draft)), PAUSE);
    return () => clearTimeout(later);
  }, [draft]);
  return mistakes;
}
