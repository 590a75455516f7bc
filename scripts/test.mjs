/* npm test: every test, and as the last line how many passed and failed. Arguments are passed on to jest. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { runNode } from './child.mjs';
import { installLocked, requireNode, root } from './install.mjs';

requireNode();
installLocked();

const folder = mkdtempSync(join(tmpdir(), 'baton-test-'));
const countsFile = join(folder, 'counts.json');
const browser = await findBrowser();
const env = { ...process.env, BATON_TEST_COUNTS: countsFile, ...(browser && { BATON_CHROMIUM: browser }) };
const code = await runNode([join(root, 'node_modules/jest/bin/jest.js'), ...process.argv.slice(2)], env);
const counts = readCounts();
rmSync(folder, { recursive: true, force: true });

const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = code === 0 && counts.failed === 0 && counts.passed > 0 ? 0 : 1;

/** What the reporter counted; a run that ended before it could report is one failure. */
function readCounts() {
  try {
    return JSON.parse(readFileSync(countsFile, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
