import type { Terms, TicketFacts } from '../../shared/src/agreement';
import { rowOf, type Ports } from '../../shared/src/ledger';
import { storyTerms } from '../support/agreement';
import {
  accepts,
  crossing,
  given,
  heldByAna,
  holds,
  instant,
  network,
  noc,
  offeredByAna,
  offers,
  people,
  returns,
  story,
  takes,
  ticks,
  waits,
  type Step,
  type Story,
} from '../support/story';

const minute = 60_000;
/** Grace of Northwind sorts within twenty minutes what is offered to Northwind. */
const sorted = crossing('client>msp', { triage: 20 * minute });

/** The desk says what a ticket is; a coordinator may say otherwise. */
function toSort(
  adjust = (terms: Terms) => terms,
  more: Partial<Ports> = {},
): Story & { readonly desk: { priority: TicketFacts['priority'] } } {
  const desk: { workType: string; priority: TicketFacts['priority'] } = { workType: 'incident', priority: 2 };
  const terms: Ports['terms'] = async (_, as = told => told) => {
    const facts = as(desk);
    return facts.workType === 'garden' ? undefined : adjust(sorted(storyTerms(facts)));
  };
  return Object.assign(story({}, { terms, ...more }), { desk });
}

const acceptsFor = (at: string, who: string, team?: string): Step => [
  at,
  who,
  { type: 'AcceptHandoff', ...(team === undefined ? {} : { team }) },
];
const reclassifies = (at: string, who: string, workType: string, priority: 1 | 2 | 3 | 4): Step => [
  at,
  who,
  { type: 'Reclassify', workType, priority },
];

const refused = async (told: Story, ...[at, who, what]: Step) => (await told.happens(at, who, what)).refusal?.code;

describe('an offer whose cell says so goes to the coordinator first', () => {
  it('who owes that they sort it in their own time, and nobody else owes an answer meanwhile', async () => {
    const told = await offeredByAna(toSort());
    const owed = (await told.owed('2026-03-02 10:05')).map(({ kind, person, dueAt }) => [kind, person, dueAt]);
    expect(owed).toEqual([
      ['triage', 'grace', instant('2026-03-02 10:20')],
      ['resolve', 'ana', instant('2026-03-02 17:00')],
    ]);
    expect(rowOf(await told.open(), instant('2026-03-02 10:05')).offer).toMatchObject({ triage: 'grace', asked: [] });
    expect(await refused(told, ...accepts('2026-03-02 10:06', 'omar'))).toBe('not-the-sorter');
    expect(await refused(told, ...returns('2026-03-02 10:06', 'omar'))).toBe('not-the-sorter');
  });

  it('and to its team as it is where the coordinator has left', async () => {
    const told = await offeredByAna(toSort(undefined, { directory: people({ grace: { active: false } }) }));
    expect((await told.owed('2026-03-02 10:05')).map(({ kind }) => kind)).toEqual(['acknowledge', 'resolve']);
  });

  it('and to its team at once where the coordinator goes out meanwhile', async () => {
    const out = { from: instant('2026-03-02 10:07'), until: instant('2026-03-02 18:00') };
    const away = people({ grace: { out } });
    const told = await given(await offeredByAna(toSort(undefined, { directory: away })), ticks('2026-03-02 10:15'));
    expect(await told.factsOf('TriageLapsed')).toMatchObject([{ at: instant('2026-03-02 10:07') }]);
  });

  it('but whoever takes it natively has accepted it: nobody is kept from the ticket', async () => {
    const told = await given(await offeredByAna(toSort()), takes('2026-03-02 10:05', 'omar', noc));
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });

  it('and to its team once nobody has sorted it in time, from then on with the time to answer it has', async () => {
    const told = await given(await offeredByAna(toSort()), ticks('2026-03-02 10:25'));
    expect(await told.factsOf('TriageLapsed')).toMatchObject([
      { at: instant('2026-03-02 10:20'), data: { handoff: 'h1' } },
    ]);
    expect((await told.owed('2026-03-02 10:25')).map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ['acknowledge', instant('2026-03-02 10:50')],
      ['resolve', instant('2026-03-02 17:00')],
    ]);
    const late = (await told.waterfall('2026-03-02 11:00')).find(({ from }) => from === instant('2026-03-02 10:50'));
    expect(late).toMatchObject({ usedBy: 'msp', as: 'unanswered' });
    expect(await refused(told, ...accepts('2026-03-02 10:30', 'omar'))).toBeUndefined();
  });
});

describe('the coordinator', () => {
  it('accepts it for the team it was offered to, which then owes that somebody takes it', async () => {
    const told = await given(await offeredByAna(toSort()), acceptsFor('2026-03-02 10:10', 'grace'));
    expect(await told.holder()).toBe('msp/northwind-noc/-');
    expect(await told.owed('2026-03-02 10:10')).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ kind: 'acknowledge', team: 'northwind-noc' })]),
    );
    await given(told, takes('2026-03-02 10:15', 'omar', noc));
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });

  it('or for another team of theirs, never for one of the other party', async () => {
    const told = await offeredByAna(toSort());
    expect(await refused(told, ...acceptsFor('2026-03-02 10:05', 'grace', 'contoso-infra'))).toBe('unknown-team');
    await given(told, acceptsFor('2026-03-02 10:10', 'grace', network.team));
    expect(await told.holder()).toBe('msp/northwind-network/-');
  });

  it('returns it with guidance, which has to be said', async () => {
    const told = await offeredByAna(toSort());
    expect(await refused(told, ...returns('2026-03-02 10:05', 'grace', '  '))).toBe('text-missing');
    await given(told, returns('2026-03-02 10:10', 'grace'));
    expect((await told.types()).at(-1)).toBe('HandoffReturned');
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('says that it is something else: its cell is matched again, the clock goes on and no pause is lost', async () => {
    const paused = await given(
      await heldByAna(toSort()),
      waits('2026-03-02 09:10', 'ana'),
      holds('2026-03-02 09:11', 'ana'),
      ['2026-03-02 09:40', 'ana', { type: 'WaitingEnded' }],
    );
    const told = await given(
      paused,
      offers('2026-03-02 10:00', 'ana'),
      reclassifies('2026-03-02 10:10', 'grace', 'incident', 1),
    );
    expect((await told.open()).terms).toMatchObject({ priority: 1, cell: 'incident-p1' });
    expect(await told.clock('2026-03-02 11:00')).toMatchObject({ elapsed: 90 * minute, within: 240 * minute });
    expect((await told.open()).status).toBe('offered');
  });

  it('cannot make it what no cell governs', async () => {
    const told = await offeredByAna(toSort());
    expect(await refused(told, ...reclassifies('2026-03-02 10:10', 'grace', 'garden', 1))).toBe('no-cell');
  });

  it('alone says so, and only while it is to be sorted', async () => {
    const told = await offeredByAna(toSort());
    expect(await refused(told, ...reclassifies('2026-03-02 10:10', 'omar', 'incident', 1))).toBe('not-the-sorter');
    await given(told, ticks('2026-03-02 10:25'));
    expect(await refused(told, ...reclassifies('2026-03-02 10:30', 'grace', 'incident', 1))).toBe('no-triage');
  });
});

describe('what the coordinator said it is', () => {
  const raised = async () => {
    const told = toSort();
    await given(await offeredByAna(told), reclassifies('2026-03-02 10:10', 'grace', 'incident', 1));
    return told;
  };
  const looksAgain: Step = ['2026-03-02 10:20', 'ana', { type: 'TicketReprioritised' }];

  it('stays although the desk calls it otherwise, and is what its list shows', async () => {
    const told = await given(await raised(), looksAgain);
    expect((await told.open()).terms.priority).toBe(1);
    expect(rowOf(await told.open(), instant('2026-03-02 10:20'))).toMatchObject({ priority: 1, deskPriority: 2 });
  });

  it('until the desk says something new', async () => {
    const told = await raised();
    told.desk.priority = 3;
    await given(told, looksAgain);
    expect((await told.open()).terms.priority).toBe(3);
    expect(rowOf(await told.open(), instant('2026-03-02 10:20'))).not.toHaveProperty('deskPriority');
  });
});
