import type { Placement } from '../../shared/src/agreement';
import { custodian, guardMove, guardTransition, type State } from '../../shared/src/escalation';
import { advance } from '../../shared/src/ledger';
import type { TicketEvent, TicketEventOf } from '../../shared/src/ticket';
import { storyDirectory } from '../support/agreement';
import { packet } from '../support/story';
import { anyStory, holdsFor, isAct, tell } from './drawnStories';

type Moved = TicketEventOf<'TicketMoved'>;

const afterwards = (type: TicketEvent['type'], at: number, actor: TicketEvent['actor']): TicketEvent =>
  ({
    type,
    deliveryId: `${type} at last`,
    at,
    learned: at,
    actor,
    channel: 'test',
    assurance: 'platform',
  }) as TicketEvent;

/** A desk resolves no ticket that is deleted: whoever works on it has restored it. */
const back = (now: number): TicketEvent => afterwards('TicketRestored', now, { rule: 'restoring' });

it('nothing that a desk reports is ever refused', () =>
  holdsFor(anyStory(), async drawn => {
    const { steps } = await tell(drawn);
    const refused = steps.filter(({ event, done }) => done.refusal !== undefined && !isAct(event));
    expect(refused.map(({ event }) => event.type)).toEqual([]);
  }));

it.each([
  ['the holder', 'ana'],
  ['the other party', 'omar'],
  ['a rule', undefined],
])('resolving is possible at any time, for %s', (_, person) =>
  holdsFor(
    anyStory(),
    async drawn => {
      const { ports, ticket, now } = await tell(drawn);
      const { state, refusal } = await advance(ports, ticket, [
        back(now),
        afterwards('TicketResolved', now + 1, person === undefined ? { rule: 'closing' } : { person }),
      ]);
      expect(refusal).toBeUndefined();
      expect(state.status).toBe('resolved');
    },
    12,
  ),
);

it('so is answering the customer, working on it and raising its priority, whoever has it', () =>
  holdsFor(anyStory(), async drawn => {
    const { ports, ticket, now, state: before } = await tell(drawn);
    const more = (['PublicReplySent', 'WorkNoted', 'TicketReprioritised'] as const).map((type, index) =>
      afterwards(type, now + index + 1, { person: 'bruno', party: 'client' }),
    );
    const raised = { ...ports, terms: async () => (await import('../support/agreement')).storyTerms({ priority: 1 }) };
    const { state, refusal } = await advance(raised, ticket, [back(now), ...more]);
    expect(refusal).toBeUndefined();
    if (state.status === 'unopened' || before.status === 'unopened') throw new Error('the story did not open');
    expect(state.terms.priority).toBe(1);
    expect(state.firstReplyAt).toBeDefined();
    if (state.status !== 'offered') expect(custodian(state).party).toMatch(/msp|client/);
  }));

describe('the guards', () => {
  const passes = (state: State, ...status: string[]): void =>
    expect([status, guardTransition(storyDirectory, state, status, Infinity)]).toEqual([status, undefined]);

  /** What the page of somebody is told when they choose a place and have not saved it. */
  const chosen = (state: State, to: Placement, person: string, at: number): string | undefined =>
    guardMove({ directory: storyDirectory, nextId: 'next' }, state, {
      ...afterwards('TicketMoved', at, { person, party: storyDirectory.people[person]!.party }),
      to,
    } as Moved);

  it('let everybody resolve, pause and reopen, in every state of any story', () =>
    holdsFor(anyStory(), async drawn => {
      const { steps } = await tell(drawn);
      for (const { done } of steps) {
        for (const status of ['Resolved', 'Done', 'Open', 'Pending', 'In Progress']) passes(done.state, status);
      }
    }));

  it('let everybody close what is resolved', () =>
    holdsFor(
      anyStory(),
      async drawn => {
        const { ports, ticket, now } = await tell(drawn);
        const resolved = await advance(ports, ticket, [afterwards('TicketResolved', now + 1, { person: 'omar' })]);
        passes(resolved.state, 'Closed');
      },
      12,
    ));

  it('hold nobody up inside their own party, nor under an open offer', () =>
    holdsFor(anyStory(), async drawn => {
      const { steps } = await tell(drawn);
      for (const { event, done } of steps) {
        const { state } = done;
        if (state.status === 'unopened') continue;
        const { party } = custodian(state);
        const inside = Object.keys(storyDirectory.teams).filter(team => storyDirectory.teams[team]!.party === party);
        for (const team of inside) expect(chosen(state, { party, team }, 'ana', event.learned)).toBeUndefined();
        if (state.status !== 'offered') continue;
        expect(chosen(state, { party: state.offer.to.party, team: state.offer.to.team }, 'ana', event.learned)).toBe(
          undefined,
        );
        passes(state, state.offer.to.party === 'msp' ? 'With MSP' : 'With client IT');
      }
    }));

  it('hold up nothing that a handoff does not set free', () =>
    holdsFor(
      anyStory(),
      async drawn => {
        const { ports, ticket, now, state } = await tell(drawn);
        if (state.status === 'unopened') return;
        const party = custodian(state).party;
        const [giver, status] = party === 'msp' ? ['omar', 'With client IT'] : ['ana', 'With MSP'];
        if (guardTransition(storyDirectory, state, [status], Infinity) === undefined) return;
        const offer = {
          ...afterwards('OfferHandoff', now + 1, { person: giver, party }),
          ...{ team: party === 'msp' ? 'contoso-desk' : 'northwind-noc', reason: 'skills', packet },
          deadline: now + 86_400_000,
        } as TicketEvent;
        const offered = await advance(ports, ticket, [offer]);
        expect(offered.refusal).toBeUndefined();
        passes(offered.state, status);
      },
      60,
    ));
});
