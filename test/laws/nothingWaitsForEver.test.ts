import {
  isAwaitingInfo,
  nextDue,
  obligations,
  openAsks,
  ownerOf,
  type Open,
  type State,
} from '../../shared/src/escalation';
import { advance } from '../../shared/src/ledger';
import type { TicketEvent } from '../../shared/src/ticket';
import { anyStory, holdsFor, tell } from './drawnStories';

const year = 366 * 86_400_000;

/** What each side owes at `at` (epoch ms), as `party kind`; what was asked besides, of anybody, comes on top. */
const owedIn = (state: State, at: number): string[] =>
  state.status === 'unopened'
    ? []
    : obligations(state, at)
        .filter(({ kind }) => kind !== 'answer' && kind !== 'chase')
        .map(({ party, kind }) => `${party} ${kind}`);

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
      if (/^(unopened|resolved|gone)$/.test(done.state.status)) continue;
      const owed = obligations(done.state as Open, event.learned);
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
    expect(nextDue(state)).toBeUndefined();
    if (state.status !== 'offered') return;
    // The receiver asked first: then the giver owes the information, and is late.
    if (isAwaitingInfo(state)) {
      const [late] = obligations(state, now + year).filter(({ kind }) => kind === 'answer');
      expect(late?.remaining).toBeLessThan(0);
    } else expect(state.offer.owed?.length).toBeGreaterThan(0);
  }));

it('whatever is asked is owed by whoever was asked, by an instant, and once late its holder owes a chase', () =>
  holdsFor(anyStory(), async drawn => {
    for (const { event, done } of (await tell(drawn)).steps) {
      const { state } = done;
      if (state.status === 'unopened') continue;
      const asked = state.status === 'resolved' || state.status === 'gone' ? [] : openAsks(state);
      const owed = obligations(state, event.learned);
      const answers = owed.filter(({ kind }) => kind === 'answer');
      expect(answers.map(({ name, party }) => `${name} ${party}`).sort()).toEqual(
        asked.map(({ id, of }) => `${id} ${of.party}`).sort(),
      );
      const isHolders = ({ asker, rung }: (typeof asked)[number]) => asker === undefined && rung === undefined;
      const late = asked.filter(ask => isHolders(ask) && ask.answerBy <= event.learned);
      expect(owed.filter(({ kind }) => kind === 'chase').map(({ party }) => party)).toEqual(
        late.map(ask => ownerOf(state, ask)),
      );
    }
  }));

it('nothing is asked any more once it is resolved', () =>
  holdsFor(anyStory(), async drawn => {
    for (const { done } of (await tell(drawn)).steps) {
      if (done.state.status === 'resolved') expect(openAsks(done.state)).toEqual([]);
    }
  }));
