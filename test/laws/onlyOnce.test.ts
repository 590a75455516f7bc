import fc from 'fast-check';
import type { Fact } from '../../shared/src/escalation';
import { anyStory, holdsFor, isAct, settled, tell, type DrawnStory } from './drawnStories';

/** Each thing that may be said once: each share of an obligation and its breach, what a delivery made known, each rung, each end of a ladder. */
const saidOf = ({ type, cause, data }: Fact): string => {
  switch (type) {
    case 'OfferLapsed':
      return `${type} ${data.handoff} ${data.rung}`;
    case 'WarningGiven':
      return `${type} ${data.name} ${data.share}`;
    case 'Breached':
      return `${type} ${data.name}`;
    case 'RungReached':
      return `${type} ${data.rung}`;
    default:
      return endOf({ type, cause, data } as Fact);
  }
};

const endOf = ({ type, cause, data }: Fact): string => {
  if (type === 'LadderEnded') return `${type} ${data.handoff}`;
  return type === 'RungsEnded' || type === 'AskWithdrawn' ? `${type} ${data.ask}` : `${type} ${cause}`;
};

const repeated = (list: readonly string[]): string[] => list.filter((one, index) => list.indexOf(one) !== index);

it('each rung, end of a ladder and delivery becomes a fact at most once, each notice too', () =>
  holdsFor(anyStory(), async drawn => {
    const { steps, history } = await tell(drawn);
    const begun = history.facts.map(
      (_, index) => history.facts.slice(0, index + 1).filter(({ type }) => type === 'EscalationOpened').length,
    );
    expect(repeated(history.facts.map((fact, index) => `${begun[index]} ${saidOf(fact)}`))).toEqual([]);
    expect(repeated(steps.flatMap(({ done }) => done.notices.map(({ key }) => key)))).toEqual([]);
  }));

/** What the facts say, apart from when it was learned and what follows from that. */
const told = (facts: readonly Fact[]) => facts.map(({ seq, type, at, data }) => ({ seq, type, at, data }));

const onTime = { late: false, twice: false };

it('what is delivered twice counts once', () =>
  holdsFor(fc.tuple(anyStory(onTime), fc.infiniteStream(fc.nat(6))), async ([drawn, delays]) => {
    const once = await tell(drawn);
    const { deliveries, ...rest } = settled(drawn, once);
    const twice = [...deliveries];
    // A report that says nothing new is not remembered; repeated at once it still says nothing.
    const causes = new Set(once.history.facts.map(({ cause }) => cause));
    for (const delivery of deliveries) {
      const delay = isAct(delivery.what) || !causes.has(delivery.deliveryId) ? 0 : (delays.next().value ?? 0);
      const from = twice.lastIndexOf(delivery);
      const until = Math.min(twice.length, from + 1 + delay);
      twice.splice(until, 0, { ...delivery, learned: twice[until - 1]?.learned ?? delivery.learned });
    }
    expect(told((await tell({ ...rest, deliveries: twice })).history.facts)).toEqual(told(once.history.facts));
  }));

/** Looks at the clock every so many minutes between the deliveries, twice an hour at most for a quiet week. */
function ticking(drawn: DrawnStory, minutes: number): DrawnStory {
  const deliveries = drawn.deliveries.flatMap((delivery, index) => {
    const next = drawn.deliveries[index + 1]?.at ?? delivery.at + 6 * 3_600_000;
    const ticks = Math.min(40, Math.floor((next - delivery.at - 1) / (minutes * 60_000)));
    const tick = (number: number) => {
      const at = delivery.at + (number + 1) * minutes * 60_000;
      return {
        ...delivery,
        deliveryId: `tick${index}/${number}`,
        at,
        learned: at,
        what: { type: 'TimePassed' } as const,
      };
    };
    return [delivery, ...Array.from({ length: Math.max(0, ticks) }, (_, number) => tick(number))];
  });
  return { ...drawn, deliveries };
}

it('ticking finer changes no fact', () =>
  holdsFor(
    fc.tuple(anyStory(onTime), fc.integer({ min: 3, max: 45 })),
    async ([drawn, minutes]) => {
      const seldom = await tell(drawn);
      const often = await tell(ticking(settled(drawn, seldom), minutes));
      const last = seldom.steps.at(-1)?.event.at ?? 0;
      // What is learned later may have happened before: a pause that turns out to be none lets a warning fall due.
      const until = (facts: readonly Fact[]) => told(facts.filter(({ learned }) => learned <= last));
      expect(until(often.history.facts)).toEqual(until(seldom.history.facts));
    },
    40,
  ));
