import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { AgentPage } from './agentPage';

/** Name a folder here to have pictures of the pages put into it. */
const picturesFolder = process.env['BATON_PICTURES'];

const serious = ['serious', 'critical'];

/** What axe finds in the app's own frame that keeps somebody from using it. */
async function faults(agent: AgentPage): Promise<readonly string[]> {
  const frame = await agent.frame();
  await frame.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate(() =>
    (globalThis as never as { axe: typeof axe }).axe.run(document.body),
  );
  return violations
    .filter(({ impact }) => serious.includes(impact ?? ''))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** How many pixels of the panel lie beyond its right edge. */
const beyondTheEdge = async (agent: AgentPage): Promise<number> =>
  (await agent.frame()).evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Looks at a page in both colour schemes, on a wide screen and on a narrow one. */
export async function lookAt(agent: AgentPage, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await agent.page.emulateMedia({ colorScheme });
    for (const width of [1280, 300]) {
      await agent.page.setViewportSize({ width, height: 1000 });
      expect([width, await beyondTheEdge(agent)]).toEqual([width, 0]);
      expect(await faults(agent)).toEqual([]);
      if (picturesFolder) {
        mkdirSync(picturesFolder, { recursive: true });
        await agent.page.screenshot({
          path: join(picturesFolder, `${name}-${width}-${colorScheme}.png`),
          fullPage: true,
        });
      }
    }
  }
}
