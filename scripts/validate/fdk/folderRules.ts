import { at, entriesOf, isObject } from './json';
import { configFiles } from './platform';
import { rule, unless, type Rule } from './rule';
import type { StagedApp } from './stagedApp';

const megabyte = 1024 * 1024;

/** D1 to D7: the folders and files of an app. */
export const folderRules: readonly Rule[] = [
  rule('D1', '.', app =>
    mandatoryPaths(app)
      .filter(path => !app.has(path))
      .map(path => `Mandatory folder(s) missing: ${path}`),
  ),
  rule('D2', 'config', app =>
    unless(
      app.has('config/iparams.json') !== app.has('config/iparams.html'),
      'Specify either iparams.html or iparams.json',
    ),
  ),
  rule('D3', 'config', app =>
    app.files
      .filter(file => file.startsWith('config/') && !file.startsWith('config/assets/'))
      .map(file => file.slice('config/'.length))
      .filter(file => !configFiles.includes(file))
      .map(file => `Config directory has invalid file(s) - ${file}`),
  ),
  rule('D4', 'README.md', app => unless(app.has('README.md'), 'A review asks for a README.md'), 'warning'),
  rule('D5', 'app', app => [
    ...app.files
      .filter(file => file.startsWith('app/') && app.sizeOf(file) > 2 * megabyte)
      .map(file => `App file exceeds threshold size(2MB): ${file}`),
    ...unless(
      app.files.reduce((sum, file) => sum + app.sizeOf(file), 0) <= 5 * megabyte,
      'Package size exceeds the 5MB limit.',
    ),
  ]),
  rule('D6', 'config/app_settings.json', app => [
    ...unless(
      app.has('config/app_settings.json') === app.serverExports.includes('onSettingsUpdate'),
      'app_settings.json and an exported onSettingsUpdate go together',
    ),
    ...entriesOf(app.json('config/app_settings.json'))
      .filter(([, value]) => !isObject(value))
      .map(([key]) => `${key} must be an object`),
  ]),
  rule('D7', '.', app =>
    app.files
      .filter(file => file.endsWith('.json') && !isObject(app.json(file)))
      .map(file => `${file} must hold one JSON object`),
  ),
];

function mandatoryPaths({ modules }: StagedApp): string[] {
  const declares = (block: string): boolean => modules.some(([, content]) => entriesOf(at(content, block)).length > 0);
  const hasServer = ['events', 'functions', 'jobs'].some(declares);
  return ['config', ...(declares('location') ? ['app'] : []), ...(hasServer ? ['server/server.js'] : [])];
}
