import type { Priority } from '../agreement';
import { clockOf, stoppedSpans } from '../clock';
import { elapsedWithin } from '../time';
import type { CustodyEntry } from './custodyEntry';
import { resolveHours } from './hours';
import type { Open } from './state';
import { isUncounted } from './uncounted';
import { agreedStops } from './waiting';

/** A stay with one team that is over: until when (epoch ms), and how much of the resolve clock it took (service ms). */
export interface Stay {
  /** The team that had it in hand; the party, where no team did. */
  readonly team: string;
  readonly priority: Priority;
  readonly until: number;
  readonly ms: number;
}

/** By what the stays of a team are known; the party where custody names no team. */
export const stayer = ({ to }: CustodyEntry): string => to.team ?? to.party;

/** The first entries of each stay: passing it on among the people of a team begins no other. */
const begins = ({ custody }: Open): readonly CustodyEntry[] =>
  custody.filter((entry, index) => {
    const before = custody[index - 1];
    return before === undefined || before.to.party !== entry.to.party || stayer(before) !== stayer(entry);
  });

/** Since when (epoch ms) the team that has it in hand has had it. */
export const staySince = (state: Open): number => begins(state).at(-1)?.at ?? state.openedAt;

/** Service time of the resolve clock in `[from, until)`: pauses and what the agreement stops left out. */
function spent(state: Open, from: number, until: number): number {
  const stops = agreedStops(state, until).map((stop): [number, number] => [stop.from, stop.to]);
  const except = [...stoppedSpans(clockOf(state.marks), until), ...stops];
  return Math.round(elapsedWithin(resolveHours(state.terms), from, until, { except }));
}

/**
 * The stays that are over, oldest first: custody went on, or silence has confirmed that it is resolved. None of an
 * escalation that counts nowhere.
 */
export function endedStays(state: Open): readonly Stay[] {
  if (isUncounted(state)) return [];
  const starts = begins(state);
  const closedAt = state.status === 'resolved' && state.confirmedAt !== undefined ? state.resolvedAt : undefined;
  return starts.flatMap((entry, index) => {
    const until = starts[index + 1]?.at ?? closedAt;
    if (until === undefined || until < entry.at) return [];
    return [{ team: stayer(entry), priority: state.terms.priority, until, ms: spent(state, entry.at, until) }];
  });
}
