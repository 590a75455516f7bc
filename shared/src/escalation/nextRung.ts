import { crossingTo, type Climb } from '../agreement';
import type { Ask } from './ask';
import { custodian } from './custody';
import type { FactData } from './events';
import { openAsks } from './openAsks';
import { causeOf, triggeredAt } from './rungTriggers';
import type { Open } from './state';
import { saidSince } from './thresholds';

/** A rung to be reached, or the end of them: when (epoch ms), why, and whose silence brought it. */
export interface Reaching {
  readonly at: number;
  readonly because: FactData<'RungReached'>['because'];
  readonly rung?: Climb;
  readonly ask?: Ask;
}

const isReached = ({ rungs = [] }: Open, { id }: Climb): boolean => rungs.includes(id);

/** Where a cell only watches no team is called; leads and coordinators are, as everywhere. */
const isWatched = (state: Open, { calls }: Climb): boolean =>
  'team' in calls && state.terms.boundaries[crossingTo(custodian(state).party)].mode === 'observe';

/** The rungs that were not reached yet, lowest first. */
export const rungsLeft = (state: Open): readonly Climb[] =>
  (state.terms.rungs ?? []).filter(rung => !isReached(state, rung) && !isWatched(state, rung));

/** What was before Baton knew of the ticket calls nobody. */
const byThemselves = (state: Open): Reaching[] =>
  rungsLeft(state).flatMap(rung => {
    const at = triggeredAt(state, rung);
    return at === undefined || at < state.knownSince
      ? []
      : [{ at: Math.max(at, saidSince(state)), because: causeOf(rung), rung }];
  });

/** Whoever was called did not answer in time. */
const bySilence = (state: Open): Reaching[] =>
  openAsks(state)
    .filter(ask => ask.rung !== undefined && !ask.isClimbed)
    .map(ask => {
      const [rung] = rungsLeft(state);
      return {
        at: Math.max(ask.answerBy + 1, saidSince(state)),
        because: 'unanswered',
        ask,
        ...(rung ? { rung } : {}),
      };
    });

/** Which rung is reached next, and when; undefined where none waits. */
export function nextReaching(state: Open): Reaching | undefined {
  if (state.status === 'resolved') return undefined;
  return [...bySilence(state), ...byThemselves(state)].sort((one, other) => one.at - other.at)[0];
}
