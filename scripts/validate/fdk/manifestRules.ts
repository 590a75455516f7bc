import { at, entriesOf, isObject, textOf } from './json';
import { manifestKeys, methodTimeouts, platformModules } from './platform';
import { rule, unless, type Rule } from './rule';
import type { StagedApp } from './stagedApp';

const file = 'manifest.json';
const methodName = /^[A-Za-z_][A-Za-z0-9_]{1,39}$/;

/** M1 to M9: the manifest's shape and the names in it. */
const shape: Rule[] = [
  rule('M1', file, app => unless(isObject(app.manifest), 'There is no manifest.json with one JSON object in it.')),
  rule('M2', file, ({ manifest }) => [
    ...unless(at(manifest, 'platform-version') === '3.0', 'platform-version must be "3.0".'),
    ...unless(
      at(manifest, 'product') === undefined,
      'Platform version >= 3.0 does not support "product" in manifest.json',
    ),
  ]),
  rule('M3', file, ({ manifest }) =>
    unless(
      ['node', 'fdk'].every(engine => textOf(at(manifest, 'engines', engine)) !== ''),
      "must have required property 'engines' in manifest.json",
    ),
  ),
  rule('M4', file, ({ manifest }) =>
    entriesOf(manifest)
      .filter(([key]) => ![...manifestKeys, 'product', 'whitelisted-domains'].includes(key))
      .map(([key]) => `must NOT have additional properties '${key}'`),
  ),
  rule('M5', file, ({ manifest }) =>
    unless(at(manifest, 'whitelisted-domains') === undefined, '"whitelisted-domains" has been deprecated'),
  ),
  rule('M6', file, ({ modules }) =>
    unless(
      modules.some(([name]) => name !== 'common'),
      'At least one module apart from common must be mentioned',
    ),
  ),
  rule('M7', file, ({ modules }) =>
    modules.flatMap(([name, content]) =>
      keysOutside(at(content, 'location'), platformModules[name]?.locations).map(
        location => `Invalid location(s) mentioned in modules in manifest.json: ${name} - ${location}`,
      ),
    ),
  ),
  rule('M8', file, ({ modules }) =>
    modules.flatMap(([name, content]) =>
      keysOutside(at(content, 'events'), platformModules[name]?.events).map(
        event => `Invalid event: '${event}' for module: ${name}`,
      ),
    ),
  ),
  rule('M9', file, ({ modules }) =>
    modules.flatMap(([name, content]) =>
      ['location', 'functions']
        .filter(block => isObject(at(content, block)) && entriesOf(at(content, block)).length === 0)
        .map(block => `/modules/${name}/${block} must NOT have fewer than 1 properties`),
    ),
  ),
];

/** M12 to M18: what the manifest names exists, and the other way round. */
const references: Rule[] = [
  rule('M12', file, app =>
    app.modules.flatMap(([, content]) =>
      entriesOf(at(content, 'events'))
        .filter(([, event]) => !app.serverExports.includes(textOf(at(event, 'handler'))))
        .map(
          ([name, event]) => `The handler of ${name}, ${textOf(at(event, 'handler'))}, is not exported by server.js`,
        ),
    ),
  ),
  rule('M13', file, app =>
    methodsOf(app)
      .filter(([name]) => !methodName.test(name))
      .map(([name]) => `Function "${name}" has invalid name`),
  ),
  rule('M14', file, app =>
    methodsOf(app)
      .filter(([name]) => !app.serverExports.includes(name))
      .map(([name]) => `Function ${name} is not defined in server.js`),
  ),
  rule('M15', file, app =>
    methodsOf(app)
      .map(([, method]) => at(method, 'timeout'))
      .filter(timeout => timeout !== undefined && !methodTimeouts.includes(Number(timeout)))
      .map(timeout => `Timeout should be one of the allowed values, not ${String(timeout)}.`),
  ),
  rule('M16', 'app', app =>
    app
      .scripts('app')
      .flatMap(script => [...app.text(script).matchAll(/\brequest\.invoke\(\s*["'`](\w+)/g)])
      .filter(([, name]) => !methodsOf(app).some(([method]) => method === name))
      .map(([, name]) => `Requested function not found or registered: ${name}`),
  ),
  rule('M17', file, app =>
    declaredRequests(app)
      .filter(name => at(app.requests, name) === undefined)
      .map(name => `Request template '${name}' is not defined in config/requests.json`),
  ),
  rule(
    'M18',
    'config/requests.json',
    app =>
      entriesOf(app.requests)
        .filter(([name]) => !declaredRequests(app).includes(name))
        .map(([name]) => `request template '${name}' is declared but not associated with any product/module`),
    'warning',
  ),
];

/** What the platform says about manifest.json alone; pages and libraries have their own lists. */
export const manifestRules: readonly Rule[] = [...shape, ...references];

function keysOutside(value: unknown, allowed: readonly string[] = []): string[] {
  return entriesOf(value)
    .map(([key]) => key)
    .filter(key => !allowed.includes(key));
}

function methodsOf({ modules }: StagedApp): [string, unknown][] {
  return modules.flatMap(([, content]) => [...entriesOf(at(content, 'functions')), ...entriesOf(at(content, 'jobs'))]);
}

function declaredRequests({ modules }: StagedApp): string[] {
  return modules.flatMap(([, content]) => entriesOf(at(content, 'requests')).map(([name]) => name));
}
