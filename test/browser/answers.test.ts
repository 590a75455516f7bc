import { hashing, readExport, verifyLedger } from '../../shared/src/ledger';
import { lookAt } from '../support/lookAt';
import { desks, houseForAll, onlyOn } from '../support/runningWorkbench';

const house = houseForAll();

const NEXT = 'Replace the controller on floor 3';

describe.each(desks)('whoever wrote a handoff on %s', desk => {
  onlyOn(desk, 'jira')('removes its text with two presses, and everybody reads who did', async () => {
    const id = await house().accepted(desk, NEXT);
    const ana = await house().open(desk, id, 'ana');
    await ana.openTimeline();
    await ana.reads(NEXT);
    const before = ana.effort.activations;
    await ana.press('Remove text');
    await ana.reads('Nobody can read what you wrote');
    await ana.press('Remove for good');
    await ana.heads('Northwind holds it');
    expect(ana.effort.activations - before).toBe(2);
    expect(await house().story(desk, id)).toContain('TextErased');

    const omar = await house().open(desk, id, 'omar');
    await omar.reads(/Removed by Ana Pires/);
    expect(await omar.words()).not.toContain(NEXT);
    await omar.openTimeline();
    await omar.reads(/removed the text of entry/);
    expect(await omar.button('Remove text').count()).toBe(0);
  });

  onlyOn(desk, 'jira')('keeps it when they think again', async () => {
    const id = await house().accepted(desk, NEXT);
    const ana = await house().open(desk, id, 'ana');
    await ana.openTimeline();
    await ana.press('Remove text');
    await ana.press('Cancel');
    expect(await house().story(desk, id)).not.toContain('TextErased');
  });
});

describe.each(desks)('whoever is offered a ticket on %s', desk => {
  onlyOn(desk, 'freshservice')('declines it with one sentence, and it stays where it was', async () => {
    const id = await house().offered(desk, NEXT);
    const omar = await house().open(desk, id, 'omar');
    await omar.press('Decline');
    await omar.write('Why', 'Access control is run by the landlord.');
    await omar.press('Send');
    await omar.heads('Contoso IT holds it');
    expect(await house().story(desk, id)).toContain('HandoffDeclined');
    expect((await house().ticket(desk, id)).custodian).toMatchObject({ party: 'client', person: 'ana' });

    const ana = await house().open(desk, id, 'ana');
    await ana.openTimeline();
    await ana.reads('Access control is run by the landlord.');
  });

  onlyOn(desk, 'jira')('must say why', async () => {
    const id = await house().offered(desk, NEXT);
    const before = await house().story(desk, id);
    const omar = await house().open(desk, id, 'omar');
    await omar.press('Return with guidance');
    await omar.press('Send');
    await omar.panel.getByRole('alert').waitFor();
    expect(await omar.errorAt('Guidance')).not.toBe('');
    expect(await house().story(desk, id)).toEqual(before);
  });

  onlyOn(desk, 'freshservice')('returns it with guidance before taking it: it never left its giver', async () => {
    const id = await house().offered(desk, NEXT);
    const omar = await house().open(desk, id, 'omar');
    await omar.press('Return with guidance');
    await omar.write('Guidance', 'Send us the serial number first.');
    await omar.press('Send');
    await omar.heads('Contoso IT holds it');
    expect(omar.effort).toEqual({ activations: 2, sentences: 1 });

    const ana = await house().open(desk, id, 'ana');
    await ana.heads('You hold this');
    await ana.openTimeline();
    await ana.reads('Send us the serial number first.');
  });

  onlyOn(desk, 'freshservice')(
    'returns it with guidance after taking it, and holds it until it is taken back',
    async () => {
      const id = await house().accepted(desk, NEXT);
      const omar = await house().open(desk, id, 'omar');
      await omar.press('Return with guidance');
      await omar.write('Guidance', 'The new controller is in; test the readers.');
      await omar.press('Send');
      await omar.heads('You still hold this');

      const ana = await house().open(desk, id, 'ana');
      await ana.reads('The new controller is in; test the readers.');
      await ana.press('Accept');
      await ana.heads('You hold this');
      await omar.heads('Contoso IT holds it');
      expect(await ana.owner()).toContain('Ana Pires');
    },
  );

  onlyOn(desk, 'jira')('takes the whole ledger along, in which nothing was changed', async () => {
    const id = await house().claimed(desk);
    const ana = await house().open(desk, id, 'ana');
    await ana.openTimeline();
    await ana.press('Export');
    const ledger = readExport(await ana.field('Copy all of it into a file').inputValue());
    expect(ledger.facts.map(({ type }) => type)).toEqual(await house().story(desk, id));
    expect(verifyLedger(ledger, hashing()).misfit).toBeUndefined();
    await lookAt(ana, `page-${desk}-exported`);
    await ana.press('Back');
    await ana.heads('You hold this');
  });

  it('accepts it by taking it in the desk’s own fields', async () => {
    const id = await house().offered(desk, NEXT);
    const omar = await house().open(desk, id, 'omar');
    await omar.takeNatively('Omar Said', 'Northwind NOC');
    await omar.heads('You hold this');
    expect((await house().ticket(desk, id)).custodian).toMatchObject({ party: 'msp', person: 'omar' });
    expect(await house().story(desk, id)).toContain('HandoffAccepted');
  });

  onlyOn(desk, 'jira')('takes it by another time than was asked, which the giver reads', async () => {
    const id = await house().offered(desk, NEXT);
    const omar = await house().open(desk, id, 'omar');
    await omar.press('Take it by another time');
    await omar.write('Deadline', '2026-03-02 08:00');
    await omar.press('Send');
    await omar.panel.getByRole('alert').waitFor();
    expect(await omar.errorAt('Deadline')).toContain('already passed');
    await omar.write('Deadline', '2026-03-02 14:45');
    await omar.press('Send');
    await omar.heads('You hold this');
    expect(await omar.owner()).toContain('Omar Said');

    const ana = await house().open(desk, id, 'ana');
    await ana.reads('13:45 today');
    const accepted = (await house().facts(desk, id)).find(({ type }) => type === 'HandoffAccepted');
    expect(accepted?.data['deadline']).toBe(Date.parse('2026-03-02T13:45:00Z'));
  });
});

describe.each(desks)('whoever offers a ticket on %s', desk => {
  onlyOn(desk, 'freshservice')('withdraws it with one press', async () => {
    const id = await house().offered(desk, NEXT);
    const omar = await house().open(desk, id, 'omar');
    const ana = await house().open(desk, id, 'ana');
    await ana.press('Withdraw');
    await ana.heads('You hold this');
    expect(await house().story(desk, id)).toContain('HandoffWithdrawn');

    const answer = await omar.ask({ type: 'accept', actId: 'pressed-too-late' }, house().person('omar'));
    expect(answer).toMatchObject({ ok: false, sentence: expect.stringContaining('withdrawn') });
    await omar.page.reload();
    await omar.heads('Contoso IT holds it');
  });
});
