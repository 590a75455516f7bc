import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { browserParsers } from './browserParsers';
import type { Places } from './places';
import type { Stage } from './stage';

interface ForgeManifest {
  readonly resources?: readonly { readonly key: string; readonly path: string }[];
}

const featureFlags = join(__dirname, 'noFeatureFlags.ts');

/** dist/forge: what `forge lint` and `forge deploy` take as an app. */
export const forgeStage: Stage = {
  name: 'forge',
  inputs: ['manifest.yml', 'forge-app', 'shared'],
  async fill(places, folder) {
    const manifestFile = join(places.root, 'manifest.yml');
    copyFileSync(manifestFile, join(folder, 'manifest.yml'));
    const commonJs = { name: 'baton-forge', private: true, license: 'Apache-2.0', type: 'commonjs' };
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify(commonJs, null, 2)}\n`);
    const { resources = [] } = parse(readFileSync(manifestFile, 'utf8')) as ForgeManifest;
    await Promise.all([
      bundleFunctions(places, folder),
      ...resources.map(({ key, path }) => bundleScreen(places, key, join(folder, path))),
    ]);
  },
};

async function bundleFunctions(places: Places, folder: string): Promise<void> {
  await build({
    absWorkingDir: places.root,
    entryPoints: ['forge-app/src/index.ts'],
    outfile: join(folder, 'src/index.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    legalComments: 'eof',
    logLevel: 'warning',
  });
}

/** One resource of the manifest: forge-app/ui/<key>.tsx becomes a page with relative paths only. */
async function bundleScreen(places: Places, key: string, folder: string): Promise<void> {
  const { metafile } = await build({
    absWorkingDir: places.root,
    entryPoints: [`forge-app/ui/${key}.tsx`],
    outdir: folder,
    chunkNames: 'parts/[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    jsx: 'automatic',
    alias: {
      ...browserParsers,
      '@atlaskit/platform-feature-flags': featureFlags,
      '@atlaskit/platform-feature-flags/fg': featureFlags,
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'linked',
    metafile: true,
    logLevel: 'warning',
  });
  const styles = Object.keys(metafile.outputs)
    .map(file => basename(file))
    .filter(name => name.endsWith('.css'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), pageFor(`${key}.js`, styles));
}

function pageFor(script: string, styles: readonly string[]): string {
  const links = styles.map(style => `    <link rel="stylesheet" href="./${style}" />\n`).join('');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Baton</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
${links}    <script type="module" src="./${script}"></script>
  </head>
  <body>
    <main id="baton"></main>
  </body>
</html>
`;
}
