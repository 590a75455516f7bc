import { instant, packet, story } from '../support/story';

const desk = { party: 'client', team: 'contoso-desk' } as const;
const deadline = instant('2026-03-02T16:00:00Z');

async function heldByAna() {
  const told = story();
  await told.happens('2026-03-02T09:00:00Z', undefined, { type: 'TicketOpened', to: desk });
  await told.happens('2026-03-02T09:05:00Z', 'ana', { type: 'TicketMoved', to: { ...desk, person: 'ana' } });
  return told;
}

const offer = { type: 'OfferHandoff', team: 'northwind-noc', reason: 'skills', deadline, packet } as const;

describe('a handoff', () => {
  it('leaves custody with the giver until the receiver accepts', async () => {
    const told = await heldByAna();
    await told.happens('2026-03-02T10:00:00Z', 'ana', offer);
    expect(await told.holder()).toBe('client/contoso-desk/ana');
    await told.happens('2026-03-02T10:12:00Z', 'omar', { type: 'AcceptHandoff' });
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
    expect((await told.facts()).map(fact => fact.type)).toEqual([
      'EscalationOpened',
      'Claimed',
      'HandoffOffered',
      'HandoffAccepted',
    ]);
  });

  it('is refused with the missing fields named', async () => {
    const told = await heldByAna();
    const { refusal } = await told.happens('2026-03-02T10:00:00Z', 'ana', {
      ...offer,
      packet: { ...packet, evidence: '', nextAction: 'n/a' },
    });
    expect(refusal?.code).toBe('packet-incomplete');
    expect(Object.keys(refusal?.fields ?? {})).toEqual(['evidence', 'nextAction']);
  });
});
