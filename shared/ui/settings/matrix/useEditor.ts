import { useCallback, useMemo, useRef, useState } from 'react';
import type { AgreementDocument } from '../../../src/agreement';
import { namesIn, undoable, withStep, type Names, type Step } from '../../../src/settings/matrix';
import type { SectionProps } from '../section';

/** Makes another text out of the one there is; undefined where there is nothing to do. */
export type Edit = (draft: AgreementDocument) => AgreementDocument | undefined;

/** Changes the draft; `place` is where somebody types, so that what they type there is one step. */
export type Change = (what: string, edit: Edit, place?: string) => void;

/** The text that is being edited, with the way back. */
export interface Editor {
  readonly names: Names;
  /** The same function as long as the section is open. */
  readonly change: Change;
  readonly undo: () => void;
  /** What undoing takes back; absent where there is nothing. */
  readonly last?: string;
  /** What was done last, to be read out. */
  readonly said: string;
}

const useNames = (draft: AgreementDocument): Names => {
  const { teams, people, calendars, vendors } = draft;
  return useMemo(() => namesIn({ teams, people, calendars, vendors }), [teams, people, calendars, vendors]);
};

/** Keeps the steps that can be taken back while a section is open. */
export function useEditor({ draft, onChange, isEditable }: SectionProps): Editor {
  const now = useRef({ draft, onChange, isEditable });
  now.current = { draft, onChange, isEditable };
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [said, setSaid] = useState('');

  const change = useCallback<Change>((what, edit, place) => {
    const { draft: before, onChange: tell, isEditable: may } = now.current;
    const after = may ? edit(before) : undefined;
    if (after === undefined || after === before) return;
    now.current = { ...now.current, draft: after };
    setSteps(all => withStep(all, { before, after, what, ...(place === undefined ? {} : { place }) }));
    setSaid(place === undefined ? what : '');
    tell(after);
  }, []);

  const last = undoable(steps, draft);
  const undo = useCallback(() => {
    if (last === undefined) return;
    setSteps(all => all.slice(0, -1));
    setSaid(`Taken back: ${last.what}`);
    now.current.onChange(last.before);
  }, [last]);
  return { names: useNames(draft), change, undo, said, ...(last === undefined ? {} : { last: last.what }) };
}
