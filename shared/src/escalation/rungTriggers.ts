import type { Climb, Placement } from '../agreement';
import { clockOf } from '../clock';
import type { CustodyEntry, Open } from './state';
import { promisePasses } from './promise';

/** Rulings about who had it are no journey. */
const isJourney = ({ how }: CustodyEntry): boolean => how !== 'disputed' && how !== 'history';

/** Every crossing of the boundary, by instant. */
const crossings = ({ custody }: Open): readonly number[] =>
  custody
    .filter((entry, index) => index > 0 && isJourney(entry) && entry.to.party !== custody[index - 1]?.to.party)
    .map(({ at }) => at);

/** Every return of a handoff, before acceptance or after it, by instant. */
const returns = ({ offers }: Open): readonly number[] =>
  offers
    .flatMap(({ answer, returns: back, from, to = from }) =>
      answer === 'returned' ? [to] : back === undefined ? [] : [from],
    )
    .sort((one, other) => one - other);

const placeOf = ({ party, team }: Placement): string => `${party}/${team ?? ''}`;

/** When it was first back with a team that had it before the last one: A, B, A. */
function toAndFro({ custody }: Open): number | undefined {
  const legs = custody.filter(
    (entry, index) => index === 0 || placeOf(entry.to) !== placeOf((custody[index - 1] ?? entry).to),
  );
  return legs.find((leg, index) => index > 1 && placeOf(leg.to) === placeOf((legs[index - 2] ?? leg).to))?.at;
}

const comebacks = ({ marks }: Open): readonly number[] => clockOf(marks).gaps.map(({ to }) => to);

const nth = (instants: readonly number[], number: number): number | undefined => instants[number - 1];

/** So much service time has passed; not while the clock stands still. */
function passed(state: Open, after: number): number | undefined {
  if (clockOf(state.marks).status !== 'running') return undefined;
  const at = promisePasses(state, 'resolve', after);
  return Number.isFinite(at) ? at : undefined;
}

/** Why a rung is reached by its own condition. */
export const causeOf = ({ when }: Climb) =>
  Object.keys(when)[0] as 'after' | 'bounces' | 'returns' | 'toAndFro' | 'comebacks';

/** When (epoch ms) a rung's own condition holds; undefined as long as it does not. */
export function triggeredAt(state: Open, { when }: Climb): number | undefined {
  if ('after' in when) return passed(state, when.after);
  if ('bounces' in when) return nth(crossings(state), when.bounces);
  if ('returns' in when) return nth(returns(state), when.returns);
  return 'comebacks' in when ? nth(comebacks(state), when.comebacks) : toAndFro(state);
}
