import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { browserParsers } from './browserParsers';

/** The screens are written for React and run on Preact here. */
const preactForReact = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react/jsx-dev-runtime': 'preact/jsx-runtime',
};

/** Writes app/scripts/<page>.js (and what it loads) for each page, and links the styles extracted from it. */
export async function bundleScreens(root: string, folder: string, pages: readonly string[]): Promise<void> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: pages.map(page => entryOf(root, page)),
    outdir: join(folder, 'app/scripts'),
    chunkNames: 'parts/[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'browser',
    target: 'es2020',
    format: 'esm',
    jsx: 'automatic',
    alias: { ...preactForReact, ...browserParsers },
    // Line breaks in a text stay escapes: real ones would make the file look like source to the FDK's lint.
    supported: { 'template-literal': false },
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'linked',
    metafile: true,
    logLevel: 'warning',
  });
  refuseReact(metafile);
  for (const page of pages) linkStyles(metafile, entryOf(root, page), join(folder, 'app', page));
}

/** The source of a page; one that shows nothing has no JSX. */
function entryOf(root: string, page: string): string {
  const source = `freshservice-app/ui/${basename(page, '.html')}`;
  return existsSync(join(root, `${source}.tsx`)) ? `${source}.tsx` : `${source}.ts`;
}

function refuseReact({ inputs }: Metafile): void {
  const left = Object.keys(inputs).filter(file => /node_modules\/(react|react-dom|scheduler)\//.test(file));
  if (left.length > 0) throw new Error(`The Freshservice screens still contain React: ${left.join(', ')}`);
}

function linkStyles({ outputs }: Metafile, entry: string, page: string): void {
  const bundle = Object.values(outputs).find(({ entryPoint }) => entryPoint === entry)?.cssBundle;
  if (!bundle) return;
  const link = `  <link rel="stylesheet" href="scripts/${basename(bundle)}" />\n  </head>`;
  writeFileSync(page, readFileSync(page, 'utf8').replace('</head>', link));
}
