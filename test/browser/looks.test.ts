import { lookAt } from '../support/lookAt';
import { desks, houseForAll } from '../support/runningWorkbench';

const house = houseForAll();

/* Panels and forms by themselves are looked at in the gallery; here, what only a page with its past can show. */
describe.each(desks)('everybody can read and use, by day and by night, on %s', desk => {
  it('what looks like a secret, and what is asked before a text is removed', async () => {
    const id = await house().claimed(desk);
    const ana = await house().open(desk, id, 'ana');
    await ana.press('Hand off');
    await ana.write('Next required action', 'Log in with password: Winter-2026!');
    await ana.write('Current diagnosis', 'It answers no ping');
    await ana.write('Actions taken', 'Power-cycled it');
    await ana.write('Evidence', 'none because it logs nothing');
    await lookAt(ana, `page-${desk}-likely-secret`);
    await ana.press('Offer handoff');
    await ana.heads('still hold');
    await ana.openTimeline();
    await lookAt(ana, `page-${desk}-removable-text`);
    await ana.press('Remove text');
    await lookAt(ana, `page-${desk}-remove-text`);
  });

  it('the timeline', async () => {
    const id = await house().idOf(desk, 'Nightly backup of filer-3 failed');
    const omar = await house().open(desk, id, 'omar');
    await omar.openTimeline();
    await lookAt(omar, `page-${desk}-timeline`);
  });
});
