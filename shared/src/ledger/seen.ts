import type { Placement, WaitedFor } from '../agreement';
import { clockOf } from '../clock';
import { confirmsAt, custodian, isFlagged, isSamePlacement, openTransfer, type Open } from '../escalation';

/** What a row keeps of the desk's own fields, beside what its custody says. */
interface Seen {
  readonly native?: Placement;
  readonly waits?: WaitedFor;
  readonly isHeard?: true;
  readonly isFlagged?: true;
}

const waitedFor = (state: Open): WaitedFor | undefined => {
  const clock = clockOf(state.marks);
  return clock.status === 'paused' ? clock.whom : state.uncounted;
};

/** Somebody is waited for, or waits to hear how it stands. */
const isAwaited = (state: Open): boolean => state.terms.update !== undefined || waitedFor(state) !== undefined;

const isDone = (state: Open): boolean =>
  state.status === 'gone' || (state.status === 'resolved' && confirmsAt(state) === undefined);

/** Nothing said on the ticket would be news: its holder has worked on it, the customer was answered, nobody waits. */
function isHeard(state: Open): boolean {
  const { person } = custodian(state);
  const isWorked = person !== undefined && state.worked.includes(person) && state.firstReplyAt !== undefined;
  return isWorked && state.status === 'held' && !openTransfer(state) && !isAwaited(state);
}

/** What a row keeps of the desk's own fields as they were last seen. */
export function seenIn(state: Open): Seen {
  const waits = waitedFor(state);
  return {
    ...(isSamePlacement(state.native, custodian(state)) ? {} : { native: { ...state.native } }),
    ...(waits === undefined ? {} : { waits }),
    ...(isFlagged(state) ? { isFlagged: true as const } : {}),
    ...(isDone(state) || isHeard(state) ? { isHeard: true as const } : {}),
  };
}
