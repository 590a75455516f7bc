import { awaySince, backupOf, isManned, isPool, rosteredAt, type Directory } from '../agreement';
import { dueAfter, isOpenAt } from '../time';
import { isAwaitingInfo } from './openAsks';
import type { Offered } from './state';
import { answerHours } from './targets';

/** Somebody who had to answer an offer and is not there. */
export interface Missing {
  /** Since when nobody answers, epoch ms. */
  readonly at: number;
  /** Who is away; absent where the roster names nobody. */
  readonly away?: string;
  /** Who stands in for them in the same team. */
  readonly backup?: string;
}

/** From when on (epoch ms) the rung that has the offer has to answer: the receiver's hours, not before. */
function countsFrom({ offer, terms }: Offered): number {
  const hours = answerHours(terms, { crossing: offer.crossing, team: offer.to.team });
  return isOpenAt(hours, offer.rungSince) ? offer.rungSince : dueAfter(hours, offer.rungSince, 1) - 1;
}

/** Whether the rung asks a team, whose backup can stand in, and not one person. */
const isOfTeam = ({ offer, terms }: Offered): boolean =>
  offer.rung === 0 || terms.boundaries[offer.crossing].ladder[offer.rung - 1]?.who === 'team';

function standIn(directory: Directory, state: Offered, away: string | undefined, at: number): string | undefined {
  const backup = isOfTeam(state) ? backupOf(directory, state.offer.to.team, at) : undefined;
  return backup === away ? undefined : backup;
}

const known = (value: Missing): Missing =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as unknown as Missing;

/** Nobody needs to be there: others owe the decision, or somebody of the receiver is at work on it already. */
const isAnswering = (state: Offered): boolean =>
  state.offer.owed !== undefined || state.offer.working !== undefined || isAwaitingInfo(state);

/**
 * Whether whoever has to answer the open offer is not there when they must, by the roster or because they went out
 * since, as it is known at `now` (epoch ms). Undefined while somebody is, or where the decision is with others.
 */
export function missingAnswerer(directory: Directory, state: Offered, now: number): Missing | undefined {
  const from = countsFrom(state);
  if (from > now || isAnswering(state)) return undefined;
  const { team, person = rosteredAt(directory, team, from).onDuty } = state.offer.to;
  if (person === undefined) return unmanned(directory, state, from);
  const since = awaySince(directory, person, from) ?? awaySince(directory, person, now);
  if (since === undefined) return undefined;
  const at = Math.max(from, since);
  return known({ at, away: person, backup: standIn(directory, state, person, at) as string });
}

/** The roster names nobody, or nobody of a team without a roster is there. */
function unmanned(directory: Directory, state: Offered, at: number): Missing | undefined {
  const { team } = state.offer.to;
  if (isPool(directory, team)) return isManned(directory, team, at) ? undefined : { at };
  return known({ at, backup: standIn(directory, state, undefined, at) as string });
}
