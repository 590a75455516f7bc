import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** A rule that a page breaks, and how badly. */
export interface Violation {
  readonly impact: string;
  /** The rule and the elements that break it. */
  readonly words: string;
}

/** The rules that look at colours. */
const aboutColours = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong with a page: by every rule, or only by those about colours, which are all that another colour
 * scheme can break.
 */
export async function violations(page: Frame | Page, rules: 'all' | 'colours' = 'all'): Promise<readonly Violation[]> {
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  if (!isThere) await page.evaluate(axe.source);
  return page.evaluate(
    async only => {
      const { run } = (globalThis as never as { axe: typeof axe }).axe;
      const options = only.length > 0 ? { runOnly: { type: 'rule' as const, values: only } } : {};
      const { violations: found } = await run(document.body, { resultTypes: ['violations'], ...options });
      return found.map(({ id, impact, nodes }) => ({
        impact: impact ?? '',
        words: `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      }));
    },
    rules === 'all' ? [] : aboutColours,
  );
}

/** Waits until a page is painted as it was last asked to be, and nothing moves or fades on it any more. */
export async function isStill(page: Frame | Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
    // What moves inside a desk's own element is not the document's.
    const shadows = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    await Promise.all([document, ...shadows].flatMap(tree => tree.getAnimations().map(({ finished }) => finished)));
  });
}
