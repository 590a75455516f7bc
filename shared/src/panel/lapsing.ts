import { hoursOf, leaseEndsAt, leaseOf } from '../escalation';
import { elapsedWithin } from '../time';
import { teamName, timeText } from './reader';
import type { Scene } from './scene';

/** An acceptance that nobody works on ends: said to its holder's side while the last quarter of it runs. */
export function lapsing(scene: Scene): string | undefined {
  const { state, holder, party, now } = scene;
  const [ends, lease] = [leaseEndsAt(state), leaseOf(state)];
  if (ends === undefined || lease === undefined || party !== holder.party) return undefined;
  if (elapsedWithin(hoursOf(state.terms, holder.party, holder.team), now, ends) * 4 > lease) return undefined;
  return `nobody has worked on it lately: ${teamName(scene, holder)} has to take it again ${timeText(scene, ends)}`;
}
