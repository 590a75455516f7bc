/* npm test: every test, and as the last line how many passed and failed. Arguments are passed on to jest. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { runNode } from './child.mjs';
import { installLocked, requireNode, root } from './install.mjs';

/** Far more than all tests take together; a run that needs longer hangs. */
const longestMinutes = 25;

/** Every suite: those of test/together tell the suites of all folders but these, which are started one by one. */
const everything = ['--testPathIgnorePatterns', '/test/(?!together|browser|house|laws)[^/]+/'];

requireNode();
installLocked('test');

const folder = mkdtempSync(join(tmpdir(), 'baton-test-'));
const countsFile = join(folder, 'counts.json');
const browser = await findBrowser();
const env = { ...process.env, BATON_TEST_COUNTS: countsFile, ...(browser && { BATON_CHROMIUM: browser }) };
const jest = join(root, 'node_modules/jest/bin/jest.js');
const wanted = process.argv.slice(2);
const code = await runNode([jest, ...workers(), ...(wanted.length > 0 ? wanted : everything)], { env, longestMinutes });
const { passed, failed, skipped, isWhole } = readCounts();
rmSync(folder, { recursive: true, force: true });

if (!isWhole) console.log('The run ended before its end, which counts as one failure.');
if (skipped > 0) console.log(`${skipped} skipped`);
const failures = failed + (isWhole ? 0 : 1);
console.log(`${passed} passed, ${failures} failed`);
process.exitCode = code === 0 && failures === 0 && passed > 0 ? 0 : 1;

/** Suites wait for browsers and for the apps' own processes, so half as many again as there are cores keep them busy. */
function workers() {
  return [`--maxWorkers=${Math.ceil(availableParallelism() * 1.5)}`];
}

/** What the reporter has counted so far. */
function readCounts() {
  try {
    return JSON.parse(readFileSync(countsFile, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0, isWhole: false };
  }
}
