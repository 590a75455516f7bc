import { hasCursor } from '../support/browser';
import { desks, houseForAll } from '../support/runningWorkbench';

const house = houseForAll();

const VPN = 'VPN gateway drops the Lisbon office';
const NEXT = 'Check what the provider’s gateway logs when the tunnel drops.';

describe.each(desks)('a handoff on %s', desk => {
  it('goes from the giver to the receiver within the budget of presses and sentences', async () => {
    const id = await house().idOf(desk, VPN);
    const ana = await house().open(desk, id, 'ana');
    await ana.heads('You hold this');

    await ana.press('Hand off');
    await ana.write('Next required action', NEXT);
    await ana.write('Current diagnosis', 'The far end closes the tunnel after ten minutes');
    expect(await ana.field('Evidence').inputValue()).toContain('gw-lis-1.pcap');
    await ana.press('Offer handoff');
    await ana.heads('still hold');
    expect(ana.effort).toEqual({ activations: 2, sentences: 2 });

    const omar = await house().open(desk, id, 'omar');
    await omar.reads(NEXT);
    await omar.press('Accept');
    await omar.heads('You hold this');
    expect(omar.effort).toEqual({ activations: 1, sentences: 0 });
    await ana.heads('Northwind holds it');
    expect(await omar.owner()).toContain('Omar Said');

    expect(await house().story(desk, id)).toEqual(
      expect.arrayContaining(['EscalationOpened', 'Claimed', 'HandoffOffered', 'HandoffAccepted']),
    );
  });

  it('needs no mouse, from the first key to the acceptance', async () => {
    const id = await house().claimed(desk);
    const ana = await house().open(desk, id, 'ana');
    await ana.tabTo('Hand off');
    await ana.page.keyboard.press('Enter');
    await hasCursor(ana.field('Next required action'));
    await ana.page.keyboard.type('Replace the controller');
    await ana.tabTo('Current diagnosis');
    await ana.page.keyboard.type('It answers no ping');
    await ana.tabTo('Actions taken');
    await ana.page.keyboard.type('Power-cycled it');
    await ana.tabTo('Evidence');
    await ana.page.keyboard.type('none because it logs nothing');
    await ana.page.keyboard.press('Control+Enter');
    await ana.heads('still hold');

    const omar = await house().open(desk, id, 'omar');
    await omar.tabTo('Accept');
    await omar.page.keyboard.press('Enter');
    await omar.heads('You hold this');
  });
});
