import { crossingTo, type Placement } from '../agreement';
import type { TicketEventOf } from '../ticket';
import { askTarget } from './askTarget';
import { custodian } from './custody';
import { fact, facts, nothing, type Context, type Decision } from './decision';
import { openAsks } from './openAsks';
import type { Open, State } from './state';

type Seen = TicketEventOf<'ChildSeen'>;

/** The desk says whose child it is; a child has a ledger of its own all the same (rules §6). */
export function decideParentSeen(_: Context, state: State, event: TicketEventOf<'ParentSeen'>): Decision {
  if (state.status === 'unopened' || state.parent === event.parent) return nothing;
  return facts(fact(event, 'ParentLinked', { parent: event.parent }));
}

const isOver = ({ status }: Open): boolean => status === 'resolved' || status === 'gone';

/** The team that has the child owes its solution, in its own time. */
function asked(context: Context, state: Open, event: Seen): Decision {
  const { party, team } = event.to as Placement;
  const of = { party, team: team ?? state.terms.boundaries[crossingTo(party)].receiver };
  const target = askTarget(context, state, { kind: 'child', of, at: event.at });
  const ask = { ask: `a${state.asks.length + 1}`, kind: 'child', of, isBlocking: false, child: event.child } as const;
  const answerBy = Math.max(target.answerBy, event.dueAt);
  return facts(fact(event, 'Asked', { ...ask, ...target, answerBy }, { texts: { reference: event.label } }));
}

/**
 * A child lies elsewhere, or is done. With the other party it is an Ask from here, answered when it is resolved; back
 * with the party that holds its parent nothing is asked.
 */
export function decideChildSeen(context: Context, state: State, event: Seen): Decision {
  if (state.status === 'unopened' || isOver(state)) return nothing;
  const ask = openAsks(state).find(({ child }) => child === event.child);
  if (ask) return over(state, event, ask.id);
  const isAway = event.to.party !== custodian(state).party;
  return isAway && !event.isDone ? asked(context, state, event) : nothing;
}

/** What becomes of an Ask that is open: nothing while the other party has the child still. */
function over(state: Open, event: Seen, ask: string): Decision {
  if (event.isDone) return facts(fact(event, 'AskAnswered', { ask }));
  if (event.to.party !== custodian(state).party) return nothing;
  return facts(fact(event, 'AskWithdrawn', { ask, because: 'asker' }));
}
