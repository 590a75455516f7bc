import { crossingTo, partyOf } from '../../shared/src/agreement';
import fc from 'fast-check';
import { advance } from '../../shared/src/ledger';
import {
  broughtBy,
  calendarOf,
  custodyAt,
  hoursOf,
  resolveReading,
  waterfall,
  type Open,
  type RunningAs,
  type Stretch,
} from '../../shared/src/escalation';
import { clockOf } from '../../shared/src/clock';
import { dueAfter } from '../../shared/src/time';
import { storyDirectory } from '../support/agreement';
import { anyStory, holdsFor, pausesOf, tell, type DrawnStory, type Step, type Told } from './drawnStories';

/** Tells stories whose promises stay the same, so that one target can be held against them. */
const holdsUnderOnePromise = (check: (told: Told, state: Open, drawn: DrawnStory) => void): Promise<void> =>
  holdsFor(anyStory(), async drawn => {
    const told = await tell(drawn);
    const isReplaced = told.history.facts.some(({ type }) => type === 'TermsReplaced');
    if (told.state.status !== 'unopened' && !isReplaced) check(told, told.state, drawn);
  });

/** `[from, to)` in epoch ms. */
type Span = readonly [from: number, to: number];
type Division = readonly [before: readonly RunningAs[], after: RunningAs];

/** The parts of a span that count as this. */
const within = (stretches: readonly Stretch[], [from, to]: Span, as: RunningAs): readonly Span[] =>
  stretches
    .filter(stretch => stretch.is === 'running' && stretch.as === as && stretch.from < to && stretch.to > from)
    .map(stretch => [Math.max(from, stretch.from), Math.min(to, stretch.to)]);

/** Whether everybody who started a pause here was of the party that had the ticket; rules act for whoever has it. */
function pausesAreTheHolders({ before, done }: Step): void {
  if (before.status === 'unopened') return;
  const persons = done.facts.filter(
    ({ type, by }) => /^(WaitingStarted|HoldPlaced)$/.test(type) && (by.person ?? by.native) !== undefined,
  );
  const parties = persons.map(({ by }) => partyOf(storyDirectory, by.person ?? 'nobody'));
  expect(parties).toEqual(persons.map(({ at }) => custodyAt(before, at).to.party));
}

it('only the party that has it, or a rule that acts for it, stops the clock', () =>
  holdsFor(anyStory(), async drawn => (await tell(drawn)).steps.forEach(pausesAreTheHolders)));

/** Since when the party that has it has had it unclaimed, for each entry of custody; undefined where somebody has it. */
function unclaimedSince({ custody }: Open): (number | undefined)[] {
  const since: (number | undefined)[] = [];
  custody.forEach(({ at, to }, index) => {
    const isSameStay = custody[index - 1]?.to.party === to.party;
    since.push(to.person === undefined ? ((isSameStay ? since[index - 1] : undefined) ?? at) : undefined);
  });
  return since;
}

/** When a party must have taken what it has unclaimed at an entry of custody. */
function claimDue({ custody, terms }: Open, index: number, since: number): number {
  const { party, team } = custody[index]!.to;
  return dueAfter(hoursOf(terms, party, team), since, terms.boundaries[crossingTo(party)].acknowledge);
}

it('the ticket is due when the agreement says, moved by what the customer kept it waiting and by nothing else', () =>
  holdsUnderOnePromise((told, state, { closedReceiver }) => {
    if (closedReceiver === 'wait and stop') return;
    const { within: promised, calendar } = state.terms.resolve;
    const gaps = clockOf(state.marks).gaps.map(({ from, to }): [number, number] => [from, to]);
    const except = [...gaps, ...pausesOf(told, told.now)];
    expect(resolveReading(state, told.now).dueAt).toBe(
      dueAfter(calendarOf(state.terms, calendar), state.openedAt, promised, { except }),
    );
  }));

/** Time up to a due instant counts as one of these, and time after it as the other. */
function dividesAt(stretches: readonly Stretch[], span: Span, due: number, [before, after]: Division): void {
  for (const [, end] of before.flatMap(as => within(stretches, span, as))) expect(end).toBeLessThanOrEqual(due);
  for (const [start] of within(stretches, span, after)) expect(start).toBeGreaterThanOrEqual(due);
}

it('a party has one acknowledge target for a ticket that nobody of it takes, however often it is passed on', () =>
  holdsUnderOnePromise((told, state) => {
    const stretches = waterfall(state, told.now);
    unclaimedSince(state).forEach((since, index) => {
      if (since === undefined) return;
      const span: Span = [state.custody[index]!.at, state.custody[index + 1]?.at ?? Infinity];
      dividesAt(stretches, span, claimDue(state, index, since), [['unclaimed'], 'unclaimed past target']);
    });
  }));

it('an offer is answered within its target or counts as unanswered, however it climbs', () =>
  holdsUnderOnePromise((told, state, { closedReceiver }) => {
    if (closedReceiver === 'on call') return;
    const stretches = waterfall(state, told.now);
    for (const { handoff, crossing, team, from, to = Infinity } of state.offers) {
      const receiver = crossing === 'client>msp' ? 'msp' : 'client';
      const { acknowledge } = state.terms.boundaries[crossing];
      // The time to answer stands still once, from the first question until its answer.
      const question = state.asks.find(ask => ask.handoff === handoff);
      const stops = question ? [[question.at, question.until ?? told.now] as [number, number]] : [];
      const due = dueAfter(hoursOf(state.terms, receiver, team), from, acknowledge, { except: stops });
      dividesAt(stretches, [from, to], due, [['offered', 'outside their hours'], 'unanswered']);
    }
  }));

it('whoever is asked has used the time until the answer is late, and nobody else', () =>
  holdsUnderOnePromise((told, state) => {
    const stretches = waterfall(state, told.now);
    for (const [from, to] of within(stretches, [state.openedAt, Infinity], 'asked')) {
      const open = state.asks.filter(ask => ask.isBlocking && ask.at <= from && (ask.until ?? Infinity) >= to);
      expect(open.length).toBeGreaterThan(0);
      expect(Math.min(...open.map(({ answerBy }) => answerBy))).toBeGreaterThanOrEqual(to);
    }
    for (const [from] of within(stretches, [state.openedAt, Infinity], 'asked past target')) {
      const late = state.asks.filter(({ isBlocking, at, answerBy }) => isBlocking && at <= from && answerBy <= from);
      expect(late.length).toBeGreaterThan(0);
    }
  }));

/** A story that happens so much later, ms. */
const later = (drawn: DrawnStory, by: number): DrawnStory => ({
  ...drawn,
  deliveries: drawn.deliveries.map(one => ({ ...one, at: one.at + by, learned: one.learned + by })),
});

const hours = fc.integer({ min: 0, max: 60 }).map(count => count * 3_600_000);

it('a merge gives no more time than there was, takes the earlier opening and keeps every millisecond accounted for', () =>
  holdsFor(fc.tuple(anyStory(), anyStory(), hours, hours), async ([first, second, by, other]) => {
    const [gone, stays] = [await tell(later(first, by)), await tell(later(second, other))];
    if (gone.state.status === 'unopened' || stays.state.status === 'unopened') return;
    const now = Math.max(gone.now, stays.now);
    const brought = broughtBy(gone.state, now);
    const { state } = await advance(stays.ports, stays.ticket, [
      {
        ...{ type: 'TicketJoined', deliveryId: 'merge', at: now, learned: now, from: 'other', brought },
        ...{ actor: { rule: 'baton' }, channel: 'test', assurance: 'platform' },
      },
    ]);
    if (state.status === 'unopened') return;
    expect(state.openedAt).toBe(Math.min(gone.state.openedAt, stays.state.openedAt));
    const [before, after] = [resolveReading(stays.state, now), resolveReading(state, now)];
    expect(after.remaining).toBeLessThanOrEqual(before.remaining);
    const running = waterfall(state, now).filter(({ is }) => is === 'running');
    expect(running.reduce((sum, { ms }) => sum + ms, 0)).toBe(after.elapsed);
  }));
