import { clockOf } from '../../shared/src/clock';
import { resolveReading, waterfall, type Open } from '../../shared/src/escalation';
import { anyStory, holdsFor, isStatus, lookedAt, settled, storyUnderRules, tell, type Step } from './drawnStories';

const clockFacts = /^(EscalationOpened|Waiting(Started|Ended|Voided)|HoldPlaced|Resolved|Reopened)$/;

/** The pauses until `at` (epoch ms), as pairs. */
const pausedUntil = (state: Open, at: number): (readonly [number, number])[] =>
  waterfall(state, at).flatMap(({ is, from, to }) => (is === 'paused' && from < at ? [[from, Math.min(to, at)]] : []));

/** Whether something happened that is not about the clock, and the clock is as it was. */
function keepsTheClock({ before, done: { state, facts } }: Step): void {
  if (before.status === 'unopened' || state.status === 'unopened') return;
  if (facts.length === 0 || facts.some(({ type }) => clockFacts.test(type))) return;
  expect(clockOf(state.marks)).toEqual(clockOf(before.marks));
  const at = Math.min(...facts.map(fact => fact.at));
  expect(pausedUntil(state, at)).toEqual(pausedUntil(before, at));
  if (state.terms.resolve.calendar !== before.terms.resolve.calendar) return;
  expect(resolveReading(state, at).elapsed).toBe(resolveReading(before, at).elapsed);
}

it('no handoff, decline, return, move or other target restarts the clock of the ticket or loses a pause', () =>
  holdsFor(anyStory(), async drawn => (await tell(drawn)).steps.forEach(keepsTheClock)));

it('the clock of a ticket that went to and fro is that of one whose status alone changed', () =>
  holdsFor(storyUnderRules(), async drawn => {
    const told = await tell(drawn);
    const { deliveries, ...rest } = settled(drawn, told);
    const quiet = deliveries.filter(({ what: { type } }) => type === 'TicketOpened' || isStatus(type));
    const { state } = await tell(lookedAt({ ...rest, deliveries: quiet }, told.now));
    if (told.state.status === 'unopened' || state.status === 'unopened') throw new Error('the story did not open');
    expect(clockOf(told.state.marks)).toEqual(clockOf(state.marks));
  }));
