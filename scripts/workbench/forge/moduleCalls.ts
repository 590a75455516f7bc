import { SITE } from './installation';
import { InvocationFailed } from './invocationFailed';
import type { HandlerCall } from './invocations';
import type { AppManifest, AppModule } from './manifest';

/** A call from the front end of a module. */
export interface ModuleCall {
  moduleKey: string;
  functionKey: string;
  payload: unknown;
  /** The person who looks at the module. */
  accountId: string;
  /** What the module is shown on: `{ type, issue, project, … }`. */
  extension: object;
  /** Not counted when absent. */
  action?: string;
}

/** What stands beside a module's title while it is collapsed. */
export interface ModuleStatus {
  type: 'badge' | 'lozenge' | 'icon';
  value: { label: string; url?: string; type?: 'default' | 'inprogress' | 'moved' | 'new' | 'removed' | 'success' };
}

type Run = (call: HandlerCall) => Promise<unknown>;

const MOST_IN = 500 * 1024;
const MOST_OUT = 5 * 1024 * 1024;

const sizeOf = (value: unknown) => (value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value) ?? ''));

/** A module by its key. */
export function moduleOf(manifest: AppManifest, key: string): AppModule {
  const found = manifest.modules.find(module => module.key === key);
  if (!found) throw new InvocationFailed('FUNCTION_PLATFORM_UNKNOWN_ERROR', `The manifest has no module ${key}`);
  return found;
}

/** The context a front end and its resolver see, less what only one of them does. */
export const moduleContext = (manifest: AppManifest, moduleKey: string, extension: object) => ({
  cloudId: SITE.cloudId,
  localId: `ari:cloud:ecosystem::extension/${manifest.appId}/${SITE.environmentId}/static/${moduleKey}`,
  environmentId: SITE.environmentId,
  environmentType: SITE.environmentType,
  moduleKey,
  extension,
});

/** Calls a module's resolver with the platform's limits on what goes in and comes out. */
export async function invokeModule(manifest: AppManifest, run: Run, call: ModuleCall): Promise<unknown> {
  const module = moduleOf(manifest, call.moduleKey);
  const resolver = (module.resolver as { function?: string } | undefined)?.function;
  if (!resolver) throw new InvocationFailed('FUNCTION_PLATFORM_UNKNOWN_ERROR', `${module.key} has no resolver`);
  if (sizeOf(call.payload) > MOST_IN) throw new InvocationFailed('PAYLOAD_TOO_LARGE', 'A request is at most 500 KB');
  const result = await run({
    kind: 'interactive',
    functionKey: resolver,
    moduleKey: module.key,
    accountId: call.accountId,
    event: {
      call: { functionKey: call.functionKey, payload: call.payload },
      context: { ...moduleContext(manifest, module.key, call.extension), accountId: call.accountId },
    },
    ...(call.action === undefined ? {} : { action: call.action }),
  });
  if (sizeOf(result) > MOST_OUT) throw new InvocationFailed('PAYLOAD_TOO_LARGE', 'A response is at most 5 MB');
  return result;
}

/** Asks a module for its status: what its handler answers, else what the manifest says. */
export async function moduleStatus(
  manifest: AppManifest,
  run: Run,
  call: Omit<ModuleCall, 'functionKey' | 'payload'>,
): Promise<ModuleStatus | undefined> {
  const module = moduleOf(manifest, call.moduleKey);
  const declared = module.status as ModuleStatus | undefined;
  const dynamic = (module.dynamicProperties as { function: string } | undefined)?.function;
  if (!dynamic) return declared;
  const answered = await run({
    kind: 'interactive',
    functionKey: dynamic,
    moduleKey: module.key,
    accountId: call.accountId,
    event: { cloudId: SITE.cloudId, extension: call.extension },
    ...(call.action === undefined ? {} : { action: call.action }),
  });
  return (answered as { status?: ModuleStatus } | undefined)?.status ?? declared;
}
