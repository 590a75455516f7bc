import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A handler the manifest names: file (without extension) and export below the handlers folder. */
export interface AppFunction {
  key: string;
  file: string;
  exportName: string;
  timeoutSeconds?: number;
}

/** Any module of the manifest; the fields depend on its type. */
export interface AppModule {
  type: string;
  key: string;
  [field: string]: unknown;
}

export type AttributeType = 'string' | 'boolean' | 'float' | 'integer' | 'any';

export interface EntityIndex {
  name: string;
  partition: string[];
  range: string;
}

export interface EntitySchema {
  name: string;
  attributes: Record<string, AttributeType>;
  indexes: EntityIndex[];
}

export interface AppResource {
  key: string;
  path: string;
  entry?: Record<string, string>;
}

/** The parts of a staged app's manifest that the host acts on. */
export interface AppManifest {
  /** The uuid at the end of the app's ARI. */
  appId: string;
  folder: string;
  handlersFolder: string;
  memoryMB: number;
  scopes: string[];
  /** Scopes with which the app may act as a person who is not there. */
  impersonationScopes: string[];
  permissions: AppPermissions;
  egress: string[];
  functions: AppFunction[];
  modules: AppModule[];
  resources: AppResource[];
  entities: EntitySchema[];
}

/** What the app may do and reach, as the manifest says it. */
export interface AppPermissions {
  scopes?: string[] | Record<string, { allowImpersonation?: boolean }>;
  external?: { fetch?: { backend?: (string | { address: string })[] } };
}

interface RawFunction {
  key: string;
  handler: string;
  timeoutSeconds?: number;
}

interface RawEntity {
  name: string;
  attributes: Record<string, { type: AttributeType }>;
  indexes?: (string | { name: string; partition?: string[]; range: string[] })[];
}

interface RawManifest {
  app: {
    id: string;
    runtime?: { memoryMB?: number };
    package?: { path?: string };
    storage?: { entities?: RawEntity[] };
  };
  modules: Record<string, object[]>;
  permissions?: AppPermissions;
  resources?: AppResource[];
}

const translateFunction = ({ key, handler, timeoutSeconds }: RawFunction): AppFunction => {
  const dot = handler.lastIndexOf('.');
  const place = { file: handler.slice(0, dot), exportName: handler.slice(dot + 1) };
  return { key, ...place, ...(timeoutSeconds ? { timeoutSeconds } : {}) };
};

/** A simple index is named after its only attribute, which is its range. */
const translateIndex = (raw: NonNullable<RawEntity['indexes']>[number]): EntityIndex =>
  typeof raw === 'string'
    ? { name: raw, partition: [], range: raw }
    : { name: raw.name, partition: raw.partition ?? [], range: raw.range[0]! };

const translateEntity = ({ name, attributes, indexes = [] }: RawEntity): EntitySchema => ({
  name,
  attributes: Object.fromEntries(Object.entries(attributes).map(([attribute, { type }]) => [attribute, type])),
  indexes: indexes.map(translateIndex),
});

/** Scopes are a list, or a map from scope to its settings. */
function translateScopes(raw: AppPermissions['scopes']): Pick<AppManifest, 'scopes' | 'impersonationScopes'> {
  if (!raw) return { scopes: [], impersonationScopes: [] };
  if (Array.isArray(raw)) return { scopes: raw, impersonationScopes: [] };
  const scopes = Object.keys(raw);
  return { scopes, impersonationScopes: scopes.filter(scope => raw[scope]?.allowImpersonation === true) };
}

const translateEgress = ({ external }: AppPermissions): string[] =>
  (external?.fetch?.backend ?? []).map(entry => (typeof entry === 'string' ? entry : entry.address));

const translateModules = (modules: RawManifest['modules']): AppModule[] =>
  Object.entries(modules)
    .filter(([type]) => type !== 'function')
    .flatMap(([type, list]) => (list as { key: string }[]).map(module => ({ ...module, type })));

const translateApp = (app: RawManifest['app']): Pick<AppManifest, 'appId' | 'memoryMB' | 'entities'> => ({
  appId: app.id.split('/').pop()!,
  memoryMB: app.runtime?.memoryMB ?? 512,
  entities: (app.storage?.entities ?? []).map(translateEntity),
});

/** Reads `manifest.yml` of a staged app. */
export function readManifest(folder: string): AppManifest {
  const raw = parse(readFileSync(join(folder, 'manifest.yml'), 'utf8')) as RawManifest;
  const { app, modules, permissions = {}, resources = [] } = raw;
  return {
    ...translateApp(app),
    ...translateScopes(permissions.scopes),
    folder,
    handlersFolder: join(folder, app.package?.path ?? 'src'),
    permissions,
    egress: translateEgress(permissions),
    functions: ((modules['function'] ?? []) as RawFunction[]).map(translateFunction),
    modules: translateModules(modules),
    resources,
  };
}

/** All modules of one type, in the manifest's order. */
export const modulesOf = (manifest: AppManifest, type: string): AppModule[] =>
  manifest.modules.filter(module => module.type === type);

/** A title or label as shown: the translation key where it is an i18n object. */
export const shownText = (text: unknown): string =>
  typeof text === 'string' ? text : String((text as { i18n?: string } | undefined)?.i18n ?? '');
