import { useEffect, useMemo, useState } from 'react';
import { frozenChanges, type AgreementDocument } from '../../src/agreement';
import type { Violation } from '../../src/failures';
import type { OpenSettings } from './settingsState';
import type { LiveSettings } from './useSettings';

/** The text in force, once it is known; asked for only where it is not the one that is open anyway. */
export function useInForce(
  { view, on, stored }: OpenSettings,
  ask: LiveSettings['ask'],
): AgreementDocument | undefined {
  const [asked, setAsked] = useState<{ readonly version: number; readonly document: AgreementDocument }>();
  const version = view.versions.find(({ stage }) => stage === 'active')?.number;
  const isOpen = version === on;
  useEffect(() => {
    if (version === undefined || isOpen) return;
    ask({ type: 'text', version }).then(
      answer => answer.ok && answer.text && setAsked(answer.text),
      () => undefined,
    );
  }, [ask, version, isOpen]);
  if (isOpen) return version === undefined ? undefined : stored;
  return asked?.version === version ? asked?.document : undefined;
}

const nothing: readonly Violation[] = [];

/** What a text changes of what the version in force has frozen for its pilot. */
export const useFrozen = (inForce: AgreementDocument | undefined, draft: AgreementDocument): readonly Violation[] =>
  useMemo(() => (inForce?.pilot?.frozen?.length ? frozenChanges(inForce, draft) : nothing), [inForce, draft]);
