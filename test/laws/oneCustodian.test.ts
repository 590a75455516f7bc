import { clockOf } from '../../shared/src/clock';
import { custodyAt, waterfall, type Open, type State } from '../../shared/src/escalation';
import { anyStory, holdsFor, tell, type Step } from './drawnStories';

/** How custody may come to lie with the other party: nothing else moves it across. */
const crossing = ['routed', 'history', 'accepted', 'as it is', 'deemed', 'stalemate', 'decided', 'disputed'];

/** Instants worth asking about, epoch ms: every change of custody, and a moment before each. */
const instantsOf = ({ custody }: Open): number[] => custody.flatMap(({ at }) => [at, at - 1]);

const isOpen = (state: State): state is Open => state.status !== 'unopened';

describe('from opening on', () => {
  it('custody lies somewhere at every instant, and after an acceptance with a named person', () =>
    holdsFor(anyStory(), async drawn => {
      const { state } = await tell(drawn);
      if (!isOpen(state)) return;
      const instants = state.custody.map(({ at }) => at);
      expect(instants[0]).toBe(state.openedAt);
      expect(instants).toEqual([...instants].sort((a, b) => a - b));
      const taken = state.custody.filter(({ how }) => how === 'accepted' || how === 'deemed');
      expect(taken.map(({ to }) => to.person)).not.toContain(undefined);
    }));

  it('only an acceptance, routing or decision takes it across, as long as nothing is heard of late', () =>
    holdsFor(anyStory({ late: false, twice: true }), async drawn => {
      const { state } = await tell(drawn);
      if (!isOpen(state)) return;
      const crossed = state.custody.filter(
        ({ to }, index) => index > 0 && to.party !== state.custody[index - 1]?.to.party,
      );
      expect(crossed.filter(({ how }) => !crossing.includes(how))).toEqual([]);
    }));

  it('every minute that is not between resolving and reopening has one accountable party, the custodian', () =>
    holdsFor(anyStory(), async drawn => {
      const { state, now } = await tell(drawn);
      if (!isOpen(state)) return;
      const stretches = waterfall(state, now);
      const spans = [...stretches, ...clockOf(state.marks).gaps].sort((a, b) => a.from - b.from || a.to - b.to);
      let reached = state.openedAt;
      for (const { from, to } of spans) {
        expect(from).toBe(reached);
        reached = to;
      }
      expect(reached).toBe(state.status === 'resolved' ? state.resolvedAt : Math.max(now, state.openedAt));
      for (const stretch of stretches)
        if (stretch.is === 'running' && !/^(un-batoned|deleted)$/.test(stretch.as))
          expect(stretch.accountable).toBe(custodyAt(state, stretch.from).to.party);
    }));
});

/** Whether two states agree on who had it until the first new fact happened. */
function agreeOnThePast({ before, done }: Step): void {
  const { state, facts } = done;
  if (!isOpen(before) || !isOpen(state) || before.id !== state.id || facts.length === 0) return;
  const since = Math.min(...facts.map(({ at }) => at));
  for (const at of instantsOf(before).filter(at => at < since))
    expect(custodyAt(state, at).to).toEqual(custodyAt(before, at).to);
}

it('nothing that happens changes who had it before', () =>
  holdsFor(anyStory(), async drawn => (await tell(drawn)).steps.forEach(agreeOnThePast)));

const moving =
  /^(Claimed|Passed|Routed|MovedInHistory|HandoffAccepted|Stalemate|IdentityDisputed|EscalationOpened|LeaseLapsed|MajorDeclared|CommandTaken)/;

it('an offer, a refusal, its lapse, a pause or an unexplained move leaves it where it is', () =>
  holdsFor(anyStory(), async drawn => {
    for (const { before, done } of (await tell(drawn)).steps) {
      if (!isOpen(before) || !isOpen(done.state) || done.facts.some(({ type }) => moving.test(type))) continue;
      expect(done.state.custody.map(({ at, to }) => ({ at, to }))).toEqual(
        before.custody.map(({ at, to }) => ({ at, to })),
      );
    }
  }));
