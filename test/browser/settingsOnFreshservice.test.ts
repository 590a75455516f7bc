import type { Browser } from 'playwright-core';
import { buildAll } from '../../scripts/build';
import { storyCast } from '../../scripts/workbench/cast';
import { startWorkbench, type StartedWorkbench } from '../../scripts/workbench/workbench';
import type { SettingsAnswer } from '../../shared/src';
import { launchBrowser } from '../support/browser';
import { Keyboard } from '../support/keyboard';
import { lookAt } from '../support/lookAt';

/** The app has just been installed without an agreement; the stories follow one another. */
let workbench: StartedWorkbench;
let browser: Browser;

beforeAll(async () => {
  const { dist } = await buildAll();
  const startAt = Date.parse('2026-03-02T11:00:00Z');
  const options = { cast: storyCast, file: ':memory:', staged: dist, port: 0, startAt, isEmpty: true };
  workbench = await startWorkbench(options);
  workbench.services.clock.pause();
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await workbench?.stop();
});

// Every window is shut after each story, so that none looks again in the next one's minutes.
afterEach(async () => {
  await Promise.all((browser?.contexts() ?? []).map(window => window.close()));
});

/** People read between two presses, and the platform counts by the minute. */
async function reading(): Promise<void> {
  const { clock } = workbench.services;
  await clock.jump(clock.now() + 60_000);
}

/** The agreement on the app's own page, as somebody. */
async function agreement(person: string): Promise<Keyboard> {
  await reading();
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(10_000);
  await page.goto(`${workbench.origin}/freshservice/app?as=${person}`);
  const settings = new Keyboard(page, 'freshservice', 'settings');
  await settings.enter('Agreement');
  return settings;
}

/** What somebody is asked to write, and where. */
async function confirming({ panel }: Keyboard): Promise<{ readonly code: string; readonly ticket: string }> {
  const code = await panel.locator('code').innerText();
  const [, ticket = ''] = /#(\d+)/.exec(await panel.getByRole('link', { name: /#\d+$/ }).innerText()) ?? [];
  return { code, ticket };
}

async function note(ticket: string, person: string, text: string): Promise<void> {
  await reading();
  await workbench.freshservice.say(ticket, person, text, false);
  await workbench.settle();
}

/** Presses an act on a version, says why, and writes the code where it has to be written. */
async function act(page: Keyboard, person: string, name: string, isBinding = true): Promise<void> {
  await page.press(name);
  await page.write('Why', 'Spring review');
  await reading();
  await page.press(name);
  if (!isBinding) return;
  await page.reads('Waiting for your note');
  const { ticket, code } = await confirming(page);
  await note(ticket, person, code);
  // A page that is looked at again meanwhile finds it out by itself.
  const press = page.button('I have written it').click({ timeout: 2_000 });
  await press.catch(() => undefined);
  await page.panel.getByText('Waiting for your note').waitFor({ state: 'detached' });
}

it('is begun by whom an admin named and by nobody else, from nothing to watching, by the keyboard and a note', async () => {
  const grace = await agreement('grace');
  await grace.reads('There is no agreement yet.');
  await grace.reads('An account admin enters who sets Baton up');

  const carla = await agreement('carla');
  await carla.reads('Two organisations share these tickets.');
  await carla.isForEverybody();
  await carla.type('Name of internal IT, the provider’s client', 'Contoso IT');
  await carla.type('Name of the provider (MSP)', 'Northwind MSP');
  await carla.enter('Next: Teams');
  await carla.enter('Take all 4 suggestions');
  await carla.enter('Next: People');
  await carla.enter('Read people from the desk');
  await carla.reads('Read. 7 people are in the agreement.');
  await carla.type('Lead', 'Carla');
  await carla.page.keyboard.press('Tab');
  await carla.type('Lead', 'Grace');
  await carla.enter('Next: Hours');
  await carla.enter('Next: Channels');
  await carla.enter('Next: Check');
  await carla.enter('Start watching');
  await carla.reads('Waiting for your note');
  await lookAt(carla, 'freshservice-first-run');

  const { ticket, code } = await confirming(carla);
  await note(ticket, 'omar', code);
  await carla.enter('I have written it');
  await carla.reads('Not yet. What Baton answers on that ticket says why.');
  await carla.page.setViewportSize({ width: 1280, height: 1000 });
  await reading();
  const desk = await browser.newPage();
  await desk.goto(`${workbench.origin}/freshservice/tickets/${ticket}?as=carla`);
  await desk.getByLabel('Note or reply').fill(code);
  await desk.getByRole('button', { name: 'Add private note' }).click();
  await desk.getByText('Carla Mendes put in force, to watch by, version 1.').waitFor();
  // The page may have heard of it by itself.
  await Promise.any([carla.enter('I have written it'), carla.reads('An agreement is in force.')]);
  await carla.reads('An agreement is in force.');

  const seed = { title: 'VPN is down', description: 'Since nine.', type: 'incident', priority: 2 } as const;
  const id = await workbench.freshservice.create({ ...seed, openedBy: 'carla', team: 'contoso-desk' });
  await workbench.settle();
  const { facts } = (await (await fetch(`${workbench.origin}/control/ledger/freshservice/${id}`)).json()) as {
    facts: object[];
  };
  expect(facts[0]).toMatchObject({
    type: 'EscalationOpened',
    data: { terms: { boundaries: { 'client>msp': { mode: 'observe' }, 'msp>client': { mode: 'observe' } } } },
  });
}, 120_000);

it('goes further only by both signatures: chosen, proposed, signed by each, made to count, and rolled back', async () => {
  const grace = await agreement('grace');
  await grace.reads('Both ways it only watches.');
  await grace.panel.getByLabel('From Contoso IT to Northwind MSP').selectOption('enforce');
  await grace.reads('Not saved yet.');
  await grace.write('Why', 'Spring review');
  await grace.press('Save as draft of version 2');
  await act(grace, 'grace', 'Propose', false);
  await grace.canPress('Approve');

  // Whoever says to be Grace gets a code, and only her own note makes it hers.
  const omar = await agreement('omar');
  const frame = await omar.frame();
  const asked = { type: 'approve', version: 2, reason: 'Past the button', expected: 4 };
  const told = await frame.evaluate(askAs, { ...asked, viewer: { timeZone: 'UTC', person: agentOf('omar') } });
  expect(told).toMatchObject({ ok: false, code: 'not-allowed' });
  await reading();
  const posed = await frame.evaluate(askAs, { ...asked, viewer: { timeZone: 'UTC', person: agentOf('grace') } });
  const { code, ticket } = (posed as SettingsAnswer & { ok: true }).confirming!;
  await note(ticket, 'omar', code);
  await reading();
  const seen = await frame.evaluate(askAs, { type: 'open', viewer: { timeZone: 'UTC', person: agentOf('grace') } });
  expect(seen).toMatchObject({ view: { versions: [{ number: 2, approvals: [] }, { number: 1 }] } });
  await omar.page.close();

  await act(grace, 'grace', 'Approve');
  await grace.reads('Approved by Grace Kim. It needs one person of each party.');
  const carla = await agreement('carla');
  await act(carla, 'carla', 'Approve');
  await act(carla, 'carla', 'Make it count');
  await carla.reads('Version 2 is in force');
  expect(await carla.words()).not.toContain('Waiting for your note');
  await carla.reads('From Contoso IT to Northwind MSP it enforces: it sends back what was not handed off.');
  await lookAt(carla, 'freshservice-versions');
  await act(carla, 'carla', 'Roll back to it');
  await carla.reads('Version 1 is in force');
  await carla.reads('Both ways it only watches.');
}, 120_000);

it('takes no file that is broken, and says where and what to do', async () => {
  const grace = await agreement('grace');
  await grace.panel.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'File' }).click();
  await grace.press('Show as JSON');
  const file = await grace.field('Copy this into a file').inputValue();
  const refused = async (text: string, place: string | RegExp): Promise<void> => {
    await grace.write('Paste a file', text);
    await grace.press('See what it would change');
    await grace.reads(place);
    await grace.reads('The agreement has not changed.');
  };
  await refused(file.slice(0, -9), 'This file has a mistake');
  await refused(file.replace('"client-hours",', '"weekend",'), /there is no calendar|weekend/);
  await lookAt(grace, 'freshservice-broken-file');
}, 60_000);

const agentOf = (person: string): string =>
  String(storyCast.people.find(({ id }) => id === person)?.freshserviceAgentId);

/** Runs in the frame. */
async function askAs(request: object): Promise<unknown> {
  const { app } = globalThis as never as {
    app: {
      initialized(): Promise<{ request: { invoke(name: string, data: object): Promise<{ response: unknown }> } }>;
    };
  };
  const { response } = await (await app.initialized()).request.invoke('settings', { request });
  return typeof response === 'string' ? JSON.parse(response) : response;
}
