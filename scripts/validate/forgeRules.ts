import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { at, entriesOf, textOf, type Json } from './fdk/json';
import type { Finding } from './finding';

const file = 'manifest.yml';

/** The documented product and lifecycle events that concern work items and the app itself. */
const events = [
  ...['created', 'updated', 'deleted', 'assigned', 'viewed', 'mentioned', 'commented'].map(
    is => `avi:jira:${is}:issue`,
  ),
  ...[
    'avi:jira:deleted:comment',
    'avi:jira:mentioned:comment',
    'avi:jira:created:worklog',
    'avi:jira:failed:expression',
  ],
  ...['avi:jira:created:issuelink', 'avi:jira:deleted:issuelink', 'avi:forge:installed:app', 'avi:forge:upgraded:app'],
];

/** Keys that every module of these kinds may have; the linters take others in silence. */
const moduleKeys: Readonly<Record<string, readonly string[]>> = {
  trigger: ['key', 'function', 'endpoint', 'events', 'filter'],
  scheduledTrigger: ['key', 'function', 'endpoint', 'interval'],
  consumer: ['key', 'queue', 'function', 'endpoint', 'resolver'],
  function: ['key', 'handler', 'timeoutSeconds', 'providers'],
};

type Check = (manifest: Json) => string[];

const listed = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as Json[]) : []);
const modulesOf = (manifest: Json, kind: string): readonly Json[] => listed(at(manifest, 'modules', kind));
const nameOf = (part: Json): string => textOf(at(part, 'key'));

const checks: readonly Check[] = [
  manifest =>
    modulesOf(manifest, 'trigger').flatMap(trigger =>
      listed(at(trigger, 'events'))
        .filter(event => !events.includes(textOf(event)))
        .map(event => `${nameOf(trigger)} waits for an event that does not exist: ${textOf(event)}`),
    ),
  manifest =>
    Object.entries(moduleKeys).flatMap(([kind, known]) =>
      modulesOf(manifest, kind).flatMap(part =>
        entriesOf(part)
          .filter(([key]) => !known.includes(key))
          .map(([key]) => `${kind} ${nameOf(part)} has an unknown key: ${key}`),
      ),
    ),
  manifest => {
    const keepsRows = listed(at(manifest, 'app', 'storage', 'entities')).length > 0;
    const mayStore = listed(at(manifest, 'permissions', 'scopes')).includes('storage:app');
    return keepsRows && !mayStore ? ['The app keeps entities, but the scope storage:app is missing'] : [];
  },
];

/** What Forge documents about a manifest and its linters take in silence; nothing for a manifest that cannot be read. */
export function forgeFindings(folder: string): Finding[] {
  const path = join(folder, file);
  const document = parseDocument(existsSync(path) ? readFileSync(path, 'utf8') : '');
  const doubled = document.errors.map(({ message }) => message.split('\n')[0] ?? message);
  const manifest: Json = document.errors.length > 0 ? undefined : document.toJS();
  const messages = [...doubled, ...checks.flatMap(check => check(manifest))];
  return messages.map(message => ({ rule: 'forge-documented', level: 'error', file, message }));
}
