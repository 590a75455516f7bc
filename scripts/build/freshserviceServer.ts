import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { transform } from 'esbuild';
import { rollup, type Plugin } from 'rollup';

const entry = 'the functions the manifest names';
const source = 'freshservice-app/src/server.ts';
const loadLibrary = createRequire(__filename);

/**
 * Writes server/server.js: our own modules in one readable ES2020 file, libraries required, and the functions that
 * the manifest names handed to the platform as a plain FDK script does it.
 * @returns the modules it requires
 */
export async function bundleServer(root: string, folder: string, names: readonly string[]): Promise<string[]> {
  const bundle = await rollup({
    input: entry,
    plugins: [manifestEntry(join(root, source), names), workspaceTypeScript],
    // Every invocation of the platform builds the schemas anew, so that those nobody asks are left out.
    treeshake: { moduleSideEffects: false, manualPureFunctions: ['z'] },
  });
  const { output } = await bundle.generate({
    format: 'cjs',
    exports: 'named',
    esModule: false,
    strict: false,
    generatedCode: { preset: 'es2015', symbols: false },
    interop: id => (id && isEsModule(id) ? 'esModule' : 'default'),
  });
  await bundle.close();
  mkdirSync(join(folder, 'server'), { recursive: true });
  writeFileSync(join(folder, 'server/server.js'), withPlainExports(output[0].code));
  return output[0].imports;
}

/** Only what the manifest names is exported, and a name that the source lacks stops the build. */
function manifestEntry(server: string, names: readonly string[]): Plugin {
  return {
    name: 'manifest-entry',
    resolveId: id => (id === entry ? id : null),
    load: id => (id === entry ? `export { ${names.join(', ')} } from ${JSON.stringify(server)};` : null),
  };
}

const workspaceTypeScript: Plugin = {
  name: 'workspace-typescript',
  resolveId(id, importer) {
    if (id.startsWith('/')) return id;
    if (id.startsWith('.') && importer) return typeScriptFile(resolve(dirname(importer), id));
    if (id.startsWith('@baton/') && importer) return createRequire(importer).resolve(id);
    return { id, external: true };
  },
  async transform(code, id) {
    if (id === entry) return null;
    const compilerOptions = { verbatimModuleSyntax: true, useDefineForClassFields: false };
    const script = await transform(code, {
      loader: 'ts',
      target: 'es2020',
      sourcefile: id,
      tsconfigRaw: { compilerOptions },
    });
    return { code: script.code, map: null };
  },
};

function typeScriptFile(path: string): string {
  const found = [path, `${path}.ts`, `${path}/index.ts`].find(
    candidate => /\.ts$/.test(candidate) && existsSync(candidate),
  );
  if (!found) throw new Error(`There is no TypeScript module at ${path}.`);
  return found;
}

/** Whether a CommonJS library was compiled from an ES module, so that its default export is a property. */
function isEsModule(library: string): boolean {
  return Boolean((loadLibrary(library) as { __esModule?: boolean }).__esModule);
}

function withPlainExports(code: string): string {
  const exported = [...code.matchAll(/^exports\.(\w+) = (\S+);\n/gm)].map(
    ([, name, local]) => `  ${name}: ${local},\n`,
  );
  const body = code.replace(/^exports\.\w+ = \S+;\n/gm, '').trimEnd();
  return `${body}\n\nexports = {\n${exported.join('')}};\n`;
}
