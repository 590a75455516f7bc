import { partyOf } from '../../shared/src/agreement';
import type { Fact, FactOf } from '../../shared/src/escalation';
import { storyDirectory } from '../support/agreement';
import { packet } from '../support/story';
import { anyStory, holdsFor, tell } from './drawnStories';

/** Ways in which nobody said yes. */
const deemed = ['deemed', 'by work'];

const isOffer = (fact: Fact): fact is FactOf<'HandoffOffered'> => fact.type === 'HandoffOffered';
const isAcceptance = (fact: Fact): fact is FactOf<'HandoffAccepted'> => fact.type === 'HandoffAccepted';

/** Handoff ids begin anew with each escalation: the offer is the last one of that name before. */
const offerOf = (facts: readonly Fact[], { seq, data: { handoff } }: FactOf<'HandoffAccepted'>) =>
  facts
    .filter(isOffer)
    .filter(fact => fact.seq < seq && fact.data.handoff === handoff)
    .pop();

it('nobody accepts for another party, and a deemed acceptance is called one', () =>
  holdsFor(anyStory(), async drawn => {
    const facts: readonly Fact[] = (await tell(drawn)).history.facts;
    for (const accepted of facts.filter(isAcceptance)) {
      const { to, how } = accepted.data;
      const offered = offerOf(facts, accepted);
      expect(offered?.data.to.party).toBe(to.party);
      expect(partyOf(storyDirectory, to.person ?? '')).toBe(to.party);
      expect(partyOf(storyDirectory, offered?.by.person ?? '')).not.toBe(to.party);
      if (deemed.includes(how)) expect(accepted.by).toMatchObject({ assurance: 'deemed', rule: 'baton' });
      else expect(accepted.by).toMatchObject({ person: to.person, assurance: expect.not.stringMatching('deemed') });
    }
  }));

it('nobody accepts with a field of the packet missing', () =>
  holdsFor(anyStory(), async drawn => {
    const { history } = await tell(drawn);
    const facts: readonly Fact[] = history.facts;
    for (const accepted of facts.filter(isAcceptance)) {
      const offered = offerOf(facts, accepted);
      const owed = offered?.data.returns === undefined ? Object.keys(packet) : ['nextAction'];
      const said = owed.map(field => history.texts[offered?.texts?.[field] ?? '']?.text.trim() ?? '');
      expect(said.filter(text => text === '' || text === 'n/a')).toEqual([]);
      expect(offered?.data.deadline).toBeGreaterThan(offered?.at ?? Infinity);
    }
  }));
