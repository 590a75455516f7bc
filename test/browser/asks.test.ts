import { isStill, violations } from '../support/accessibility';
import { hasCursor } from '../support/browser';
import { desks, houseForAll, onlyOn } from '../support/runningWorkbench';

const house = houseForAll();

describe.each(desks)('a question on %s', desk => {
  it('is asked with the keyboard, answered by whoever was asked, and stays where it was', async () => {
    const id = await house().claimed(desk);
    const ana = await house().open(desk, id, 'ana');
    await ana.tabTo('Ask');
    await ana.page.keyboard.press('Enter');
    await hasCursor(ana.field('What do you need?'));
    await ana.page.keyboard.type('Which switch is the controller on?');
    await ana.page.keyboard.press('Control+Enter');
    await ana.heads('You hold this');
    await ana.reads('Northwind NOC: information');

    const omar = await house().open(desk, id, 'omar');
    await omar.reads('Answer: Which switch is the controller on?');
    await omar.press('Answer');
    await omar.write('Your answer', 'Switch 7, port 12.');
    await omar.press('Send');
    await omar.heads('Contoso IT holds it');
    expect(omar.effort).toEqual({ activations: 2, sentences: 1 });

    const again = await house().open(desk, id, 'ana');
    await again.reads('Switch 7, port 12.');
    expect(await house().story(desk, id)).toEqual(expect.arrayContaining(['Asked', 'AskAnswered']));
    expect((await house().ticket(desk, id)).custodian).toMatchObject({ party: 'client', person: 'ana' });
  });

  onlyOn(desk, 'freshservice')(
    'goes to a vendor once everything it needs is there, in a form everybody can use',
    async () => {
      const id = await house().claimed(desk);
      const ana = await house().open(desk, id, 'ana');
      await ana.press('Ask');
      await ana.write('What do you need?', 'Shelf 2 answers no more.');
      await ana.field('Whom').selectOption({ label: 'Halden Storage (vendor)' });
      await ana.heads('Log a case with Halden Storage');
      await ana.write('Serial number', 'SN-1');
      const frame = await ana.frame();
      await isStill(frame);
      expect(await violations(frame)).toEqual([]);
      expect(await ana.field('Text for the vendor').inputValue()).toContain('Request: Shelf 2 answers no more.');
      await ana.press('Case logged');
      await ana.reads('The case is not complete.');
      await ana.write('Firmware', '9.1');
      await ana.press('Case logged');
      await ana.reads('Halden Storage: vendor case');
    },
  );

  onlyOn(desk, 'jira')('is not what a pause is: that one tap confirms', async () => {
    const id = await house().claimed(desk, { priority: 3 });
    const { workbench } = house();
    await workbench[desk].say(id, 'ana', 'Which of the doors is it?', true);
    await workbench[desk].change(id, 'ana', { status: 'pending' });
    await workbench.settle();
    const ana = await house().open(desk, id, 'ana');
    await ana.reads('Are you waiting for the customer?');
    await ana.press('Yes, we wait for the customer');
    await ana.reads(/Resolve it, or hand it off|how it stands/);
    expect(ana.effort).toEqual({ activations: 1, sentences: 0 });
    expect((await house().story(desk, id)).at(-1)).toBe('HoldPlaced');
  });
});
