import type { HoldingParty } from '../agreement';
import type { TicketEventOf } from '../ticket';
import { noOffer } from './answering';
import { custodian } from './custody';
import { fact, facts, nothing, refuse, type Context, type Decision } from './decision';
import type { FactOf } from './events';
import { actingFor, partyOfActor } from './participants';
import type { Open, State } from './state';

/** Whether it should have been escalated, as one party sees it. */
export type Verdict = TicketEventOf<'JudgeEscalation'>['verdict'];

const hasCrossed = ({ custody }: Open): boolean => new Set(custody.map(({ to }) => to.party)).size > 1;

/**
 * What a party may say of an escalation now: that there should not have been one, once it has accepted it or it is
 * resolved; that there should have been one, where it was resolved without. Undefined where it has said so, or it is too
 * early to.
 */
export function verdictFor(state: Open, party: HoldingParty): Verdict | undefined {
  if (state.verdicts?.[party] !== undefined) return undefined;
  if (hasCrossed(state)) return isOverFor(state, party) ? 'should not' : undefined;
  return state.status === 'resolved' ? 'should have' : undefined;
}

/** A party can tell once it has it, and either can once it is resolved. */
const isOverFor = (state: Open, party: HoldingParty): boolean =>
  state.status === 'resolved' || (state.status === 'held' && custodian(state).party === party);

/** One press by either party: a fact for the review, which changes nothing else. */
export function decideJudge(context: Context, state: State, event: TicketEventOf<'JudgeEscalation'>): Decision {
  if (state.status === 'unopened') return noOffer(context, state);
  const party = partyOfActor(context, event) === 'msp' ? 'msp' : 'client';
  const person = actingFor(context, event, party);
  if (typeof person !== 'string') return person;
  if (state.verdicts?.[party] === event.verdict) return nothing;
  if (verdictFor(state, party) === event.verdict)
    return facts(fact(event, 'EscalationJudged', { verdict: event.verdict }));
  return refuse('nothing-to-judge', 'That cannot be said of it now.', 'Reload to see how it stands.');
}

/** What the party of whoever said it thinks. */
export const judged = (state: Open, { by, data: { verdict } }: FactOf<'EscalationJudged'>): Open =>
  by.party === 'msp' || by.party === 'client'
    ? { ...state, verdicts: { ...state.verdicts, [by.party]: verdict } }
    : state;
