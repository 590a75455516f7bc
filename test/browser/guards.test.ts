import axe from 'axe-core';
import type { AgentPage } from '../support/agentPage';
import { agreeOnJira } from '../support/agreeOnJira';
import { houseForAll } from '../support/runningWorkbench';

const house = houseForAll();

const NEXT = 'Replace the controller on floor 3';
const HAND_OFF = 'Hand it off in the Baton panel first: what is next, and by when.';

/** Hands the ticket off in the panel. */
async function handOff(ana: AgentPage): Promise<void> {
  await ana.press('Hand off');
  await ana.write('Next required action', NEXT);
  await ana.write('Current diagnosis', 'It answers no ping');
  await ana.write('Actions taken', 'Power-cycled it');
  await ana.write('Evidence', 'none because it logs nothing');
  await ana.press('Offer handoff');
  await ana.heads('still hold');
}

describe('on Jira', () => {
  const moveTo = ({ page }: AgentPage, status: string): Promise<void> =>
    page.getByRole('group', { name: 'Move to' }).getByRole('button', { name: status, exact: true }).click();
  const stands = ({ page }: AgentPage, status: string): Promise<void> =>
    page.locator('.status .lozenge').filter({ hasText: status }).waitFor();
  const problem = ({ page }: AgentPage) => page.locator('#problem');

  it('a guarded transition is refused with a sentence, and works after the handoff', async () => {
    const id = await house().claimed('jira');
    const ana = await house().open('jira', id, 'ana');
    await moveTo(ana, 'With MSP');
    await problem(ana).filter({ hasText: HAND_OFF }).waitFor();
    await stands(ana, 'Open');

    await handOff(ana);
    await moveTo(ana, 'With MSP');
    await stands(ana, 'With MSP');
    expect(await problem(ana).isVisible()).toBe(false);
  });

  it('is refused and made by keyboard alone', async () => {
    const id = await house().claimed('jira');
    const ana = await house().open('jira', id, 'ana');
    const button = ana.page.getByRole('button', { name: 'With MSP', exact: true });
    await button.focus();
    await ana.page.keyboard.press('Enter');
    await ana.page.getByRole('alert').filter({ hasText: HAND_OFF }).waitFor();
    await stands(ana, 'Open');
  });

  it('resolving works while an offer is open, and withdraws it', async () => {
    const id = await house().offered('jira', NEXT);
    const omar = await house().open('jira', id, 'omar');
    await omar.heads('still holds it');
    await moveTo(omar, 'Resolved');
    await stands(omar, 'Resolved');
    await omar.heads('Resolved');
    expect(await house().story('jira', id)).toEqual(expect.arrayContaining(['HandoffWithdrawn', 'Resolved']));
  });
});

describe('the admin page of Jira', () => {
  const open = async (person: string) => {
    const page = await house().browser.newPage();
    await page.goto(`${house().workbench.origin}/jira/admin?as=${person}`);
    const frame = page.frameLocator('iframe[title="Baton"]');
    const show = (section: string) => frame.getByRole('button', { name: section, exact: true }).click();
    await show('About');
    await frame.getByRole('heading', { name: 'Before you uninstall Baton' }).waitFor();
    return { page, frame, show, section: frame.getByRole('region', { name: 'Before you uninstall Baton' }) };
  };

  it.each(['light', 'dark'] as const)('lists where the validator stands, readable for everybody, %s', async scheme => {
    const { page, section } = await open('carla');
    await page.emulateMedia({ colorScheme: scheme });
    await section.getByText('Contoso Support workflow: With MSP').waitFor();
    for (const width of [1280, 300]) {
      await page.setViewportSize({ width, height: 1000 });
      const frame = page.frames().at(-1)!;
      await frame.evaluate(axe.source);
      const { violations } = await frame.evaluate(() =>
        (globalThis as never as { axe: typeof axe }).axe.run(document.body),
      );
      expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
      expect(await frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  it('takes the address of a channel, says what is wrong with it, and shows it to nobody again', async () => {
    await agreeOnJira(house().workbench.origin, { channels: { noc: { kind: 'slack', name: '#noc' } } });
    const { page, frame, show } = await open('carla');
    await show('Set up');
    const address = frame.getByLabel('#noc: Incoming webhook of Slack');
    await address.fill('https://example.com/services/s3cr3t');
    await frame.getByRole('button', { name: 'Save #noc' }).click();
    await frame.getByText('is no incoming webhook of Slack').waitFor();
    await address.fill('https://hooks.slack.com/services/T0/B0/s3cr3t');
    await address.press('Tab');
    await page.keyboard.press('Enter');
    await frame.getByText('Entered. What you type replaces it.').waitFor();
    await page.reload();
    await show('Set up');
    await frame.getByText('Entered. What you type replaces it.').waitFor();
    expect(await address.inputValue()).toBe('');
  });

  it('tells nobody else', async () => {
    const { section } = await open('ana');
    await section.getByText('Only administrators of this site can do this.').waitFor();
    expect(await section.getByText('Contoso Support workflow').count()).toBe(0);
  });
});

describe('on Freshservice', () => {
  const select = (page: AgentPage, label: 'Group' | 'Agent' | 'Priority' | 'Status', option: string) =>
    page.nativeSelect(label).selectOption({ label: option });
  const notice = ({ page }: AgentPage, text: string) => page.locator('#notices').filter({ hasText: text }).waitFor();
  const shows = (page: AgentPage, label: 'Group' | 'Agent', option: string) =>
    page.page
      .locator(`#${label === 'Group' ? 'group_id' : 'responder_id'} option:checked`)
      .filter({ hasText: option })
      .waitFor({ state: 'attached' });
  const update = ({ page }: AgentPage) => page.getByRole('button', { name: 'Update', exact: true }).click();
  const guardsAsked = (): number =>
    house()
      .workbench.services.costs.list()
      .filter(({ action }) => action === 'panel guard').length;

  it('a group across the boundary is put back with a sentence, and nothing else is lost', async () => {
    const id = await house().claimed('freshservice');
    const ana = await house().open('freshservice', id, 'ana');
    await select(ana, 'Priority', 'High');
    await ana.page.locator('#words').fill('The controller answers no pi');

    await select(ana, 'Group', 'Northwind NOC');
    await notice(ana, `Group put back. ${HAND_OFF}`);
    await shows(ana, 'Group', 'Contoso Service desk');
    expect(await ana.native('Priority')).toBe('High');
    expect(await ana.page.locator('#words').inputValue()).toBe('The controller answers no pi');

    await update(ana);
    await ana.page.locator('#activities').filter({ hasText: 'set Priority as High' }).waitFor();
    expect(await ana.owner()).toBe('Ana Pires in Contoso Service desk');
    expect(await house().story('freshservice', id)).not.toContain('UnbatonedTransfer');
  });

  it('so is an agent, by keyboard as by mouse', async () => {
    const id = await house().claimed('freshservice');
    const ana = await house().open('freshservice', id, 'ana');
    await ana.nativeSelect('Agent').focus();
    await ana.page.keyboard.type('Omar');
    await notice(ana, `Agent put back. ${HAND_OFF}`);
    await shows(ana, 'Agent', 'Ana Pires');
  });

  it('the receiver who takes it without an offer is told whom to ask', async () => {
    const id = await house().claimed('freshservice');
    const omar = await house().open('freshservice', id, 'omar');
    await select(omar, 'Agent', 'Omar Said');
    await notice(omar, 'Agent put back. Contoso IT holds it. Ask them to hand it off in the Baton panel.');
    await shows(omar, 'Agent', 'Ana Pires');
  });

  it('works after the handoff: taking it natively is accepting it', async () => {
    const id = await house().claimed('freshservice');
    const ana = await house().open('freshservice', id, 'ana');
    await select(ana, 'Group', 'Northwind NOC');
    await notice(ana, HAND_OFF);
    await handOff(ana);
    const omar = await house().open('freshservice', id, 'omar');
    await omar.takeNatively('Omar Said', 'Northwind NOC');
    await omar.heads('You hold this');
    expect(await omar.owner()).toBe('Omar Said in Northwind NOC');
  });

  it('moves inside one’s own party stay, and resolving with an open offer withdraws it', async () => {
    const id = await house().claimed('freshservice');
    const ana = await house().open('freshservice', id, 'ana');
    const before = guardsAsked();
    await select(ana, 'Group', 'Contoso Infrastructure');
    await update(ana);
    await ana.page.locator('#activities').filter({ hasText: 'set Group as Contoso Infrastructure' }).waitFor();
    expect(guardsAsked()).toBe(before + 1);

    const offered = await house().offered('freshservice', NEXT);
    const omar = await house().open('freshservice', offered, 'omar');
    await select(omar, 'Status', 'Resolved');
    await update(omar);
    await omar.heads('Resolved');
    expect(await house().story('freshservice', offered)).toEqual(
      expect.arrayContaining(['HandoffWithdrawn', 'Resolved']),
    );
  });

  it('opening a ticket, and changing anything else, asks nothing', async () => {
    const id = await house().claimed('freshservice');
    const before = guardsAsked();
    const ana = await house().open('freshservice', id, 'ana');
    await select(ana, 'Priority', 'Low');
    await select(ana, 'Status', 'Pending');
    await update(ana);
    await ana.page.locator('#activities').filter({ hasText: 'set Status as Pending' }).waitFor();
    expect(guardsAsked()).toBe(before);
  });
});
