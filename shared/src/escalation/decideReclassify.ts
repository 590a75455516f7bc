import type { Terms } from '../agreement';
import type { TicketEventOf } from '../ticket';
import { answering } from './answering';
import { fact, facts, nothing, refuse, type Context, type Decision } from './decision';
import { reportAsked } from './decideReport';
import { withSpentTime } from './spentTime';
import type { Offered, State } from './state';
import { deskClass, isSameClass } from './triage';

type Reclassify = TicketEventOf<'Reclassify'>;

/** The offer that is being sorted by whoever acts, or why they cannot sort it. */
function sorting(context: Context, state: State, event: Reclassify): Offered | Decision {
  const answer = answering(context, state, event);
  if (!('person' in answer)) return answer;
  if (answer.state.offer.triage !== undefined) return answer.state;
  return refuse('no-triage', 'It is sorted already.', 'Change its type or priority on the ticket.');
}

/** It is another kind of work: its cell is matched again, while clocks and pauses stay as they were (law 3). */
export function decideReclassify(context: Context, state: State, event: Reclassify): Decision {
  const sorted = sorting(context, state, event);
  if (!('offer' in sorted)) return sorted;
  if (isSameClass(sorted.terms, event)) return nothing;
  if (context.terms) return reclassified(context, sorted, event, withSpentTime(sorted.terms, context.terms, event.at));
  const sentence = 'The agreement has no cell for that.';
  return refuse('no-cell', sentence, 'Choose another kind.', { as: sentence });
}

function reclassified(context: Context, state: Offered, event: Reclassify, terms: Terms): Decision {
  const { workType, priority } = deskClass(state);
  const { handoff } = state.offer;
  const sorted = fact(event, 'Reclassified', { handoff, terms, desk: { workType, priority } });
  return facts(sorted, ...reportAsked(context, state, event, terms));
}
