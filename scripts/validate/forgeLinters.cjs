/* Runs Forge's linters on the app in the working directory, without an account or a network, and prints findings as JSON. */
const { readdirSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { ConfigFile, FileSystemReader } = require('@forge/cli-shared');
const { getClientSideLintersOnly, lint, litelint } = require('@forge/lint');

const environment = 'production';
const silent = { info: () => undefined };
/** The linters ask a feature service which runtimes are on their way out. */
const features = { getDeprecatedRuntimes: async () => ['nodejs20.x', 'nodejs18.x', 'sandbox'] };

/** Several linters compile the same large schema, seconds each time; once is enough. */
function compileSchemasOnce() {
  const fromLint = createRequire(require.resolve('@forge/lint'));
  const { prototype } = createRequire(fromLint.resolve('@forge/manifest'))('ajv').default;
  const compile = prototype.compile;
  const compiled = new Map();
  prototype.compile = function compileOnce(schema, ...rest) {
    const key = JSON.stringify(schema);
    if (!compiled.has(key)) compiled.set(key, compile.call(this, schema, ...rest));
    return compiled.get(key);
  };
}

async function lintHere() {
  compileSchemasOnce();
  const basic = await litelint(silent, features);
  if (basic.some(({ errors }) => errors.length > 0)) return basic;
  const manifest = await new ConfigFile(new FileSystemReader()).readConfig();
  const linters = await getClientSideLintersOnly(manifest, environment, silent, features);
  return lint(scriptsIn('src'), manifest, environment, silent, features, {
    linter: { mode: 'client-side' },
    // The permission linter downloads API descriptions, so it only works with a network.
    linters: linters.filter(linter => linter.constructor.name !== 'PermissionLinter'),
  });
}

/** Relative paths, as the handler linter compares them with the manifest. */
function scriptsIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter(name => name.endsWith('.js'))
    .map(name => join(folder, name));
}

function findingsIn({ file, errors, warnings }) {
  const as = level => entry => ({ rule: entry.reference, level, file, line: entry.line, message: entry.message });
  return [...errors.map(as('error')), ...warnings.map(as('warning'))];
}

lintHere().then(
  results => {
    const lines = new Set(results.flatMap(findingsIn).map(finding => JSON.stringify(finding)));
    process.stdout.write(`[${[...lines].join(',')}]`);
  },
  error => {
    console.error(error);
    process.exitCode = 1;
  },
);
