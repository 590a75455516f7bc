import { clockOf } from '../../shared/src/clock';
import type { Happening } from '../support/story';
import { holdsFor, lookedAt, settled, storyUnderRules, tell, type DrawnStory } from './drawnStories';

type Status = 'open' | 'customer' | 'vendor' | 'resolved';
type Deliveries = DrawnStory['deliveries'];

/** The changes that a desk's status field can make. */
const changes: Record<Status, Partial<Record<string, Status>>> = {
  open: { 'WaitingStarted customer': 'customer', 'WaitingStarted vendor': 'vendor', TicketResolved: 'resolved' },
  customer: { WaitingEnded: 'open', 'WaitingStarted vendor': 'vendor', TicketResolved: 'resolved' },
  vendor: { WaitingEnded: 'open', TicketResolved: 'resolved' },
  resolved: { TicketReopened: 'open' },
};

const nameOf = (what: Happening): string => (what.type === 'WaitingStarted' ? `${what.type} ${what.whom}` : what.type);

const byInstant = (deliveries: Deliveries): Deliveries => [...deliveries].sort((one, two) => one.at - two.at);

/** Of these deliveries those that a desk's status field could have made, each at an instant of its own. */
function possible([opened, ...more]: Deliveries): Deliveries {
  let [status, at]: [Status, number] = ['open', opened?.at ?? 0];
  const made = byInstant(more).filter(delivery => {
    const changed = changes[status][nameOf(delivery.what)];
    if (changed === undefined || delivery.at <= at) return false;
    [status, at] = [changed, delivery.at];
    return true;
  });
  return [...(opened ? [opened] : []), ...more.filter(delivery => made.includes(delivery))];
}

it('the clock is the same in whatever order the desk’s reports of its status arrive', () =>
  holdsFor(storyUnderRules(), async drawn => {
    const { deliveries, ...rest } = settled(drawn, await tell(drawn));
    const late = possible(deliveries);
    const onTime = byInstant(late).map(delivery => ({ ...delivery, learned: delivery.at }));
    const one = await tell({ ...rest, deliveries: late });
    const other = await tell(lookedAt({ ...rest, deliveries: onTime }, one.now));
    if (one.state.status === 'unopened' || other.state.status === 'unopened') throw new Error('it did not open');
    expect(clockOf(one.state.marks)).toEqual(clockOf(other.state.marks));
  }));
