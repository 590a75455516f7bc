import type { Placement } from '../agreement';
import type { TicketEventOf } from '../ticket';
import { isCommanded } from './command';
import { custodian } from './custody';
import { declaring } from './decideMajor';
import { fact, facts, nothing, type Context, type Decision } from './decision';
import { isActive } from './participants';
import type { Open, State } from './state';

const isFollowing = ({ major }: Open, of: string): boolean => major?.follows === of && isCommanded({ major });

/** What has been a major incident of its own goes with no other. */
const mayFollow = ({ status, major }: Open): boolean =>
  status !== 'resolved' && (major === undefined || (major.follows !== undefined && !isCommanded({ major })));

/** Somebody else commands the one it goes with. */
function handedOn(state: Open, { commander, ...event }: TicketEventOf<'FollowMajor'>): Decision {
  const isNews = commander?.person !== undefined && commander.person !== custodian(state).person;
  return isNews && state.status !== 'resolved' ? facts(fact(event, 'CommandTaken', { to: { ...commander } })) : nothing;
}

/** A ticket that is linked to a major incident goes with it, under the same commander. */
export function decideFollowMajor(context: Context, state: State, event: TicketEventOf<'FollowMajor'>): Decision {
  if (state.status === 'unopened') return nothing;
  const { of: follows, commander } = event;
  if (isFollowing(state, follows)) return handedOn(state, event);
  if (!mayFollow(state)) return nothing;
  return facts(...declaring(context, state, event, { how: 'linked', follows, ...(commander ? { commander } : {}) }));
}

/** Who had it before the commander did, if the commander has it still; their team, where they have left since. */
function before(context: Context, state: Open): Placement | undefined {
  const index = state.custody.findIndex(({ at, how }) => how === 'command' && at === state.major?.declaredAt);
  const isTheirs = state.status !== 'resolved' && state.custody.slice(index).every(({ how }) => how === 'command');
  const entry = index > 0 && isTheirs ? state.custody[index - 1] : undefined;
  if (!entry) return undefined;
  const { person, ...place } = entry.to;
  return person !== undefined && isActive(context, person) ? { ...place, person } : place;
}

/** The major incident it went with is over, or it is linked to that no longer: it is back with whoever had it before. */
export function decideLeaveMajor(context: Context, state: State, event: TicketEventOf<'LeaveMajor'>): Decision {
  if (state.status === 'unopened' || !isFollowing(state, event.of)) return nothing;
  const to = before(context, state);
  return facts(fact(event, 'MajorLeft', to ? { to: { ...to } } : {}));
}
