import { refuse } from './failure';
import type { InstallationParameter } from './stagedApp';

/** Where in a request an expression stands; it decides what may be substituted. */
export type Place = 'host' | 'path' | 'query' | 'headers' | 'body';

/** What the expressions of one call can see. */
export interface Scope {
  parameters: Record<string, InstallationParameter>;
  iparam: Record<string, unknown>;
  context: Record<string, unknown>;
  currentHost: Record<string, unknown>;
  /** Calls from a browser may not choose host and headers by context. */
  from: 'server' | 'browser';
}

const lookup = (source: unknown, path: string[]): unknown =>
  path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined),
    source,
  );

const iparam = (path: string[], place: Place, scope: Scope): unknown => {
  const isSecure = scope.parameters[path[0] ?? '']?.secure === true;
  if (place === 'body' || (isSecure && place !== 'headers')) return refuse(400, 'Invalid iparam substitution');
  return lookup(scope.iparam, path);
};

const context = (path: string[], place: Place, scope: Scope): unknown => {
  const needsServer = place === 'host' || place === 'headers';
  if (needsServer && scope.from === 'browser') return refuse(400, 'Invalid context substitution');
  return lookup(scope.context, path);
};

const sources: Record<string, (path: string[], place: Place, scope: Scope) => unknown> = {
  iparam,
  context,
  currentHost: (path, _place, scope) => lookup(scope.currentHost, path),
};

const value = (reference: string, place: Place, scope: Scope): string => {
  const [source = '', ...path] = reference.split('.');
  const found = sources[source]?.(path, place, scope);
  if (found === undefined || found === null) return refuse(400, `Value for '${reference}' is missing`);
  return typeof found === 'object' ? JSON.stringify(found) : String(found);
};

const term = (text: string, place: Place, scope: Scope): string => {
  const quoted = /^'([^']*)'$|^"([^"]*)"$/.exec(text);
  if (quoted) return quoted[1] ?? quoted[2] ?? '';
  const encoded = /^encode\(([\s\S]*)\)$/.exec(text);
  if (encoded) return Buffer.from(sum(encoded[1] ?? '', place, scope)).toString('base64');
  if (!/^[A-Za-z_][\w.]*$/.test(text)) return refuse(400, `Invalid expression '${text}' in the request template`);
  return value(text, place, scope);
};

function sum(text: string, place: Place, scope: Scope): string {
  const terms = text.match(/'[^']*'|"[^"]*"|encode\([^)]*\)|[^+\s]+/g) ?? [];
  return terms.map(part => term(part.trim(), place, scope)).join('');
}

/** Fills the `<%= … %>` expressions of one part of a template. Values for paths and queries are URL-encoded by the app. */
export function substitute(text: string, place: Place, scope: Scope): string {
  return text.replace(/<%=([\s\S]*?)%>/g, (_whole, expression: string) => sum(expression.trim(), place, scope));
}
