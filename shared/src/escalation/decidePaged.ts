import type { HoldingParty } from '../agreement';
import type { TicketEventOf } from '../ticket';
import { heldSince } from './custody';
import { fact, facts, nothing, type Context, type Decision } from './decision';
import type { FactData, FactOf } from './events';
import type { Waiting } from './notice';
import { withOutbox } from './outbox';
import type { Open, PageSeen, State } from './state';

type Seen = TicketEventOf<'PageAcknowledged'>;

/** How long whoever saw a page is left alone to answer it, ms: as long as PagerDuty itself usually waits. */
const LEFT_ALONE = 1_800_000;

/** For how long nobody of their party is paged again; not for somebody whom the agreement does not know. */
function quietFor({ directory }: Context, { at, actor: { person } }: Seen): FactData<'PageAcknowledged'> {
  const party = person === undefined ? undefined : directory.people[person]?.party;
  return party === 'msp' || party === 'client' ? { party, until: at + LEFT_ALONE } : {};
}

/** Somebody saw a page where it rang: known to all. It accepts nothing, so that whatever is owed stays owed. */
export function decidePageAcknowledged(context: Context, state: State, event: Seen): Decision {
  if (state.status === 'unopened' || state.paged === undefined) return nothing;
  const { who, actor } = event;
  const texts = who === undefined || actor.person !== undefined ? {} : { texts: { who } };
  return facts(fact(event, 'PageAcknowledged', quietFor(context, event), texts));
}

/** Whether pages to a party are held back at `at` (epoch ms): one of its people saw one, and nothing grew worse since. */
export function isPageHeld(state: Open, party: HoldingParty | undefined, at: number): boolean {
  const { pageSeen } = state;
  return (
    pageSeen !== undefined &&
    pageSeen.party === party &&
    at < pageSeen.until &&
    heldSince(state) <= pageSeen.at &&
    state.terms.priority >= pageSeen.priority
  );
}

/** The channels a message still has to go to once nobody is to be paged by it. */
function quieted(one: Waiting, paged: readonly string[]): Waiting[] {
  const [done, left] = [one.channels.slice(0, one.next), one.channels.slice(one.next)];
  const others = left.filter(channel => !paged.includes(channel));
  return others.length === 0 ? [] : [{ ...one, channels: [...done, ...others] }];
}

const isPage = ({ to, page }: Waiting, party: HoldingParty): boolean => page === undefined && to.party === party;

/** The state once somebody saw a page: those of their party that nobody has been sent yet are held back too. */
export function pageSeen(state: Open, { at, data: { party, until } }: FactOf<'PageAcknowledged'>): Open {
  if (party === undefined || until === undefined) return state;
  const { outbox, paged = [] } = state;
  const seen: PageSeen = { party, at, until, priority: state.terms.priority };
  const left = outbox?.flatMap(one => (isPage(one, party) ? quieted(one, paged) : [one])) ?? [];
  return withOutbox({ ...state, pageSeen: seen }, left);
}
