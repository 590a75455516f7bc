import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { filesUnder } from '../../build/fingerprint';
import { at, entriesOf, type Json } from './json';

/** A module of the manifest with its name. */
export type NamedModule = readonly [name: string, content: Json];

/** An FDK app folder, read once. */
export class StagedApp {
  /** Every file, relative to the folder. */
  readonly files: readonly string[];
  readonly manifest: Json;
  readonly requests: Json;
  readonly iparams: Json;
  /** The names server.js hands to the platform. */
  readonly serverExports: readonly string[];

  constructor(readonly folder: string) {
    this.files = filesUnder(folder, '.').map(file => file.slice(2));
    this.manifest = this.json('manifest.json');
    this.requests = this.json('config/requests.json');
    this.iparams = this.json('config/iparams.json');
    this.serverExports = this.has('server/server.js') ? exportedNames(this.text('server/server.js')) : [];
  }

  has(file: string): boolean {
    return existsSync(join(this.folder, file));
  }

  text(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  bytes(file: string): Buffer {
    return readFileSync(join(this.folder, file));
  }

  sizeOf(file: string): number {
    return statSync(join(this.folder, file)).size;
  }

  /** The parsed file; undefined if it is missing or no JSON. */
  json(file: string): Json {
    try {
      return JSON.parse(this.text(file));
    } catch {
      return undefined;
    }
  }

  get modules(): NamedModule[] {
    return entriesOf(at(this.manifest, 'modules'));
  }

  /** The scripts below a folder, relative to the app. */
  scripts(folder: 'app' | 'server'): string[] {
    return this.files.filter(file => file.startsWith(`${folder}/`) && file.endsWith('.js'));
  }
}

function exportedNames(code: string): string[] {
  const { statements } = ts.createSourceFile('server.js', code, ts.ScriptTarget.ES2020);
  return statements.flatMap(statement => {
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return [];
    const { left, right } = statement.expression;
    if (!ts.isIdentifier(left) || left.text !== 'exports' || !ts.isObjectLiteralExpression(right)) return [];
    return right.properties.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []));
  });
}
