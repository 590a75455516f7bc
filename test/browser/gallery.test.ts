import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import { pictures } from '../../scripts/workbench/gallery/panels';
import { isStill, violations } from '../support/accessibility';
import { hasCursor, launchBrowser } from '../support/browser';
import { openGallery, type Gallery } from './galleryPages';

jest.setTimeout(30_000);

/** Name a folder here to have a picture of every condition put into it. */
const picturesFolder = process.env['BATON_PICTURES'];

let browser: Browser | undefined;
let gallery: Gallery | undefined;
/** One page for every story: each opens an address of its own. */
let page: Page | undefined;

beforeAll(async () => {
  browser = await launchBrowser();
  gallery = await openGallery();
  page = await browser.newPage({ reducedMotion: 'reduce' });
  page.setDefaultTimeout(10_000);
});

afterAll(async () => {
  gallery?.close();
  await browser?.close();
});

/** A story on an address of the gallery, told to a browser that keeps nothing of the one before; nothing may upset it. */
async function on(address: string, story: (page: Page) => Promise<void>, width = 300): Promise<void> {
  const shown = page!;
  const complaints: string[] = [];
  const hear = (message: ConsoleMessage) => void (message.type() === 'error' && complaints.push(message.text()));
  const hearError = (error: Error) => void complaints.push(String(error));
  shown.on('console', hear).on('pageerror', hearError);
  try {
    await shown.setViewportSize({ width, height: 640 });
    await shown.emulateMedia({ colorScheme: 'light' });
    await shown.goto(`${gallery!.address}/${address}`);
    await story(shown);
    expect(complaints).toEqual([]);
  } finally {
    shown.off('console', hear).off('pageerror', hearError);
    await shown.evaluate(() => (localStorage.clear(), sessionStorage.clear()));
  }
}

/** What the screen has asked so far, without looks. */
const acts = (page: Page): Promise<readonly Record<string, unknown>[]> =>
  page.evaluate(() => globalThis['gallery' as never]['asks' as never] as Record<string, unknown>[]);

const setMood = (page: Page, mood: string): Promise<void> =>
  page.evaluate(to => void Object.assign(globalThis['gallery' as never], { mood: to }), mood);

/** What axe finds, and what is too small to hit. */
async function faults(page: Page): Promise<readonly string[]> {
  const found = await violations(page);
  const small = await page.evaluate(() => {
    const isSmall = (element: Element): boolean => element.getBoundingClientRect().height < 24;
    return [...document.querySelectorAll('button, select, fw-button')]
      .filter(isSmall)
      .map(({ textContent }) => `small: ${textContent}`);
  });
  return [...found.map(({ words }) => words), ...small];
}

/** How many pixels lie beyond the right edge. */
const beyondTheEdge = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function picture(page: Page, name: string): Promise<void> {
  if (!picturesFolder) return;
  mkdirSync(picturesFolder, { recursive: true });
  await page.screenshot({ path: join(picturesFolder, `${name.replace(/ /g, '-')}.png`), fullPage: true });
}

/** A sidebar, the same at 200 % zoom, a narrow window and a wide one. */
const widths = [300, 150, 600, 1280];

/** Looks at a page at every width, then at what the dark colours change. */
async function lookAt(page: Page, name: string): Promise<void> {
  await isStill(page);
  expect(await faults(page)).toEqual([]);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 640 });
    expect([width, await beyondTheEdge(page)]).toEqual([width, 0]);
    await picture(page, `${name}-${width}-light`);
  }
  await page.setViewportSize({ width: 300, height: 640 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await isStill(page);
  expect(await violations(page, 'colours')).toEqual([]);
  for (const width of picturesFolder ? widths : []) {
    await page.setViewportSize({ width, height: 640 });
    await picture(page, `${name}-${width}-dark`);
  }
}

const headline = (page: Page) => page.getByRole('heading', { level: 2 });

describe.each(['jira', 'freshservice'])('on %s', desk => {
  const address = (panel: string, more = ''): string => `${desk}/?picture=${encodeURIComponent(panel)}${more}`;

  it.each(Object.keys(pictures))('everybody can read and use the panel: %s', name =>
    on(address(name), async page => {
      const isAnswered = pictures[name]?.mood === 'willing';
      await (isAnswered ? headline(page) : page.getByRole('button', { name: 'Try again' })).waitFor();
      await lookAt(page, `${desk}-${name}`);
    }),
  );

  it.each(['plain', 'with errors'])('everybody can read and use the form: %s', name =>
    on(address('held by you', `&form=${name}`), async page => {
      await page.getByRole('button', { name: 'Hand off' }).click();
      await page.getByRole('textbox', { name: 'Evidence' }).waitFor();
      await lookAt(page, `${desk}-form-${name}`);
    }),
  );

  it('hands off with two presses and one sentence, the cursor already where it goes', () =>
    on(address('held by you'), async page => {
      await page.getByRole('button', { name: 'Hand off' }).click();
      await hasCursor(page.getByRole('textbox', { name: 'Next required action' }));
      await page.keyboard.type('Replace the volume');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('heading', { name: 'You hold this' }).waitFor();
      const [offer] = (await acts(page)).filter(({ type }) => type === 'offer');
      expect(offer).toMatchObject({
        fields: { nextAction: 'Replace the volume', receiver: 'network-l2', reason: 'skills' },
      });
    }));

  it('finds the receiver and the reason by their labels', () =>
    on(address('held by you'), async page => {
      await page.getByRole('button', { name: 'Hand off' }).click();
      await page.getByLabel('Hand off to', { exact: true }).selectOption('msp-l1');
      await page.getByLabel('Reason').selectOption('access');
      await page.getByRole('button', { name: 'Offer handoff' }).click();
      await page.getByRole('heading', { name: 'You hold this' }).waitFor();
      const [offer] = (await acts(page)).filter(({ type }) => type === 'offer');
      expect(offer).toMatchObject({ fields: { receiver: 'msp-l1', reason: 'access' } });
    }));

  it('keeps what was typed through a refusal, a failure and a reload', () =>
    on(address('held by you'), async page => {
      await page.getByRole('button', { name: 'Hand off' }).click();
      const field = page.getByRole('textbox', { name: 'Next required action' });
      await field.fill('Replace the volume');
      await setMood(page, 'refusing');
      await page.getByRole('button', { name: 'Offer handoff' }).click();
      expect(await page.getByRole('alert').innerText()).toContain('Evidence: Name evidence');
      await setMood(page, 'down');
      await page.getByRole('button', { name: 'Offer handoff' }).click();
      await page.getByText('Baton cannot be reached just now').waitFor();
      expect(await field.inputValue()).toBe('Replace the volume');
      await page.reload();
      await page.getByRole('button', { name: 'Hand off' }).click();
      await field.waitFor();
      expect(await field.inputValue()).toBe('Replace the volume');
    }));

  it('counts a press once however often it has to be sent', () =>
    on(address('offered to you'), async page => {
      await page.getByRole('button', { name: 'Accept' }).waitFor();
      await setMood(page, 'down');
      await page.getByRole('button', { name: 'Accept' }).click();
      await page.getByRole('button', { name: 'Try again' }).waitFor();
      await setMood(page, 'willing');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('button', { name: 'Try again' }).waitFor({ state: 'detached' });
      const accepts = (await acts(page)).filter(({ type }) => type === 'accept');
      expect(accepts).toHaveLength(2);
      expect(accepts[0]).toEqual(accepts[1]);
    }));

  it('declines with one sentence and a reason', () =>
    on(address('offered to you'), async page => {
      await page.getByRole('button', { name: 'Decline' }).click();
      await page.getByRole('textbox', { name: 'Why' }).fill('Storage is not ours');
      await page.getByLabel('Because').selectOption('wrong-party');
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('button', { name: 'Decline' }).waitFor();
      const [decline] = (await acts(page)).filter(({ type }) => type === 'decline');
      expect(decline).toMatchObject({ code: 'wrong-party', why: 'Storage is not ours' });
    }));

  it('takes no form away when the ticket changes', () =>
    on(address('held by you'), async page => {
      await page.getByRole('button', { name: 'Hand off' }).click();
      const field = page.getByRole('textbox', { name: 'Next required action' });
      await field.fill('Replace the volume');
      await page.evaluate(() => {
        const { gallery: host, fixtures } = globalThis as never as Record<string, Record<string, never>>;
        Object.assign(host!, { view: fixtures!['panels']!['jira']!['held by others'] });
        (host!['change'] as never as () => void)();
      });
      await page.getByText('This has changed since you started').waitFor();
      expect(await field.inputValue()).toBe('Replace the volume');
    }));
});

describe('the workbench', () => {
  const shown = async (width: number): Promise<Page> => {
    await page!.setViewportSize({ width: 1400, height: 900 });
    await page!.goto(`${gallery!.page}?width=${width}`, { waitUntil: 'domcontentloaded' });
    return page!;
  };

  it.each([300, 1280])('shows every condition on both desks, light and dark, at %i px', async width => {
    const all = await shown(width);
    expect(await all.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(Object.keys(pictures));
    expect(await all.locator(`iframe[width="${width}"]`).count()).toBe(Object.keys(pictures).length * 4);
  });

  it.each(['Jira', 'Freshservice'])('shows them in other colours by night than by day on %s', async desk => {
    const all = await shown(300);
    const colours = ['light', 'dark'].map(async scheme => {
      await all.locator(`iframe[title="not governed on ${desk}, ${scheme}"]`).scrollIntoViewIfNeeded();
      const frame = all.frameLocator(`iframe[title="not governed on ${desk}, ${scheme}"]`);
      return frame.getByText('Work as usual').evaluate(text => getComputedStyle(text).color);
    });
    expect(new Set(await Promise.all(colours)).size).toBe(2);
  });
});
