import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Limits } from './limits';

/** One entry of config/requests.json. */
export interface RequestTemplate {
  schema: {
    protocol?: string;
    method: string;
    host: string;
    path?: string;
    headers?: Record<string, string>;
    query?: Record<string, string>;
  };
  options?: { maxAttempts?: number; retryDelay?: number; oauth?: string };
}

interface Rule {
  message: string;
  holds(template: RequestTemplate): boolean;
}

const only = (names: string[], part: object | undefined) => Object.keys(part ?? {}).every(name => names.includes(name));
const withoutExpressions = (text: string) => text.replace(/<%=[\s\S]*?%>/g, 'x');
const fullyQualified = /^(?!\d+(\.\d+){3}$)[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/;
const contentTypes = /^(application\/(json|xml|jsonp|vnd\.api\+json)|text\/(html|xml|plain|javascript))(;.*)?$/;
const isWithin = (value: number | undefined, least: number, most: number, step: number) =>
  value === undefined || (Number.isInteger(value / step) && value >= least && value <= most);
const contentType = (template: RequestTemplate) =>
  Object.entries(template.schema.headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type')?.[1];

const rules: Rule[] = [
  {
    message: "must NOT have additional properties (only 'schema' and 'options')",
    holds: template => only(['schema', 'options'], template),
  },
  {
    message: "schema must NOT have additional properties such as 'body'",
    holds: ({ schema }) => only(['protocol', 'method', 'host', 'path', 'headers', 'query'], schema),
  },
  {
    message: 'schema/method must be GET, POST, PUT, DELETE or PATCH',
    holds: ({ schema }) => /^(GET|POST|PUT|DELETE|PATCH)$/.test(schema.method),
  },
  { message: 'schema/protocol must be https', holds: ({ schema }) => (schema.protocol ?? 'https') === 'https' },
  {
    message: 'schema/host must be FQDN',
    holds: ({ schema }) => fullyQualified.test(withoutExpressions(schema.host ?? '')),
  },
  { message: "schema/path must start with '/'", holds: ({ schema }) => (schema.path ?? '/').startsWith('/') },
  { message: 'options.maxAttempts must be 1 to 5', holds: ({ options }) => isWithin(options?.maxAttempts, 1, 5, 1) },
  {
    message: 'options.retryDelay must be 0 to 1500 in steps of 100',
    holds: ({ options }) => isWithin(options?.retryDelay, 0, 1500, 100),
  },
  {
    message: 'the Content-Type is not supported',
    holds: template => contentTypes.test(contentType(template) ?? 'text/plain'),
  },
];

const faultsOfOne = (name: string, template: RequestTemplate): string[] => {
  if (!/^[A-Za-z0-9_-]+$/.test(name)) return [`Request template '${name}' has an invalid name`];
  if (!template.schema) return [`Request template '${name}' must have required property 'schema'`];
  return rules.filter(rule => !rule.holds(template)).map(rule => `Request template '${name}' ${rule.message}`);
};

const oldRequestCalls = (folder: string): string[] => {
  const path = join(folder, 'server/server.js');
  const found = existsSync(path)
    ? /\$request\.(get|post|put|delete|patch)\s*\(/.exec(readFileSync(path, 'utf8'))
    : null;
  return found ? [`server/server.js: ${found[1]} is no longer supported in Request API`] : [];
};

/** Everything the platform refuses about config/requests.json, the manifest's declarations and their use. */
export function templateFaults(
  templates: Record<string, RequestTemplate>,
  declared: string[],
  folder: string,
  limits: Limits,
): string[] {
  const names = Object.keys(templates);
  return [
    ...names.flatMap(name => faultsOfOne(name, templates[name] as RequestTemplate)),
    ...declared
      .filter(name => !names.includes(name))
      .map(name => `Request template '${name}' is not defined in config/requests.json`),
    ...names
      .filter(name => !declared.includes(name))
      .map(name => `request template '${name}' is declared but not associated with any product/module`),
    ...(names.length > limits.requestTemplates ? [`more than ${limits.requestTemplates} request templates`] : []),
    ...oldRequestCalls(folder),
  ];
}
