import { firstAsked, type Placement } from '../agreement';
import { hoursOf } from '../escalation';
import { dueAfter, isOpenAt } from '../time';
import { teamName, timeText } from './reader';
import type { Scene } from './scene';

/** The place whose turn it is to take the ticket or to answer, as long as no person of it is named. */
function owing({ state, holder }: Scene): Placement | undefined {
  if (state.status === 'offered' && state.offer.triage !== undefined) return undefined;
  const place = state.status === 'offered' ? state.offer.to : state.status === 'held' ? holder : undefined;
  return place?.person === undefined ? place : undefined;
}

/** 'Nobody is on duty at Northwind NOC until Mon 09:00': the team whose turn it is has nobody there; else undefined. */
export function nobodyOnDuty(scene: Scene): string | undefined {
  const { directory, now, state } = scene;
  const place = owing(scene);
  if (place?.team === undefined || firstAsked(directory, place.team, now) !== undefined) return undefined;
  const hours = hoursOf(state.terms, place.party, place.team);
  const until = isOpenAt(hours, now) ? '' : ` until ${timeText(scene, dueAfter(hours, now, 1) - 1)}`;
  return `Nobody is on duty at ${teamName(scene, place)}${until}`;
}
