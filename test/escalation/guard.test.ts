import type { Terms } from '../../shared/src/agreement';
import { guardMove, guardTransition } from '../../shared/src/escalation';
import { storyDirectory } from '../support/agreement';
import {
  acceptedByOmar,
  acceptsAsItIs,
  crossing,
  desk,
  given,
  heldByAna,
  infra,
  instant,
  moves,
  noc,
  offeredByAna,
  opens,
  resolves,
  returns,
  story,
  storyWith,
  takes,
  takesBack,
  type Story,
} from '../support/story';

type Place = Parameters<typeof moves>[2];

const HAND_OFF = 'Hand it off in the Baton panel first: what is next, and by when.';

const NOON = instant('2026-03-02 12:00');
const to = async (told: Story, ...status: string[]) =>
  guardTransition(storyDirectory, await told.state(), status, NOON);

/** What the page of `who` is told when they choose a place and have not saved it. */
async function choosing(told: Story, who: string | undefined, place: Place, person?: string) {
  const party = who === undefined ? undefined : storyDirectory.people[who]?.party;
  return guardMove({ directory: storyDirectory, nextId: 'next' }, await told.state(), {
    type: 'TicketMoved',
    to: { ...place, ...(person === undefined ? {} : { person }) },
    deliveryId: 'chosen',
    at: instant('2026-03-02 12:00'),
    learned: instant('2026-03-02 12:00'),
    actor: { ...(who === undefined ? { rule: 'sorting' } : { person: who }), ...(party ? { party } : {}) },
    channel: 'page',
    assurance: 'claimed',
  });
}

const inMode = (mode: Terms['boundaries']['client>msp']['mode']): Story => storyWith(crossing('client>msp', { mode }));

describe('a transition that the agreement names as a transfer', () => {
  it('waits for the handoff while its giver holds the ticket', async () => {
    expect(await to(await heldByAna(), 'With MSP')).toBe(HAND_OFF);
  });

  it('is known by its status’s name, however it is written, or by its id', async () => {
    const held = await heldByAna();
    expect(await to(held, '10005', ' with msp ')).toBe(HAND_OFF);
    expect(await to(held, '10005')).toBeUndefined();
    const byId = { ...storyDirectory, guards: { jira: { transfer: { '10005': 'msp' as const }, close: [] } } };
    expect(guardTransition(byId, await held.state(), ['10005', 'With MSP'], NOON)).toBe(HAND_OFF);
  });

  it('passes once it is offered, and once it is accepted', async () => {
    expect(await to(await offeredByAna(), 'With MSP')).toBeUndefined();
    expect(await to(await acceptedByOmar(), 'With MSP')).toBeUndefined();
  });

  it('waits again on the way back', async () => {
    const accepted = await acceptedByOmar();
    expect(await to(accepted, 'With client IT')).toBe(HAND_OFF);
    expect(await to(await given(accepted, returns('2026-03-02 10:20', 'omar')), 'With client IT')).toBeUndefined();
  });

  it.each(['observe', 'pilot'] as const)('passes where the boundary is in mode %s', async mode => {
    expect(await to(await heldByAna(inMode(mode)), 'With MSP')).toBeUndefined();
  });

  it('passes where nobody has claimed the ticket yet, since sorting asks no packet', async () => {
    expect(await to(await given(story(), opens('2026-03-02 09:00')), 'With MSP')).toBeUndefined();
  });

  it('passes where Baton has no ledger, and after resolving', async () => {
    expect(await to(story(), 'With MSP')).toBeUndefined();
    expect(await to(await given(await heldByAna(), resolves('2026-03-02 09:30', 'ana')), 'With MSP')).toBeUndefined();
  });
});

describe('closing', () => {
  const taken = async (told?: Story) => given(await heldByAna(told), takes('2026-03-02 09:40', 'omar', noc));

  it('waits while the ticket lies where nobody handed it to', async () => {
    expect(await to(await taken(), 'Closed')).toMatch(/^It changed hands without a handoff/);
  });

  it('passes where it is held, offered or accepted, and once the work is resolved', async () => {
    expect(await to(await heldByAna(), 'Closed')).toBeUndefined();
    expect(await to(await offeredByAna(), 'Closed')).toBeUndefined();
    expect(await to(await acceptedByOmar(), 'Closed')).toBeUndefined();
    expect(await to(await given(await taken(), resolves('2026-03-02 09:50', 'omar')), 'Closed')).toBeUndefined();
  });

  it('passes once the receiver has taken it as it is, and once the giver has it back', async () => {
    const asItIs = await given(await taken(), acceptsAsItIs('2026-03-02 09:45', 'omar'));
    expect(await to(asItIs, 'Closed')).toBeUndefined();
    const back = await given(await taken(), takesBack('2026-03-02 09:45', 'ana'));
    expect(await to(back, 'Closed')).toBeUndefined();
  });

  it('passes in mode observe', async () => {
    expect(await to(await taken(inMode('observe')), 'Closed')).toBeUndefined();
  });
});

it.each(['Resolved', 'Done', 'Pending', 'Open', 'constructor'])('a transition to %s never waits', async status => {
  for (const told of [story(), await heldByAna(), await offeredByAna(), await acceptedByOmar()])
    expect(await to(told, status)).toBeUndefined();
});

describe('a move that somebody has chosen and not saved', () => {
  it('waits where it would cross the boundary unexplained, and each is told what to do', async () => {
    const held = await heldByAna();
    expect(await choosing(held, 'ana', noc)).toBe(HAND_OFF);
    expect(await choosing(held, 'omar', noc, 'omar')).toBe(
      'Contoso IT holds it. Ask them to hand it off in the Baton panel.',
    );
  });

  it('passes inside one’s own party, and where the desk’s fields are already', async () => {
    const held = await heldByAna();
    expect(await choosing(held, 'ana', infra)).toBeUndefined();
    expect(await choosing(held, 'ana', infra, 'bruno')).toBeUndefined();
    expect(await choosing(held, 'ana', desk, 'ana')).toBeUndefined();
  });

  it('passes under an open offer: taking it is accepting it', async () => {
    expect(await choosing(await offeredByAna(), 'omar', noc, 'omar')).toBeUndefined();
  });

  it('passes for whoever sorts what nobody has claimed', async () => {
    const fresh = await given(story(), opens('2026-03-02 09:00'));
    expect(await choosing(fresh, 'carla', noc)).toBeUndefined();
    expect(await choosing(fresh, undefined, noc)).toBeUndefined();
  });

  it('passes in mode pilot, without a ledger, and after resolving', async () => {
    expect(await choosing(await heldByAna(inMode('pilot')), 'ana', noc)).toBeUndefined();
    expect(await choosing(story(), 'ana', noc)).toBeUndefined();
    const resolved = await given(await heldByAna(), resolves('2026-03-02 09:30', 'ana'));
    expect(await choosing(resolved, 'ana', noc)).toBeUndefined();
  });

  it('may take back what went round: the ticket returns to its holder', async () => {
    const taken = await given(await heldByAna(), takes('2026-03-02 09:40', 'omar', noc));
    expect(await choosing(taken, 'omar', desk, 'ana')).toBeUndefined();
  });
});
