import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readEntitySchemas, type EntityField, type EntitySchema } from './entitySchemas';
import type { Limits } from './limits';
import { templateFaults, type RequestTemplate } from './templateRules';

export interface Location {
  url: string;
  icon?: string;
}

interface Handler {
  handler: string;
}

interface ManifestModule {
  location?: Record<string, Location>;
  events?: Record<string, Handler>;
  requests?: Record<string, object>;
  functions?: Record<string, { timeout?: number }>;
  jobs?: Record<string, object>;
}

interface Manifest {
  'platform-version': string;
  modules: Record<string, ManifestModule>;
  dependencies?: Record<string, string>;
  engines?: Record<string, string>;
}

export interface InstallationParameter {
  type: string;
  required?: boolean;
  secure?: boolean;
}

/** The app folder as the FDK would read it. */
export interface StagedApp {
  folder: string;
  /** The product modules it subscribes to. */
  modules: string[];
  locations: Record<string, Location>;
  /** Handler name by event name. */
  handlers: Record<string, string>;
  /** Reply time in milliseconds by server method. */
  functions: Record<string, number>;
  jobs: string[];
  templates: Record<string, RequestTemplate>;
  parameters: Record<string, InstallationParameter>;
  entities: EntitySchema[];
  dependencies: Record<string, string>;
  /** Changes whenever a file of the folder changes. */
  fingerprint: string;
}

const readJson = <T>(path: string, fallback: T): T =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : fallback;

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();

const fingerprint = (folder: string): string => {
  const hash = createHash('sha256');
  for (const file of filesBelow(folder)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
};

const gather = <T>(modules: ManifestModule[], part: (module: ManifestModule) => Record<string, T> | undefined) =>
  Object.assign({}, ...modules.map(module => part(module) ?? {})) as Record<string, T>;

const mapValues = <A, B>(source: Record<string, A>, change: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(source).map(([name, value]) => [name, change(value)]));

const manifestFaults = (manifest: Manifest, folder: string): string[] => {
  const faults: string[] = [];
  const products = Object.keys(manifest.modules ?? {}).filter(name => name !== 'common');
  if (manifest['platform-version'] !== '3.0') faults.push('manifest.json: platform-version should be 3.0');
  if (!manifest.engines) faults.push("must have required property 'engines' in manifest.json");
  if (!products.length) faults.push('At least one module apart from common must be mentioned');
  for (const location of Object.values(gather(Object.values(manifest.modules), module => module.location)))
    if (!existsSync(join(folder, 'app', location.url))) faults.push(`app/${location.url} not found`);
  return faults;
};

/** Reads the staged folder. Throws with everything the platform would refuse about it. */
export function readStagedApp(folder: string, limits: Limits): StagedApp {
  const manifest = readJson<Manifest | undefined>(join(folder, 'manifest.json'), undefined);
  if (!manifest) throw new Error(`${folder} holds no manifest.json`);
  const modules = Object.values(manifest.modules);
  const templates = readJson<Record<string, RequestTemplate>>(join(folder, 'config/requests.json'), {});
  const declared = Object.keys(gather(modules, module => module.requests));
  const faults = [...manifestFaults(manifest, folder), ...templateFaults(templates, declared, folder, limits)];
  if (faults.length) throw new Error(`The platform would refuse this app:\n${faults.join('\n')}`);
  return {
    folder,
    modules: Object.keys(manifest.modules).filter(name => name !== 'common'),
    locations: gather(modules, module => module.location),
    handlers: mapValues(
      gather(modules, module => module.events),
      event => event.handler,
    ),
    functions: mapValues(
      gather(modules, module => module.functions),
      ({ timeout }) => (timeout ? timeout * 1000 : limits.replyMs),
    ),
    jobs: Object.keys(gather(modules, module => module.jobs)),
    templates,
    parameters: readJson(join(folder, 'config/iparams.json'), {}),
    entities: readEntitySchemas(
      readJson<Record<string, { fields?: EntityField[] }>>(join(folder, 'config/entities.json'), {}),
      limits,
    ),
    dependencies: manifest.dependencies ?? {},
    fingerprint: fingerprint(folder),
  };
}
