import { useEffect, useRef, useState } from 'react';
import type { SettingsAnswer, TouchedView } from '../../src/settings';
import type { SectionProps } from './section';
import type { SettingsAsk } from './settingsBridge';

/** Asked once nobody has typed for so long, and so often at the most, ms: it costs the desk several looks at its store. */
const [PAUSE, APART] = [2_000, 15_000];

/** What came of asking; nothing while nothing is known. */
export type Asked = TouchedView | { readonly sentence: string; readonly remedy: string } | undefined;

const told = (answer: SettingsAnswer): Asked => (answer.ok ? answer.touched : answer);

/**
 * How many open tickets a text is about, as of a pause in typing.
 *
 * @param of - the text: it is asked again when this is another one
 * @param request - what to ask; undefined while there is nothing to ask
 */
export function useTouched(ask: SectionProps['ask'], of: unknown, request: (() => SettingsAsk) | undefined): Asked {
  const [known, setKnown] = useState<{ readonly of: unknown; readonly asked: Asked }>();
  const last = useRef(-Infinity);
  const isAsking = request !== undefined;
  useEffect(() => {
    if (!request) return undefined;
    let isHere = true;
    const wait = Math.max(PAUSE, last.current + APART - performance.now());
    const timer = setTimeout(() => {
      last.current = performance.now();
      ask(request()).then(
        answer => isHere && setKnown({ of, asked: told(answer) }),
        () => undefined,
      );
    }, wait);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [ask, of, isAsking]);
  return known?.of === of ? known?.asked : undefined;
}
