import type { Directory } from '../agreement';
import type { TicketEventOf } from '../ticket';
import { noOffer, unsaid } from './answering';
import { fact, facts, refuse, type Context, type Decision } from './decision';
import type { FactOf } from './events';
import { isActive } from './participants';
import type { Open, State } from './state';

type Override = TicketEventOf<'OverrideTransfers'>;

/** Whether a lead lets it be moved without a handoff at `at` (epoch ms). */
export const isOverridden = ({ override }: Open, at: number): boolean =>
  override !== undefined && override.from <= at && at < override.until;

/** Whether somebody may let it be moved without a handoff: the lead of either party. */
export const mayOverride = (directory: Directory, person = ''): boolean =>
  isActive({ directory }, person) && [directory.parties.msp.lead, directory.parties.client.lead].includes(person);

function leadsOnly({ directory }: Context): Decision {
  const { msp, client } = directory.parties;
  const [one, other] = [msp.lead, client.lead].map(lead => directory.people[lead]?.name ?? 'a lead');
  return refuse('not-a-lead', 'Only a lead can let it be moved without a handoff.', `Ask ${one} or ${other}.`);
}

/** It ends, and not later than the agreement allows. */
function wrongEnd({ terms }: Open, { at, until }: Override): Decision | undefined {
  if (until <= at) {
    const deadline = 'This time has already passed.';
    return refuse('deadline-past', 'That time has already passed.', 'Choose a time ahead.', { deadline });
  }
  if (until <= at + (terms.longestOverride ?? 0)) return undefined;
  const deadline = 'The agreement does not let it last so long.';
  return refuse('deadline-too-late', deadline, 'Choose an earlier time.', { deadline });
}

/** A lead lets the ticket be moved without a handoff, until an instant and for a reason. */
export function decideOverride(context: Context, state: State, event: Override): Decision {
  if (state.status === 'unopened' || state.status === 'resolved') return noOffer(context, state);
  if (!mayOverride(context.directory, event.actor.person)) return leadsOnly(context);
  const refusal = unsaid('question', event.why, 'Say why in one sentence.') ?? wrongEnd(state, event);
  if (refusal) return refusal;
  const texts = { why: event.why.trim() };
  return facts(fact(event, 'TransfersOverridden', { until: event.until, isSampled: true }, { texts }));
}

/** From now on a move explains itself. */
export const overridden = (state: Open, { at, data: { until } }: FactOf<'TransfersOverridden'>): Open => ({
  ...state,
  override: { from: at, until },
});
