import { at, entriesOf, isObject, textOf, type Json } from './json';
import { contentTypes } from './platform';
import { rule, unless, type Rule } from './rule';
import type { StagedApp } from './stagedApp';

const file = 'config/requests.json';
const schemaKeys = ['protocol', 'method', 'host', 'path', 'headers', 'query'];
const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];
const substitution = /<%=[^%]*%>/g;

/** R1 to R12: request templates, the only way out of the app. */
export const requestRules: readonly Rule[] = [
  eachTemplate('R1', (_, template) => unless(isObject(at(template, 'schema')), "must have required property 'schema'")),
  eachTemplate('R2', (_, template) => additional(template, ['schema', 'options'])),
  eachTemplate('R3', (_, template) => additional(at(template, 'schema'), schemaKeys)),
  eachTemplate('R4', (_, template) =>
    unless(
      methods.includes(textOf(at(template, 'schema', 'method'))),
      `schema/method must be one of ${methods.join(' ')}`,
    ),
  ),
  eachTemplate('R5', (_, template) =>
    unless(
      ['https', undefined].includes(at(template, 'schema', 'protocol') as string),
      'schema/protocol must be https',
    ),
  ),
  eachTemplate('R6', (_, template) => {
    const host = textOf(at(template, 'schema', 'host')).replace(substitution, 'host.example');
    return unless(/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z-]+$/i.test(host), 'schema/host must be FQDN');
  }),
  eachTemplate('R7', (_, template) =>
    unless(textOf(at(template, 'schema', 'path')).startsWith('/'), "schema/path must start with '/'"),
  ),
  eachTemplate('R8', (_, template) => [
    ...unless(isBetween(at(template, 'options', 'maxAttempts'), 1, 5, 1), 'options/maxAttempts must be 1 to 5'),
    ...unless(
      isBetween(at(template, 'options', 'retryDelay'), 0, 1500, 100),
      'options/retryDelay must be 0 to 1500 in hundreds',
    ),
  ]),
  rule('R9', file, ({ requests }) => [
    ...entriesOf(requests)
      .filter(([name]) => !/^[\w-]+$/.test(name))
      .map(([name]) => `Request template '${name}' has an invalid name`),
    ...unless(entriesOf(requests).length <= 100, 'There are more than 100 request templates'),
  ]),
  eachTemplate('R10', (app, template) => {
    const { headers: _headers, ...open } = (at(template, 'schema') ?? {}) as Record<string, Json>;
    const text = JSON.stringify(open);
    return secureNames(app)
      .filter(name => new RegExp(`iparam\\.${name}\\b`).test(text))
      .map(name => `Invalid iparam substitution: ${name} is secure and belongs into headers`);
  }),
  eachTemplate('R11', (_, template) =>
    entriesOf(at(template, 'schema', 'headers'))
      .filter(([name, value]) => /^content-type$/i.test(name) && !contentTypes.includes(mediaType(value)))
      .map(([, value]) => `Content-Type ${textOf(value)} is not supported`),
  ),
  rule('R12', 'server/server.js', app =>
    app
      .scripts('server')
      .flatMap(script => [...app.text(script).matchAll(/\$request\.(get|post|put|delete|patch)\(/g)])
      .map(([, method]) => `${method} is no longer supported in Request API`),
  ),
];

function eachTemplate(id: string, check: (app: StagedApp, template: Json) => string[]): Rule {
  return rule(id, file, app =>
    entriesOf(app.requests).flatMap(([name, template]) =>
      check(app, template).map(message => `Request template '${name}' ${message}`),
    ),
  );
}

function additional(value: Json, allowed: readonly string[]): string[] {
  return entriesOf(value)
    .filter(([key]) => !allowed.includes(key))
    .map(([key]) => `must NOT have additional properties '${key}'`);
}

function isBetween(value: Json, least: number, most: number, step: number): boolean {
  if (value === undefined) return true;
  return typeof value === 'number' && value >= least && value <= most && value % step === 0;
}

function mediaType(value: Json): string {
  return textOf(value).split(';')[0]?.trim().toLowerCase() ?? '';
}

function secureNames({ iparams }: StagedApp): string[] {
  return entriesOf(iparams)
    .filter(([, field]) => at(field, 'secure') === true)
    .map(([name]) => name);
}
