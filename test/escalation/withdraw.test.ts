import { accepts, given, offeredByAna, offers, takes, noc, withdraws } from '../support/story';

describe('withdrawing', () => {
  it.each(['ana', 'carla', 'bruno'])('is for everybody of the giver: %s', async who => {
    const told = await given(await offeredByAna(), withdraws('2026-03-02 10:05', who));
    expect((await told.open()).status).toBe('held');
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('is not for the receiver', async () => {
    const told = await offeredByAna();
    const { refusal } = await told.happens(...withdraws('2026-03-02 10:05', 'omar'));
    expect(refusal).toMatchObject({ code: 'not-holder', sentence: 'Only Contoso IT can withdraw this offer.' });
  });

  it('a moment after the acceptance is refused, and says who has it', async () => {
    const told = await given(await offeredByAna(), accepts('2026-03-02 10:05', 'omar'));
    const { refusal } = await told.happens(...withdraws('2026-03-02 10:05:01', 'ana'));
    expect(refusal).toMatchObject({ code: 'already-answered', sentence: 'Omar Said has already accepted it.' });
  });

  it('frees the ticket for another offer, and counts as no refusal', async () => {
    const told = await given(
      await offeredByAna(),
      withdraws('2026-03-02 10:05', 'ana'),
      offers('2026-03-02 10:10', 'ana', { team: 'northwind-network' }),
    );
    expect(await told.open()).toMatchObject({ status: 'offered', offer: { handoff: 'h2' }, refusals: {} });
  });

  it('does not undo an acceptance that happened before it and arrives late', async () => {
    const told = await given(
      await offeredByAna(),
      withdraws('2026-03-02 10:10', 'ana'),
      takes('2026-03-02 10:09', 'omar', noc, { learned: '2026-03-02T10:15Z' }),
    );
    expect((await told.types()).at(-1)).toBe('HandoffAccepted');
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
    expect((await told.open()).promised?.handoff).toBe('h1');
  });

  it('stands against somebody who takes the ticket after it', async () => {
    const told = await given(
      await offeredByAna(),
      withdraws('2026-03-02 10:10', 'ana'),
      takes('2026-03-02 10:12', 'omar', noc),
    );
    expect((await told.types()).at(-1)).toBe('UnbatonedTransfer');
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });
});
