import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { drawnMapping, writeDrawnLog } from '../../scripts/bench/drawnLog';
import { replayFile } from '../../scripts/replay/replayFile';
import { agreedFor, assumptions, readAgreement, type AgreementDocument } from '../../shared/src';
import { violations } from '../support/accessibility';
import { askSettings } from '../support/agreeOnJira';
import { houseForAll } from '../support/runningWorkbench';

const house = houseForAll();

/** Somebody's settings, in a window of their own. */
class SettingsPage {
  constructor(
    readonly page: Page,
    readonly frame: FrameLocator,
  ) {}

  static async open(person: string): Promise<SettingsPage> {
    const page = await house().browser.newPage({ viewport: { width: 1280, height: 1000 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(10_000);
    // Carla administers the site; Grace leads her party and administers nothing.
    const isAdmin = house().person(person).isAdmin === true;
    await page.goto(`${house().workbench.origin}/jira/${isAdmin ? 'admin' : 'queue'}?as=${person}`);
    const frame = page.frameLocator('iframe[title="Baton"]');
    if (!isAdmin) await frame.getByRole('button', { name: 'Agreement', exact: true }).click();
    await frame.getByRole('heading', { name: 'Agreement', level: 1 }).waitFor();
    return new SettingsPage(page, frame);
  }

  section = (name: string) =>
    this.frame.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name }).click();
  press = (name: string) => this.frame.getByRole('button', { name, exact: true }).click();
  write = (label: string, text: string) => this.frame.getByRole('textbox', { name: label, exact: true }).fill(text);
  says = (text: string | RegExp) => this.frame.getByText(text).first().waitFor();

  /** Presses an act on a version and says why. */
  async act(name: string): Promise<void> {
    await this.press(name);
    await this.write('Why', 'Spring review');
    await this.press(name);
  }
}

/** What the site keeps, as a file; with another name. */
async function exported(grace: SettingsPage, name: string): Promise<string> {
  await grace.section('File');
  await grace.press('Show as JSON');
  const text = await grace.frame.getByRole('textbox', { name: 'Copy this into a file' }).inputValue();
  return JSON.stringify({ ...(JSON.parse(text) as object), name });
}

it('is changed by both parties: a file taken in, proposed, approved by each, made to count, and rolled back', async () => {
  const grace = await SettingsPage.open('grace');
  await grace.says('Version 1 is in force');
  const file = await exported(grace, 'Spring agreement');
  await grace.write('Paste a file', file.slice(0, -9));
  await grace.press('See what it would change');
  await grace.says('The agreement has not changed.');
  await grace.write('Paste a file', file);
  await grace.press('See what it would change');
  await grace.says('It would change 1 place');
  await grace.press('Take it over');
  await grace.says('Not saved yet.');
  await grace.write('Why', 'Spring review');
  await grace.press('Save as draft of version 2');
  await grace.section('Versions');
  await grace.act('Propose');
  await grace.act('Approve');
  await grace.says('Approved by Grace Kim. It needs one person of each party.');

  const refused = await askSettings(house().workbench.origin, 'omar', {
    ...{ type: 'approve', version: 2, reason: 'Past the button', expected: 8 },
  });
  expect(refused).toMatchObject({ ok: false, code: 'not-allowed' });

  const carla = await SettingsPage.open('carla');
  await carla.act('Approve');
  await carla.act('Make it count');
  await carla.says('Version 2 is in force');
  await carla.section('Audit log');
  await carla.says(/Carla Mendes.*made count version 2/);
  for (const width of [1280, 300]) {
    await carla.page.setViewportSize({ width, height: 1000 });
    expect(await violations(carla.page.frames().at(-1)!)).toEqual([]);
  }
  await carla.section('Versions');
  await carla.act('Roll back to it');
  await carla.says('Version 1 is in force');
});

it('shows two who edit at once what is other, and loses neither', async () => {
  const [grace, carla] = [await SettingsPage.open('grace'), await SettingsPage.open('carla')];
  for (const [who, name] of [
    [grace, 'As Grace says'],
    [carla, 'As Carla says'],
  ] as const) {
    await who.write('Paste a file', await exported(who, name));
    await who.press('See what it would change');
    await who.press('Take it over');
    await who.write('Why', 'Spring review');
  }
  await grace.press('Save as draft of version 3');
  await grace.frame.getByText('Not saved yet.').waitFor({ state: 'detached' });
  await carla.press('Save as draft of version 3');
  await carla.says('Somebody has changed this meanwhile.');
  await carla.says('was As Carla says, is As Grace says');
  await carla.press('Save mine over theirs');
  await carla.frame.getByText('Not saved yet.').waitFor({ state: 'detached' });
  const { text } = (await askSettings(house().workbench.origin, 'grace', { type: 'text', version: 3 })) as never as {
    text: { document: { name: string } };
  };
  expect(text.document.name).toBe('As Carla says');
});

it('replays an export that never leaves the page: cancelled, taken up again, told as the command tells it, and frozen', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-page-'));
  const [long, short, json] = ['long.csv', 'short.csv', 'report.json'].map(name => join(folder, name)) as [
    string,
    ...string[],
  ];
  writeDrawnLog(long, 60_000);
  writeDrawnLog(short!, 3_000);
  writeFileSync(short!, readFileSync(short!, 'utf8').replaceAll('INC', 'OPS-'));
  const grace = await SettingsPage.open('grace');
  await grace.section('Replay');
  const choose = (file: string) => grace.frame.getByLabel(/ncident log/).setInputFiles(file);
  const replay = () => grace.frame.getByRole('button', { name: 'Replay', exact: true }).last().click();

  await choose(long);
  await replay();
  await grace.says(/MB read|tickets replayed/);
  await grace.press('Cancel');
  await grace.says('What its columns mean');

  await choose(short!);
  await grace.press('The mapping as a file');
  await grace.write('Mapping, as JSON', JSON.stringify(drawnMapping));
  await replay();
  const saving = grace.page.waitForEvent('download');
  await grace.frame.getByRole('link', { name: 'Save the report as JSON' }).click();
  const saved = readFileSync(await (await saving).path(), 'utf8');
  const { text } = (await askSettings(house().workbench.origin, 'grace', { type: 'text', version: 1 })) as never as {
    text: { document: AgreementDocument };
  };
  const agreed = agreedFor(drawnMapping, readAgreement(text.document));
  const plan = { mapping: drawnMapping, agreed, period: { from: -Infinity, to: Infinity } };
  await replayFile({ ...plan, input: short!, json, assumed: assumptions(drawnMapping, agreed) });
  expect(saved).toBe(readFileSync(json!, 'utf8'));

  await grace.frame.getByRole('button', { name: /Breached after a warning, Cases/ }).click();
  const link = grace.frame.getByRole('link', { name: /^OPS-/ }).first();
  expect(await link.getAttribute('href')).toMatch(/\/browse\/OPS-\d+$/);
  await grace.frame
    .getByRole('button', { name: /^Look into OPS/ })
    .first()
    .click();
  await grace.frame.getByRole('group', { name: 'Where its time went, table' }).waitFor();
  for (const width of [1280, 300]) {
    await grace.page.setViewportSize({ width, height: 1000 });
    expect(await violations(grace.page.frames().at(-1)!)).toEqual([]);
  }
  await grace.press('Freeze as baseline');
  await grace.says('Frozen. Earlier baselines are kept.');
  const carla = await SettingsPage.open('carla');
  await carla.section('Replay');
  await carla.says(/^1\. 2026-01-05 to .* frozen 2026-03-02 by Grace Kim$/);
  rmSync(folder, { recursive: true });
});
