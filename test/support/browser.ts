import { chromium, type Browser } from 'playwright-core';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chromium that calls nobody by itself: the one `npm test` found. Close it after the tests. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['BATON_CHROMIUM'];
  if (!executablePath)
    throw new Error('No browser: run the tests with npm test, or name a Chromium in BATON_CHROMIUM.');
  return chromium.launch({ executablePath, args: quiet });
}
