import { chromium, type Browser, type Locator } from 'playwright-core';

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

/** Waits until what is typed goes into a field, also where the field lies in a shadow. */
export async function hasCursor(field: Locator): Promise<void> {
  await field.evaluate(
    control =>
      new Promise<void>(done => {
        const look = (): void => {
          if ((control.getRootNode() as Document | ShadowRoot).activeElement === control) done();
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}
