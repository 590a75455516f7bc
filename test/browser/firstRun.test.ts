import type { Browser } from 'playwright-core';
import { buildAll } from '../../scripts/build';
import { storyCast } from '../../scripts/workbench/cast';
import { startWorkbench, type StartedWorkbench } from '../../scripts/workbench/workbench';
import { launchBrowser } from '../support/browser';
import { Keyboard } from '../support/keyboard';

/** Both apps have just been installed: there is no agreement. */
let workbench: StartedWorkbench;
let browser: Browser;

beforeAll(async () => {
  const { dist } = await buildAll();
  const startAt = Date.parse('2026-03-02T11:00:00Z');
  workbench = await startWorkbench({
    cast: storyCast,
    file: ':memory:',
    staged: dist,
    port: 0,
    startAt,
    isEmpty: true,
  });
  workbench.services.clock.pause();
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await workbench?.stop();
});

async function settings(person: string): Promise<Keyboard> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(10_000);
  await page.goto(`${workbench.origin}/jira/admin?as=${person}`);
  return new Keyboard(page, 'jira', 'settings');
}

it('on Jira is nobody’s but an administrator’s', async () => {
  const omar = await settings('omar');
  await omar.reads('There is no agreement yet.');
});

it('on Jira leads from nothing to watching by the keyboard alone, and what is opened then counts', async () => {
  const carla = await settings('carla');
  await carla.reads('Two organisations share these tickets.');
  await carla.isForEverybody();
  await carla.type('Name of internal IT, the provider’s client', 'Contoso IT');
  await carla.type('Name of the provider (MSP)', 'Northwind MSP');

  await carla.enter('Next: Teams');
  await carla.enter('Take all 4 suggestions');
  await carla.isForEverybody();

  await carla.enter('Next: People');
  await carla.enter('Read people from the desk');
  await carla.reads('Read. 7 people are in the agreement.');
  await carla.type('Lead', 'Carla');
  await carla.page.keyboard.press('Tab');
  await carla.type('Lead', 'Grace');
  await carla.isForEverybody();

  await carla.enter('Next: Hours');
  await carla.isForEverybody();
  await carla.enter('Next: Channels');
  await carla.enter('Next: Check');
  await carla.reads('Not confirmed within a month: Grace Kim, Carla Mendes');
  await carla.isForEverybody();
  await carla.enter('Start watching');
  await carla.reads('An agreement is in force.');

  const id = await workbench.jira.create({
    ...{ title: 'VPN is down', description: 'Since nine.', type: 'incident', priority: 2 },
    ...{ openedBy: 'carla', team: 'contoso-desk' },
  });
  await workbench.settle();
  const ledger = await fetch(`${workbench.origin}/control/ledger/jira/${id}`);
  const { facts } = (await ledger.json()) as { facts: { type: string; data: object }[] };
  expect(facts[0]).toMatchObject({
    type: 'EscalationOpened',
    data: { terms: { boundaries: { 'client>msp': { mode: 'observe' }, 'msp>client': { mode: 'observe' } } } },
  });
}, 120_000);
