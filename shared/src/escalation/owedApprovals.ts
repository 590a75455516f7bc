import { dueAfter } from '../time';
import { hoursOf } from './hours';
import { missingApprovals, openOverrides } from './openOverrides';
import type { Override } from './override';
import { timed, type Obligation } from './owing';
import type { Open } from './state';

/** Whose decision is owed: where any of them is enough, that of the party that asks. */
const deciders = (override: Override) => missingApprovals(override).slice(0, override.isAny ? 1 : undefined);

/** Whoever approves an exception owes the decision, whether or not anything waits for it. */
export const owedApprovals = (state: Open, now: number): Obligation[] =>
  openOverrides(state).flatMap(override =>
    deciders(override).map(({ party, person }) => {
      const { id, at: since, decide: within } = override;
      const hours = hoursOf(state.terms, party);
      const clock = timed(hours, { since, dueAt: dueAfter(hours, since, within), within }, now);
      const owing = { party, ...(person === undefined ? {} : { person }) };
      return { kind: 'decide', name: `decide ${id} ${party}`, ...owing, ...clock };
    }),
  );
