import type { LedgerFact, Notice } from '../../shared/src/ledger';
import { leftUnsaid } from '../../shared/src/ledger/notices';
import { warnedTerms } from '../support/agreement';
import {
  acceptedByOmar,
  crossing,
  given,
  heldByAna,
  infra,
  instant,
  moves,
  offeredByAna,
  settles,
  story,
  ticks,
  type Story,
} from '../support/story';

const warned = (adjust = (terms: ReturnType<typeof warnedTerms>) => terms): Story =>
  story({}, { terms: async () => adjust(warnedTerms()) });

/** What a message says, in the names of its facts, and to whom. */
const saying = (notice: Notice): string => {
  if (notice.is !== 'tell') return notice.is;
  const facts = notice.facts.map(({ type, data }) => ('kind' in data ? `${type} ${data.kind}` : type));
  return `${facts.join(', ')} to ${notice.people.join(' ')}`;
};

const unsaid = async (told: Story, at: string): Promise<readonly Notice[]> =>
  leftUnsaid(await told.state(), (await told.facts()) as readonly LedgerFact[], instant(at));

describe('what one append says', () => {
  it('is one message, and of one obligation only the last share', async () => {
    const { notices } = await (await heldByAna(warned())).happens(...ticks('2026-03-02 13:10'));
    expect(notices.map(saying)).toEqual(['Breached respond, WarningGiven resolve to ana carla grace']);
  });

  it('tells the next rung of an offer too, and at the end of the ladder who owes the decision', async () => {
    const told = await offeredByAna(warned());
    const lapsed = await told.happens(...ticks('2026-03-02 10:30'));
    expect(lapsed.notices.map(saying)).toEqual([
      'Breached respond, Breached acknowledge, OfferLapsed to ana carla grace omar',
    ]);
    const { notices } = await told.happens(...ticks('2026-03-02 11:30'));
    expect(notices.map(saying).join()).toMatch(/LadderEnded to .*carla/);
  });

  it('goes to no agent where the cell only watches', async () => {
    const watching = crossing('client>msp', { mode: 'observe' });
    const told = await offeredByAna(story({}, { terms: async () => watching(warnedTerms()) }));
    const { notices } = await told.happens(...ticks('2026-03-02 10:30'));
    expect(notices.flatMap(notice => (notice.is === 'tell' ? notice.people : []))).not.toContain('omar');
  });
});

describe('what was to be said', () => {
  it('is asked for from a minute after it on, for an hour, under the same name', async () => {
    const told = await heldByAna(warned());
    const { notices } = await told.happens(...ticks('2026-03-02 09:35'));
    expect(await unsaid(told, '2026-03-02 09:35:59')).toEqual([]);
    expect((await unsaid(told, '2026-03-02 09:36')).map(({ key }) => key)).toEqual(notices.map(({ key }) => key));
    expect(await unsaid(told, '2026-03-02 10:36')).toEqual([]);
  });

  it('is the question to both leads as well', async () => {
    const told = await given(await acceptedByOmar(), moves('2026-03-02 10:30', 'omar', infra));
    const { notices } = await told.happens(...settles('2026-03-02 10:33', 5));
    const asked = notices.filter(({ is }) => is === 'ask leads');
    expect(asked).toHaveLength(1);
    expect(await unsaid(told, '2026-03-02 10:40')).toEqual(asked);
  });
});
