import { partyOf } from '../agreement';
import type { TicketEventOf } from '../ticket';
import { missingAnswerer, type Missing } from './answerer';
import { custodian, heldSince, placement } from './custody';
import { climb } from './decideTime';
import { nobodyThere } from './decideUnclear';
import { fact, facts, nothing, type Context, type Decision } from './decision';
import type { NewFact } from './events';
import { leavingOf, toldOnce } from './occasions';
import { isActive } from './participants';
import type { Offered, Open, State } from './state';
import { leadOf } from './thresholds';
import { sorterAway } from './triage';

type Read = TicketEventOf<'DirectoryRead'>;

/** Since when (epoch ms) it is known that whoever holds it has left its party; undefined while they work there. */
function holderLeftAt(context: Context, state: Open, { learned }: Read): number | undefined {
  const { party, person } = custodian(state);
  if (person === undefined) return undefined;
  if (isActive(context, person) && partyOf(context.directory, person) === party) return undefined;
  return Math.max(heldSince(state), context.directory.people[person]?.leftAt ?? learned);
}

function holderLeft(context: Context, state: Open, event: Read): NewFact[] {
  const at = holderLeftAt(context, state, event);
  const { party, team, person } = custodian(state);
  if (at === undefined || at > event.at || person === undefined) return [];
  const lead = leadOf(context, party);
  const told = toldOnce(context, leavingOf(context.directory, person), lead === undefined ? [] : [lead]);
  const { behind: tickets } = context.directory.people[person] ?? {};
  const left = { person, to: placement(party, team), ...told, ...(tickets === undefined ? {} : { tickets }) };
  return [fact(event, 'HolderLeft', left, { at })];
}

function stoodIn({ offer }: Offered, event: Read, { at, away, backup }: Missing): NewFact[] {
  if (backup === undefined) return [];
  const to = { party: offer.to.party, team: offer.to.team, person: backup };
  return [fact(event, 'BackupCalled', { handoff: offer.handoff, ...(away === undefined ? {} : { away }), to }, { at })];
}

/** Nobody is there to answer: the backup is asked at once, or the next rung on which somebody is (rules §3.5). */
function answererMissing(context: Context, state: Offered, event: Read): NewFact[] {
  if (state.offer.triage !== undefined) return sorterAway(context, state, event);
  const missing = missingAnswerer(context.directory, state, event.at);
  if (!missing || missing.at > event.at) return [];
  const called = stoodIn(state, event, missing);
  return called.length > 0 ? called : climb(context, state, event, { at: missing.at, because: 'nobody there' });
}

/** Who works now was looked up: whoever holds it or has to answer for it may not be there any more. */
export function decideDirectoryRead(context: Context, state: State, event: Read): Decision {
  if (state.status === 'unopened' || state.status === 'resolved' || state.status === 'gone') return nothing;
  const left = holderLeft(context, state, event);
  if (left.length > 0) return facts(...left);
  if (state.status !== 'offered') return facts(...nobodyThere(context, state, event));
  return facts(...answererMissing(context, state, event));
}
