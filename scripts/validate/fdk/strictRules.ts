import { parseDocument } from 'yaml';
import { at, entriesOf, textOf } from './json';
import { rule, type Rule } from './rule';
import type { StagedApp } from './stagedApp';

const manifest = 'manifest.json';
const blocks = ['location', 'events', 'functions', 'requests', 'jobs'];

/** S1 to S5: what the platform documents and takes in silence, and what would then not work on a tenant. */
export const strictRules: readonly Rule[] = [
  rule('S1', '.', app =>
    app.files
      .filter(file => file.endsWith('.json'))
      .flatMap(file => doubledKeys(app.text(file)).map(key => `${file} has a key twice: ${key}`)),
  ),
  rule('S2', manifest, ({ modules }) =>
    modules.flatMap(([name, content]) =>
      entriesOf(content)
        .filter(([block]) => !blocks.includes(block))
        .map(([block]) => `/modules/${name} must NOT have additional properties '${block}'`),
    ),
  ),
  rule('S3', manifest, app => [
    ...unknownOptions(app, 'functions', ['timeout']),
    ...unknownOptions(app, 'requests', []),
  ]),
  rule('S4', manifest, app =>
    [engine(app, 'node', /^24\.\d+\.\d+$/), engine(app, 'fdk', /^10\.\d+\.\d+$/)].flatMap(problem => problem ?? []),
  ),
  rule('S5', 'config/requests.json', app => {
    const text = app.has('config/requests.json') ? app.text('config/requests.json') : '';
    const asked = [...text.matchAll(/\biparam\.(\w+)/g)].map(([, name = '']) => name);
    const unknown = [...new Set(asked)].filter(name => at(app.iparams, name) === undefined);
    return unknown.map(name => `Invalid iparam substitution: ${name} is no installation parameter`);
  }),
];

/** JSON keeps the last of two, silently; YAML, of which it is a part, does not. */
function doubledKeys(text: string): string[] {
  const { errors } = parseDocument(text);
  return errors.filter(({ code }) => code === 'DUPLICATE_KEY').map(({ pos: [from] }) => text.slice(from, from + 30));
}

function unknownOptions({ modules }: StagedApp, block: string, known: readonly string[]): string[] {
  return modules.flatMap(([name, content]) =>
    entriesOf(at(content, block)).flatMap(([key, options]) =>
      entriesOf(options)
        .filter(([option]) => !known.includes(option))
        .map(([option]) => `/modules/${name}/${block}/${key} must NOT have additional properties '${option}'`),
    ),
  );
}

function engine({ manifest: content }: StagedApp, name: 'node' | 'fdk', fits: RegExp): string | undefined {
  const version = textOf(at(content, 'engines', name));
  return version === '' || fits.test(version)
    ? undefined
    : `engines.${name} must be an exact ${fits.source}, not ${version}`;
}
