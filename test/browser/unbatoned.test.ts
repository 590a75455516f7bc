import { lookAt } from '../support/lookAt';
import { desks, houseForAll, onlyOn } from '../support/runningWorkbench';
import type { DeskName } from '../support/agentPage';

const house = houseForAll();

const last = async (desk: DeskName, id: string): Promise<string | undefined> => (await house().story(desk, id)).at(-1);

describe.each(desks)('a ticket moved without a handoff on %s', desk => {
  it('is completed by the giver within the budget, then accepted', async () => {
    const id = await house().movedNatively(desk);
    expect(await house().story(desk, id)).toContain('UnbatonedTransfer');
    const ana = await house().open(desk, id, 'ana');
    await ana.heads('You still hold this');
    await ana.reads(/NO HANDOFF/);
    await lookAt(ana, `page-${desk}-moved-by-you`);

    await ana.press('Complete handoff');
    expect(await ana.field('Actions taken').inputValue()).toContain('Power-cycled the controller');
    await lookAt(ana, `page-${desk}-complete-handoff`);
    await ana.write('Next required action', 'Replace the controller on floor 3');
    await ana.write('Current diagnosis', 'It answers no ping');
    await ana.field('Evidence').fill('none because it logs nothing');
    await ana.press('Offer handoff');
    await ana.heads('still hold');
    expect(ana.effort).toEqual({ activations: 2, sentences: 2 });

    const omar = await house().open(desk, id, 'omar');
    await omar.press('Accept');
    await omar.heads('You hold this');
    expect(await omar.owner()).toContain('Omar Said');
    // It lay with Omar before: the desk has no news that would reach the giver's open panel.
    await ana.page.reload();
    await ana.heads('Northwind holds it');
  });

  onlyOn(desk, 'jira')('is accepted as it is by the receiver with one press, the reason standing', async () => {
    const id = await house().movedNatively(desk);
    const omar = await house().open(desk, id, 'omar');
    await omar.heads('Contoso IT still holds it');
    await lookAt(omar, `page-${desk}-moved-to-you`);
    await omar.press('Accept as it is');
    await omar.heads('You hold this');
    expect(omar.effort).toEqual({ activations: 1, sentences: 0 });
    const accepted = (await house().facts(desk, id)).find(({ type }) => type === 'AcceptedAsItIs');
    expect(accepted?.data).toMatchObject({ reason: 'urgent' });
    expect((await house().ticket(desk, id)).custodian).toMatchObject({ party: 'msp', person: 'omar' });
  });

  onlyOn(desk, 'freshservice')('is accepted by keyboard alone, with a reason chosen', async () => {
    const id = await house().movedNatively(desk);
    const omar = await house().open(desk, id, 'omar');
    await omar.tabTo('Because');
    await omar.page.keyboard.type('it is ours');
    await omar.tabTo('Accept as it is');
    await omar.page.keyboard.press('Enter');
    await omar.heads('You hold this');
    const accepted = (await house().facts(desk, id)).find(({ type }) => type === 'AcceptedAsItIs');
    expect(accepted?.data).toMatchObject({ reason: 'ours' });
  });

  onlyOn(desk, 'freshservice')(
    'is taken back by the giver with one sentence, and the desk’s fields follow',
    async () => {
      const id = await house().movedNatively(desk);
      const ana = await house().open(desk, id, 'ana');
      await ana.press('Take it back');
      await lookAt(ana, `page-${desk}-take-it-back`);
      await ana.write('Why', 'It went to the wrong queue.');
      await ana.press('Send');
      await ana.heads('You hold this');
      expect(ana.effort).toEqual({ activations: 2, sentences: 1 });
      await ana.page.reload();
      await ana.heads('You hold this');
      expect(await ana.owner()).toContain('Ana Pires');
      await ana.openTimeline();
      await ana.reads('It went to the wrong queue.');
    },
  );

  onlyOn(desk, 'jira')('is returned by the receiver with guidance, which the giver reads', async () => {
    const id = await house().movedNatively(desk);
    const omar = await house().open(desk, id, 'omar');
    await omar.press('Return with guidance');
    await lookAt(omar, `page-${desk}-return-moved`);
    await omar.write('Guidance', 'Send us the serial number first.');
    await omar.press('Send');
    await omar.heads('Contoso IT holds it');
    expect(omar.effort).toEqual({ activations: 2, sentences: 1 });

    const ana = await house().open(desk, id, 'ana');
    await ana.heads('You hold this');
    expect(await ana.owner()).toContain('Ana Pires');
    await ana.openTimeline();
    await ana.reads('Send us the serial number first.');
  });

  onlyOn(desk, 'jira')('keeps nobody from resolving it', async () => {
    const id = await house().movedNatively(desk);
    await house().workbench[desk].change(id, 'omar', { status: 'resolved' });
    await house().workbench.settle();
    expect(await last(desk, id)).toBe('Resolved');
    const ana = await house().open(desk, id, 'ana');
    await ana.heads('Resolved');
  });
});
