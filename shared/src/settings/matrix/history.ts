import type { AgreementDocument } from '../../agreement';

/** One change that can be taken back. */
export interface Step {
  readonly before: AgreementDocument;
  readonly after: AgreementDocument;
  /** What was done, as a sentence begins: `Removed “Incident”`. */
  readonly what: string;
  /** Where somebody types; what they type there one after the other is one step. */
  readonly place?: string;
}

/** So many steps are kept. */
const MOST = 50;

/** The steps after one more. */
export function withStep(steps: readonly Step[], step: Step): readonly Step[] {
  const last = steps.at(-1);
  const goesOn = step.place !== undefined && step.place === last?.place && last.after === step.before;
  if (goesOn) return [...steps.slice(0, -1), { ...step, before: last.before }];
  return [...steps, step].slice(-MOST);
}

/** The step that can be taken back: the last one, if nobody has changed the text since. */
export const undoable = (steps: readonly Step[], draft: AgreementDocument): Step | undefined => {
  const last = steps.at(-1);
  return last?.after === draft ? last : undefined;
};
