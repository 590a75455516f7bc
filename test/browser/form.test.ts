import type { AgentPage } from '../support/agentPage';
import { desks, houseForAll, onlyOn } from '../support/runningWorkbench';

const house = houseForAll();

/** Everything the form asks for, given. */
async function fill(agent: AgentPage): Promise<void> {
  await agent.write('Next required action', 'Replace the controller on floor 3');
  await agent.write('Current diagnosis', 'It answers no ping');
  await agent.write('Actions taken', 'Power-cycled it');
  await agent.write('Evidence', 'none because it logs nothing');
}

describe.each(desks)('the hand-off form on %s', desk => {
  /** Ana's page of a ticket of her own, with the form open. */
  async function formOfAna(options = {}): Promise<{ id: string; ana: AgentPage }> {
    const id = await house().claimed(desk);
    const ana = await house().open(desk, id, 'ana', options);
    await ana.press('Hand off');
    await ana.canPress('Offer handoff');
    return { id, ana };
  }

  onlyOn(desk, 'jira')('says at each field what is missing, and stores nothing', async () => {
    const { id, ana } = await formOfAna();
    const before = await house().story(desk, id);
    await ana.press('Offer handoff');
    await ana.panel.getByRole('alert').waitFor();
    for (const label of ['Next required action', 'Current diagnosis', 'Actions taken', 'Evidence'])
      expect([label, await ana.errorAt(label)]).toEqual([label, expect.stringMatching(/\w/)]);
    expect(await ana.errorAt('Deadline')).not.toContain('missing');
    expect(await house().story(desk, id)).toEqual(before);

    await fill(ana);
    await ana.press('Offer handoff');
    await ana.heads('still hold');
  });

  onlyOn(desk, 'freshservice')('takes a deadline as it is typed, in the time of whoever types it', async () => {
    const { id, ana } = await formOfAna();
    await fill(ana);
    await ana.write('Deadline', '2026-03-02 08:00');
    await ana.press('Offer handoff');
    await ana.panel.getByRole('alert').waitFor();
    expect(await ana.errorAt('Deadline')).toContain('already passed');
    await ana.write('Deadline', '2026-03-02 14:05');
    await ana.press('Offer handoff');
    await ana.heads('still hold');

    const offer = (await house().facts(desk, id)).find(({ type }) => type === 'HandoffOffered');
    expect(offer?.data['deadline']).toBe(Date.parse('2026-03-02T14:05:00Z'));
    const omar = await house().open(desk, id, 'omar');
    await omar.reads('15:05 today');
  });

  onlyOn(desk, 'jira')('counts down to 8 KB and refuses more', async () => {
    const { id, ana } = await formOfAna();
    await fill(ana);
    await ana.write('Current diagnosis', 'é'.repeat(2_800));
    await ana.reads(/ KB of 8 KB left for text/);
    await ana.write('Current diagnosis', 'é'.repeat(60_000));
    await ana.reads(/ KB too long/);
    await ana.press('Offer handoff');
    await ana.reads('The handoff is longer than 8 KB.');
    expect(await house().story(desk, id)).not.toContain('HandoffOffered');
    await ana.write('Current diagnosis', 'It answers no ping');
    await ana.press('Offer handoff');
    await ana.heads('still hold');
  });

  onlyOn(desk, 'jira')('warns of a likely secret at its field, and sends it all the same', async () => {
    const { id, ana } = await formOfAna();
    await fill(ana);
    await ana.write('Current diagnosis', 'It answers to admin, password: Winter-2026!');
    await ana.reads('Looks like a secret: Current diagnosis');
    expect(await ana.errorAt('Current diagnosis')).toContain('This looks like a password. Both parties will read it');
    await ana.write('Current diagnosis', 'It answers to admin; the password is in the vault');
    expect(await ana.errorAt('Current diagnosis')).not.toContain('looks like');
    await ana.write('Current diagnosis', 'It answers to admin, password: Winter-2026!');
    await ana.press('Offer handoff');
    await ana.heads('still hold');
    expect(await house().story(desk, id)).toContain('HandoffOffered');
  });

  onlyOn(desk, 'freshservice')('carries markup and pictures as the text they are', async () => {
    const { id, ana } = await formOfAna();
    const text = '<b>Replace</b> it <img src="x" onerror="alert(1)"> & test 🚪';
    await fill(ana);
    await ana.write('Next required action', text);
    await ana.press('Offer handoff');
    await ana.heads('still hold');
    const omar = await house().open(desk, id, 'omar');
    await omar.reads(text);
    expect(await omar.panel.locator('img, b').count()).toBe(0);
  });

  onlyOn(desk, 'freshservice')('keeps what was typed in the browser', async () => {
    const { ana } = await formOfAna();
    await ana.write('Next required action', 'Replace the controller');
    await ana.page.reload();
    await ana.press('Hand off');
    await ana.canPress('Offer handoff');
    expect(await ana.field('Next required action').inputValue()).toBe('Replace the controller');
  });

  it('keeps what was typed on the server where the browser keeps nothing, with one write for all of it', async () => {
    const { ana } = await formOfAna({ storageThrows: true });
    const writes: string[] = [];
    const isDraft = (body: string | null): boolean => body?.includes('"draft"') ?? false;
    ana.page.on('request', request => void (isDraft(request.postData()) && writes.push(request.url())));
    const written = ana.page.waitForResponse(response => isDraft(response.request().postData()));
    await ana.write('Next required action', 'Replace the controller');
    await ana.write('Current diagnosis', 'It answers no ping');
    await ana.write('Evidence', 'none because it logs nothing');
    await ana.field('Deadline').focus();
    await (await written).finished();
    expect(writes).toHaveLength(1);

    await ana.page.reload();
    await ana.press('Hand off');
    await ana.canPress('Offer handoff');
    expect(await ana.field('Next required action').inputValue()).toBe('Replace the controller');
    expect(await ana.field('Current diagnosis').inputValue()).toBe('It answers no ping');
  });
});
