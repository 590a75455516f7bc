import type { Locator } from 'playwright-core';
import type { AgentPage, DeskName } from '../support/agentPage';
import { lookAt } from '../support/lookAt';
import { desks, houseForAll, onlyOn } from '../support/runningWorkbench';

const house = houseForAll();

const NEXT = 'Replace the controller on floor 3.';
const rowOf = (list: AgentPage, section: string, title: string): Locator =>
  list.panel.getByRole('region', { name: section }).getByRole('listitem').filter({ hasText: title });

/** The row of a ticket in a section, once it is there. */
async function seen(list: AgentPage, section: string, title: string): Promise<Locator> {
  const row = rowOf(list, section, title);
  await row.waitFor();
  return row;
}

let count = 0;
/** A ticket with a title of its own, offered to Northwind's NOC. */
async function offered(desk: DeskName): Promise<{ id: string; title: string }> {
  const title = `Badge reader ${(count += 1)} is dead`;
  return { id: await house().offered(desk, NEXT, { title }), title };
}

/** Does something while the desk's queries show what was fifty seconds ago. */
async function lagging(desk: DeskName, work: () => Promise<void>): Promise<void> {
  const { host } = house().workbench[desk];
  host.setQueryLag(50_000);
  try {
    await work();
  } finally {
    host.setQueryLag(0);
  }
}

/** What has the focus in the list. */
const focused = async (list: AgentPage): Promise<string> =>
  (await list.frame()).evaluate(() => document.activeElement?.textContent?.trim() ?? '');

/** Waits until the focus is there. */
async function focusIsOn(list: AgentPage, text: string): Promise<void> {
  await (await list.frame()).waitForFunction(wanted => document.activeElement?.textContent?.includes(wanted), text);
  expect(await focused(list)).toContain(text);
}

describe.each(desks)('the list on %s', desk => {
  it('lets a receiver accept with one press, and shows the ticket among theirs at once', async () => {
    const { id, title } = await offered(desk);
    const omar = await house().openList(desk, 'omar');
    const row = await seen(omar, 'Offered to us', title);
    expect(await row.innerText()).toMatch(/Answer by/);
    await row.getByRole('button', { name: 'Accept', exact: true }).click();
    await seen(omar, 'Ours, soonest first', title);
    expect(await rowOf(omar, 'Offered to us', title).count()).toBe(0);
    await omar.panel.getByRole('status').filter({ hasText: 'is yours now' }).waitFor();
    expect(await house().story(desk, id)).toContain('HandoffAccepted');
    expect((await house().ticket(desk, id)).custodian).toMatchObject({ party: 'msp', person: 'omar' });
  });

  it('shows it among theirs even while the desk’s own lists lag behind', async () => {
    const { title } = await offered(desk);
    await house().wait(1);
    const omar = await house().openList(desk, 'omar');
    const row = await seen(omar, 'Offered to us', title);
    await lagging(desk, async () => {
      await row.getByRole('button', { name: 'Accept', exact: true }).click();
      await seen(omar, 'Ours, soonest first', title);
      await omar.press('Refresh');
      await omar.panel.getByText('is yours now').waitFor({ state: 'hidden' });
      await omar.button('Refresh').click({ trial: true });
      await seen(omar, 'Ours, soonest first', title);
      expect(await rowOf(omar, 'Offered to us', title).count()).toBe(0);
    });
  });

  onlyOn(desk, 'freshservice')('needs no mouse: Enter accepts, and the focus goes on to the next row', async () => {
    const one = await offered(desk);
    const other = await offered(desk);
    const omar = await house().openList(desk, 'omar');
    await seen(omar, 'Offered to us', other.title);
    const [first, second] = (await omar.panel.getByRole('listitem').filter({ hasText: 'Badge reader' }).allInnerTexts())
      .map(text => [one, other].find(({ title }) => text.includes(title)))
      .filter(found => found !== undefined);
    await omar.tabTo(await linkText(omar, first!.title));
    await omar.tabTo('Accept');
    await omar.page.keyboard.press('Enter');
    await seen(omar, 'Ours, soonest first', first!.title);
    await focusIsOn(omar, second!.title);
  });

  onlyOn(desk, 'jira')('says at the row that somebody was faster, and puts the row right', async () => {
    const { id, title } = await offered(desk);
    await house().wait(1);
    const omar = await house().openList(desk, 'omar');
    const row = await seen(omar, 'Offered to us', title);
    await lagging(desk, async () => {
      const taken = { type: 'accept', viewer: { timeZone: 'UTC' }, actId: `faster-${desk}-${id}` };
      expect(await house().workbench[desk].ask(id, 'grace', taken, 'story')).toMatchObject({ ok: true });
      await row.getByRole('button', { name: 'Accept', exact: true }).click();
      await row.getByRole('alert').filter({ hasText: 'Grace Kim has already accepted it' }).waitFor();
      expect(await row.getByRole('button').count()).toBe(0);
    });
    expect((await house().ticket(desk, id)).custodian).toMatchObject({ person: 'grace' });
  });

  onlyOn(desk, 'freshservice')('opens the ticket by its link', async () => {
    const { id, title } = await offered(desk);
    const omar = await house().openList(desk, 'omar');
    await (await seen(omar, 'Offered to us', title)).getByRole('link').click();
    await omar.page.waitForURL(new RegExp(`/${id}\\?`));
    await omar.heads('Contoso IT');
  });

  it('can be read and used by everybody, by day and by night', async () => {
    await offered(desk);
    const omar = await house().openList(desk, 'omar');
    await omar.button('Accept').first().waitFor();
    await lookAt(omar, `list-${desk}-offered`);
    const ana = await house().openList(desk, 'ana');
    await lookAt(ana, `list-${desk}-ours`);
  });

  onlyOn(desk, 'jira')('hands a shift over in one press, and the next one takes it over', async () => {
    const { title } = await offered(desk);
    const omar = await house().openList(desk, 'omar');
    await (await seen(omar, 'Offered to us', title)).getByRole('button', { name: 'Accept', exact: true }).click();
    await seen(omar, 'Ours, soonest first', title);
    await omar.press('Hand my shift over');
    await omar.panel.getByRole('textbox', { name: 'Next action' }).first().waitFor();
    await lookAt(omar, `list-${desk}-hand-over`);
    await omar.panel.getByRole('button', { name: /^Hand over [1-9]/ }).click();
    await omar.reads('offered to the next shift');
    const grace = await house().openList(desk, 'grace');
    const row = await seen(grace, 'Offered by the last shift', title);
    await grace.press('Show what is next');
    await grace.reads(NEXT);
    await lookAt(grace, `list-${desk}-next-shift`);
    await row.getByRole('button', { name: 'Take over' }).click();
    await seen(grace, 'Ours, soonest first', title);
    await grace.press('Who is there');
    await lookAt(grace, `list-${desk}-who-is-there`);
  });

  onlyOn(desk, 'freshservice')('says whether Baton keeps up, and lets a lead have what waits tried again', async () => {
    const carla = await house().openList(desk, 'carla');
    await carla.press('Is Baton keeping up?');
    await carla.reads('What fell due');
    await lookAt(carla, `list-${desk}-health`);
    await carla.press('Try again now');
    await carla.reads('Tried again.');
  });
});

/** The whole text of a row's link, by which the Tab key finds it. */
const linkText = async (list: AgentPage, title: string): Promise<string> =>
  (await list.panel.getByRole('link').filter({ hasText: title }).textContent()) ?? '';
