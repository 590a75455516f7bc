import type { Stretch } from '../escalation';
import { MINUTE } from '../time';

/** A stretch that nobody owned is an incident beyond this. */
const AMBIGUOUS = 15 * MINUTE;

const isOrphaned = (stretch: Stretch): boolean =>
  stretch.is === 'running' && (stretch.as === 'un-batoned' || stretch.as === 'unclaimed past target');

/** How often nobody owned a ticket for so long that it is an incident. */
export const ambiguities = (stretches: readonly Stretch[]): number =>
  stretches.filter(stretch => isOrphaned(stretch) && stretch.ms > AMBIGUOUS).length;

/** Time that nobody had accepted, ms. */
export const nobodyMs = (stretches: readonly Stretch[]): number =>
  stretches.reduce(
    (sum, stretch) => sum + (stretch.is === 'running' && stretch.usedBy === 'nobody' ? stretch.ms : 0),
    0,
  );
