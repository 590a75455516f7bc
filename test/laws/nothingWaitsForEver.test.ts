import { nextDue, obligations, type State } from '../../shared/src/escalation';
import { advance } from '../../shared/src/ledger';
import type { TicketEvent } from '../../shared/src/ticket';
import { anyStory, holdsFor, tell } from './drawnStories';

const year = 366 * 86_400_000;

/** What each side owes at `at` (epoch ms), as `party kind`. */
const owedIn = (state: State, at: number): string[] =>
  state.status === 'unopened' ? [] : obligations(state, at).map(({ party, kind }) => `${party} ${kind}`);

it('while an offer is open the receiver owes one thing, the answer, and the giver one, the solution', () =>
  holdsFor(anyStory(), async drawn => {
    for (const { event, done } of (await tell(drawn)).steps) {
      if (done.state.status !== 'offered') continue;
      const { to } = done.state.offer;
      const giver = to.party === 'msp' ? 'client' : 'msp';
      expect(owedIn(done.state, event.learned)).toEqual([`${to.party} acknowledge`, `${giver} resolve`]);
    }
  }));

it('whatever is not resolved is owed by somebody, by an instant; a stalemate is owed as one decision', () =>
  holdsFor(anyStory(), async drawn => {
    for (const { event, done } of (await tell(drawn)).steps) {
      if (done.state.status === 'unopened' || done.state.status === 'resolved') continue;
      const owed = obligations(done.state, event.learned);
      expect(owed.map(({ kind }) => kind)).toContain('resolve');
      expect(owed.filter(({ dueAt }) => !Number.isSafeInteger(dueAt))).toEqual([]);
      const decisions = owed.filter(({ kind }) => kind === 'decide').length;
      expect(decisions).toBe(done.state.status === 'stalemate' ? 1 : 0);
    }
  }));

it('an offer that nobody answers ends with somebody: the lead who has it, or those who owe the decision', () =>
  holdsFor(anyStory(), async drawn => {
    const { ports, ticket, now } = await tell(drawn);
    const passed: TicketEvent = {
      ...{ type: 'TimePassed', deliveryId: 'later', at: now + year, learned: now + year },
      ...{ actor: {}, channel: 'clock', assurance: 'platform' },
    };
    const { state } = await advance(ports, ticket, [passed]);
    if (state.status === 'offered') expect(state.offer.owed?.length).toBeGreaterThan(0);
    expect(nextDue(state)).toBeUndefined();
  }));
