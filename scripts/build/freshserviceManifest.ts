import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Handlers = Readonly<Record<string, { readonly handler: string }>>;
type Pages = Readonly<Record<string, { readonly url: string; readonly icon?: string }>>;

/** A module of the FDK manifest: `common`, or one of the product's. */
export interface FdkModule {
  readonly events?: Handlers;
  readonly functions?: Readonly<Record<string, { readonly timeout?: number }>>;
  readonly location?: Pages;
  readonly requests?: Readonly<Record<string, object>>;
}

/** The parts of freshservice-app/manifest.json that a build reads. */
export interface FdkManifest {
  readonly modules: Readonly<Record<string, FdkModule>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The manifest of an FDK app folder. */
export function readFdkManifest(folder: string): FdkManifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as FdkManifest;
}

/** Every name the platform calls in server.js: the handlers of events and the server methods, each once. */
export function serverNames({ modules }: FdkManifest): string[] {
  const names = Object.values(modules).flatMap(({ events = {}, functions = {} }) => [
    ...Object.values(events).map(({ handler }) => handler),
    ...Object.keys(functions),
  ]);
  return [...new Set(names)];
}
