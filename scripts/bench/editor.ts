/* npm run bench:editor: from a key to the next picture in the matrix editor, on the page Jira would get. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { chromium, type Page } from 'playwright-core';
import { buildAll } from '../build';
import { galleryFrames } from '../workbench/gallery/galleryFrames';
import { drawnMatrix } from './drawnMatrix';
import { table } from './table';

const sizes = [10, 100, 1000];
/** Keys pressed for each line of the table. */
const KEYS = 40;
/** Faster than the editor begins to look for gaps; and slower, so that each key comes while it looks. Both ms. */
const quick = 120;
const slow = 450;

/** Notes for each key how long until the picture after it was there, and every task of 50 ms and more. */
const watch = (): void => {
  const waits: number[] = [];
  const tasks: number[] = [];
  Object.assign(window, { waits, tasks });
  new PerformanceObserver(seen => tasks.push(...seen.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  });
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => setTimeout(() => waits.push(performance.now() - timeStamp)));
    },
    { capture: true },
  );
};

/** The sample of the settings with another text, put in before the page reads it. */
const withText = (text: string): void => {
  let kept: { settings: { text: unknown } } | undefined;
  Object.defineProperty(window, 'fixtures', {
    get: () => kept,
    set: (fixtures: { settings: { text: unknown } }) => {
      kept = { ...fixtures, settings: { ...fixtures.settings, text: { version: 2, document: JSON.parse(text) } } };
    },
  });
};

interface Finder {
  readonly findBrowser: () => Promise<string | undefined>;
}

interface Kind {
  readonly name: string;
  readonly pause: number;
  /** Brings the focus to where the keys go. */
  readonly begin: (page: Page) => Promise<void>;
  readonly key: (n: number) => string;
}

const cellOf = (page: Page) => page.locator('[role="gridcell"]').first();
const nameField = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Everything it says' }).click();
  await page.getByRole('button', { name: 'What it is' }).click();
  await page.getByLabel('Name', { exact: true }).click();
};

const kinds: readonly Kind[] = [
  {
    ...{ name: 'a character in the table', pause: quick },
    begin: async page => {
      await cellOf(page).click();
      await page.keyboard.press('F2');
    },
    key: n => 'abcdefgh'[n % 8]!,
  },
  {
    ...{ name: 'an arrow key', pause: quick },
    begin: page => cellOf(page).click(),
    key: n => (n % 40 < 20 ? 'ArrowDown' : 'ArrowUp'),
  },
  { ...{ name: 'a character in the form', pause: quick }, begin: nameField, key: n => 'abcdefgh'[n % 8]! },
  { ...{ name: 'the same while it looks for gaps', pause: slow }, begin: nameField, key: n => 'abcdefgh'[n % 8]! },
];

interface Noted {
  readonly waits: readonly number[];
  /** Those that the browser calls long: 50 ms and more. */
  readonly tasks: readonly number[];
}

async function noted(page: Page, { begin, key, pause }: Kind): Promise<Noted> {
  await begin(page);
  await page.waitForTimeout(4000);
  await page.evaluate('waits.length = tasks.length = 0');
  for (let n = 0; n < KEYS; n += 1) {
    await page.keyboard.press(key(n));
    await page.waitForTimeout(pause);
  }
  return page.evaluate<Noted>('({ waits, tasks })');
}

const share = (waits: readonly number[], part: number): string =>
  `${Math.round([...waits].sort((one, other) => one - other)[Math.ceil(waits.length * part) - 1] ?? NaN)} ms`;

async function measured(address: string, rules: number): Promise<readonly (readonly string[])[]> {
  const { findBrowser } = (await import(join(__dirname, '../browser.mjs'))) as Finder;
  const executablePath = await findBrowser();
  if (!executablePath) throw new Error('No Chromium is here; name one in BATON_CHROMIUM.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const rows: (readonly string[])[] = [];
  for (const kind of kinds) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(withText, JSON.stringify(drawnMatrix(rules)));
    await page.addInitScript(watch);
    await page.goto(`${address}/settings/#matrix`);
    await page.getByRole('grid').waitFor();
    const { waits, tasks } = await noted(page, kind);
    const longest =
      tasks.length === 0 ? 'under 50 ms' : `${Math.round(Math.max(...tasks))} ms, ${tasks.length} over 50 ms`;
    rows.push([rows.length === 0 ? String(rules) : '', kind.name, share(waits, 0.5), share(waits, 0.95), longest]);
    await page.close();
  }
  await browser.close();
  return rows;
}

async function main(): Promise<void> {
  const { dist } = await buildAll();
  const app = express().use('/frames', galleryFrames(dist, "'self'"));
  const server = createServer(app);
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const rows: (readonly string[])[] = [];
  for (const size of sizes) rows.push(...(await measured(`http://127.0.0.1:${port}/frames/light`, size)));
  console.log(table(['rules', 'key', 'until the next picture, median', '95 of 100', 'longest task'], rows));
  server.closeAllConnections();
  server.close();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
