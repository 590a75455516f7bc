import { custodian } from '../../shared/src/escalation';
import { advance } from '../../shared/src/ledger';
import type { TicketEvent } from '../../shared/src/ticket';
import { anyStory, holdsFor, isAct, tell } from './drawnStories';

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
    const { state, refusal } = await advance(raised, ticket, more);
    expect(refusal).toBeUndefined();
    if (state.status === 'unopened' || before.status === 'unopened') throw new Error('the story did not open');
    expect(state.terms.priority).toBe(1);
    expect(state.firstReplyAt).toBeDefined();
    if (state.status !== 'offered') expect(custodian(state).party).toMatch(/msp|client/);
  }));
