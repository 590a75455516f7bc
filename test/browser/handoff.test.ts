import { desks, houseForAll } from '../support/runningWorkbench';

const house = houseForAll();

const VPN = 'VPN gateway drops the Lisbon office';
const NEXT = 'Check what the provider’s gateway logs when the tunnel drops.';

describe.each(desks)('a handoff on %s', desk => {
  it('goes from the giver to the receiver within the budget of presses and sentences', async () => {
    const id = await house().idOf(desk, VPN);
    const ana = await house().open(desk, id, 'ana');
    const omar = await house().open(desk, id, 'omar');
    await ana.heads('You hold this');
    expect(await omar.button('Accept').count()).toBe(0);

    await ana.press('Hand off');
    await ana.write('Next required action', NEXT);
    if ((await ana.field('Current diagnosis').inputValue()) === '')
      await ana.write('Current diagnosis', 'The far end closes the tunnel after ten minutes.');
    await ana.press('Offer handoff');
    await ana.heads('still hold');
    expect(ana.effort.activations).toBe(2);
    expect(ana.effort.sentences).toBeLessThanOrEqual(2);

    await omar.canPress('Accept');
    await omar.reads(NEXT);
    await omar.press('Accept');
    await omar.heads('You hold this');
    expect(omar.effort).toEqual({ activations: 1, sentences: 0 });
    await ana.heads('Northwind holds it');

    expect(await house().story(desk, id)).toEqual(
      expect.arrayContaining(['EscalationOpened', 'Claimed', 'HandoffOffered', 'HandoffAccepted']),
    );
  });
});
