import { accepts, declines, given, offeredByAna, resolves, returns, type Step } from '../support/story';

/** Ana offered it to Northwind's NOC at ten; somebody answers the customer. */
const replies = (at: string, who: string): Step => [at, who, { type: 'PublicReplySent' }];
const passes = (at: string): Step => [at, undefined, { type: 'TimePassed' }];

const repliedByOmar = async () => given(await offeredByAna(), replies('2026-03-02 10:05', 'omar'));

describe('a public reply of the receiver under an open offer', () => {
  it('raises the question and moves nothing yet', async () => {
    const told = await repliedByOmar();
    expect((await told.types()).at(-1)).toBe('AcceptanceAsked');
    expect(await told.holder()).toBe('client/contoso-desk/ana');
    expect((await told.open()).status).toBe('offered');
  });

  it('counts as acceptance after fifteen minutes undisturbed, and is shown as deemed', async () => {
    const told = await given(await repliedByOmar(), passes('2026-03-02 10:20'));
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
    expect((await told.facts()).at(-1)).toMatchObject({
      type: 'HandoffAccepted',
      by: { assurance: 'deemed' },
      data: { how: 'by work', to: { person: 'omar' } },
    });
  });

  it('does not count a moment before', async () => {
    const told = await given(await repliedByOmar(), passes('2026-03-02 10:19:59'));
    expect((await told.open()).status).toBe('offered');
  });

  it('asks once, however often they write', async () => {
    const told = await given(await repliedByOmar(), replies('2026-03-02 10:10', 'grace'), passes('2026-03-02 10:20'));
    expect((await told.types()).filter(type => type === 'AcceptanceAsked')).toHaveLength(1);
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });

  it.each([
    ['declining', declines('2026-03-02 10:08', 'omar')],
    ['returning', returns('2026-03-02 10:08', 'omar')],
    ['a colleague accepting', accepts('2026-03-02 10:08', 'grace')],
    ['resolving', resolves('2026-03-02 10:08', 'ana')],
  ])('is undone by %s before then', async (_, disturbs) => {
    const told = await given(await repliedByOmar(), disturbs, passes('2026-03-02 10:30'));
    expect(JSON.stringify(await told.facts())).not.toContain('by work');
  });

  it('can be given back afterwards', async () => {
    const told = await given(
      await repliedByOmar(),
      passes('2026-03-02 10:20'),
      returns('2026-03-02 10:25', 'omar', 'We answered by mistake; the array log comes first'),
    );
    expect(await told.open()).toMatchObject({ status: 'offered', offer: { to: { team: 'contoso-desk' } } });
  });
});

describe('a reply that raises no question', () => {
  it.each(['ana', 'carla'])('is one of the giver: %s', async who => {
    const told = await given(await offeredByAna(), replies('2026-03-02 10:05', who));
    expect(await told.types()).not.toContain('AcceptanceAsked');
  });

  it('was written before the offer and is heard of after it', async () => {
    const told = await offeredByAna();
    await told.happens('2026-03-02 09:55', 'omar', { type: 'PublicReplySent' }, { learned: '2026-03-02T10:05Z' });
    expect(await told.types()).not.toContain('AcceptanceAsked');
  });
});
