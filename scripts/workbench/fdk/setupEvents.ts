import { failureShape } from './failure';
import type { Installation } from './installation';
import type { RunningCall } from './invocation';
import type { Limits } from './limits';
import type { StagedApp } from './stagedApp';

interface Surroundings {
  app: StagedApp;
  installed: Installation;
  limits: Limits;
  run(event: string, more: Record<string, unknown>): RunningCall;
  /** Deletes everything stored, when an installation is refused. */
  forget(): void;
}

const askApp = async ({ app, limits, run }: Surroundings, event: string): Promise<string | undefined> => {
  if (!app.handlers[event]) return undefined;
  const call = run(event, {});
  const refused = await call.reply.then(
    () => undefined,
    (error: unknown) => failureShape(error).message,
  );
  await call.over;
  return refused?.slice(0, limits.setupMessageLength);
};

const install = async (on: Surroundings, parameters: Record<string, unknown>) => {
  on.installed.keep(parameters, on.app.fingerprint);
  const refused = await askApp(on, 'onAppInstall');
  if (refused === undefined) return;
  on.forget();
  throw new Error(`The app refused its installation: ${refused}`);
};

const update = async (on: Surroundings, parameters: Record<string, unknown>) => {
  const refused = await askApp(on, 'afterAppUpdate');
  if (refused !== undefined) throw new Error(`The app refused its update: ${refused}`);
  on.installed.keep(parameters, on.app.fingerprint);
};

/**
 * Installs the app the first time and updates it when the folder has changed since. Changed parameters alone
 * tell the app nothing, as documented.
 */
export async function setUpApp(on: Surroundings, parameters: Record<string, unknown>): Promise<void> {
  const before = on.installed.installed();
  if (before === undefined) return install(on, parameters);
  on.installed.keepValues(parameters);
  if (before !== on.app.fingerprint) await update(on, parameters);
}
