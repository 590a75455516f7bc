import { clockOf, type Mark } from '../clock';
import type { FactOf } from './events';
import { held } from './evolveCustody';
import { closed } from './evolveTransfer';
import { marked } from './evolveWaiting';
import type { Earlier } from './gone';
import type { Open } from './state';
import { pinned } from './targets';

/** Nothing is owed on it, and the time goes on. */
function deleted(state: Open, { at, data: { how, accountable } }: FactOf<'TicketDeleted'>): Open {
  const deletions = [...(state.deletions ?? []), { at, accountable }];
  return { ...held(closed(state, at)), deletions, status: 'gone', how, since: at };
}

/** Everything goes on where it was; where it turns out to have been resolved before, that stays. */
function restored(state: Open, { at }: FactOf<'TicketRestored'>): Open {
  const deletions = (state.deletions ?? []).map(one => (one.until === undefined ? { ...one, until: at } : one));
  return state.status === 'gone' ? { ...held(state), deletions } : { ...state, deletions };
}

/** It is closed for good, unless somebody reopens it. */
function mergedInto(state: Open, { at, data: { into } }: FactOf<'MergedInto'>): Open {
  const stopped = marked(closed(state, at), { at, is: 'stop' });
  return { ...held(stopped), status: 'gone', how: 'merged', since: at, into };
}

/** A clock that ran as these stretches say: paused where they are, and stopped where there are none. */
function marksOf(earlier: Earlier, openedAt: number, until: number): Mark[] {
  const marks: Mark[] = [{ at: openedAt, is: 'start' }];
  let reached = openedAt;
  for (const stretch of [...earlier, { from: until, to: until, is: 'running' } as const]) {
    if (stretch.from > reached) marks.push({ at: reached, is: 'stop' }, { at: stretch.from, is: 'restart' });
    if (stretch.is === 'paused') {
      marks.push({ at: stretch.from, is: 'pause', whom: stretch.waitedFor }, { at: stretch.to, is: 'resume' });
    }
    reached = stretch.to;
  }
  return marks;
}

/** Whichever of the two answered its customer first. */
function firstReply(
  state: Open,
  { firstReplyAt = Infinity }: FactOf<'MergedFrom'>['data'],
): Pick<Open, 'firstReplyAt'> {
  const replied = Math.min(firstReplyAt, state.firstReplyAt ?? Infinity);
  return replied < Infinity ? { firstReplyAt: replied } : {};
}

/** The past of the ticket that is no more comes before this one's own. */
function withPast(state: Open, data: FactOf<'MergedFrom'>['data']): Open {
  const { openedAt, custody = [], stretches = [] } = data;
  if (openedAt === undefined) return state;
  return {
    ...pinned(state),
    openedAt,
    custody: [...custody, ...state.custody],
    marks: [...marksOf(stretches, openedAt, state.openedAt), ...state.marks.slice(1)],
    earlier: [...stretches, ...(state.earlier ?? [])],
    ...firstReply(state, data),
  };
}

function mergedFrom(state: Open, { at, data }: FactOf<'MergedFrom'>): Open {
  const { ticket, bought } = data;
  const merge = { at, ticket, ...(bought === undefined ? {} : { bought }) };
  return { ...withPast(state, data), merges: [...(state.merges ?? []), merge] };
}

/** Reopened, it goes on here again. */
export const goesOn = (state: Open): boolean =>
  (state.status === 'resolved' || (state.status === 'gone' && state.how === 'merged')) &&
  clockOf(state.marks).status !== 'stopped';

/** What each fact of a deletion or a merge changes. */
export const goneEvolvers = {
  TicketDeleted: deleted,
  TicketRestored: restored,
  ParentLinked: (state: Open, { data: { parent } }: FactOf<'ParentLinked'>): Open => ({ ...state, parent }),
  MergedInto: mergedInto,
  MergedFrom: mergedFrom,
} as const;
