import type { TicketEventOf } from '../ticket';
import { fact, facts, nothing, type Context, type Decision } from './decision';
import { reportAsked } from './decideReport';
import { withSpentTime } from './spentTime';
import type { Open, State } from './state';

/** What is resolved or gone keeps the promises it had. */
const isGoingOn = (state: State): state is Open => !['unopened', 'resolved', 'gone'].includes(state.status);

/**
 * It goes on under another version of the agreement, which somebody chose for what is open: other promises, while what
 * was spent stays spent and custody and offers stay where they are. What that version has no cell for keeps its own.
 */
export function decideMoveToVersion(context: Context, state: State, event: TicketEventOf<'MoveToVersion'>): Decision {
  const { terms } = context;
  if (!isGoingOn(state) || state.terms.version === event.version) return nothing;
  if (terms?.version !== event.version) return nothing;
  const from = state.terms.version;
  const next = withSpentTime(state.terms, terms, event.at);
  const texts = event.why.trim() === '' ? {} : { texts: { why: event.why } };
  const replaced = fact(event, 'TermsReplaced', { terms: next, because: 'agreement', from }, texts);
  return facts(replaced, ...reportAsked(context, state, event, next));
}
