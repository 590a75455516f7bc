import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isStill, violations } from './accessibility';
import type { AgentPage } from './agentPage';

/** Name a folder here to have pictures of the pages put into it. */
const picturesFolder = process.env['BATON_PICTURES'];

const serious = ['serious', 'critical'];

/** What axe finds in the app's own frame that keeps somebody from using it. */
async function faults(agent: AgentPage, rules: 'all' | 'colours'): Promise<readonly string[]> {
  const frame = await agent.frame();
  await isStill(frame);
  const found = await violations(frame, rules);
  return found.filter(({ impact }) => serious.includes(impact)).map(({ words }) => words);
}

/** How many pixels of the panel lie beyond its right edge. */
const beyondTheEdge = async (agent: AgentPage): Promise<number> =>
  (await agent.frame()).evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function picture(agent: AgentPage, name: string): Promise<void> {
  if (!picturesFolder) return;
  mkdirSync(picturesFolder, { recursive: true });
  await agent.page.screenshot({ path: join(picturesFolder, `${name}.png`), fullPage: true });
}

/** Asks for a colour scheme, and waits until a desk that hands it on itself has told the app's frame. */
async function showIn(agent: AgentPage, colorScheme: 'light' | 'dark'): Promise<void> {
  await agent.page.emulateMedia({ colorScheme });
  const frame = await agent.frame();
  await frame.waitForFunction(wanted => {
    const { colorMode = wanted } = document.documentElement.dataset;
    return colorMode === wanted;
  }, colorScheme);
}

/** Looks at a page on a wide screen and on a narrow one, then at what the dark colours change. */
export async function lookAt(agent: AgentPage, name: string): Promise<void> {
  await showIn(agent, 'light');
  for (const width of [1280, 300]) {
    await agent.page.setViewportSize({ width, height: 1000 });
    expect([width, await beyondTheEdge(agent)]).toEqual([width, 0]);
    expect(await faults(agent, 'all')).toEqual([]);
    await picture(agent, `${name}-${width}-light`);
  }
  await showIn(agent, 'dark');
  expect(await faults(agent, 'colours')).toEqual([]);
  for (const width of picturesFolder ? [300, 1280] : []) {
    await agent.page.setViewportSize({ width, height: 1000 });
    await picture(agent, `${name}-${width}-dark`);
  }
}
