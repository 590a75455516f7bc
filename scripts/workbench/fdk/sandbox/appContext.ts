import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';

/** What a context may ask of its host; only texts and numbers cross. */
export interface ContextHost {
  now(): number;
  operate(operation: string, argumentsText: string, done: (failed: boolean, text: string | undefined) => void): void;
  log(level: string, line: string): void;
  /** `renderData(failure, data)`. */
  reply(failure: string | undefined, data: string | undefined): void;
}

/** The context's own side of the bridge. */
export interface ContextBridge {
  start(handlers: unknown, name: string, argumentsText: string, settled: (error?: string) => void): void;
  Promise: PromiseConstructor;
}

type Wrapper = (...parts: unknown[]) => unknown;

const globalsPath = join(__dirname, 'contextGlobals.js');
const emptyModule = new vm.Script('({ exports: {} })');
let globalsScript: vm.Script | undefined;

/** A context with the language, Intl and the platform's documented globals, and nothing of the host. */
export function appContext(host: ContextHost): { context: vm.Context; bridge: ContextBridge } {
  globalsScript ??= new vm.Script(readFileSync(globalsPath, 'utf8'), { filename: globalsPath });
  const context = vm.createContext(Object.create(null) as vm.Context, {
    codeGeneration: { strings: false, wasm: false },
  });
  const install = globalsScript.runInContext(context) as (host: ContextHost) => ContextBridge;
  return { context, bridge: install(host) };
}

/** Compiles a CommonJS file once. `exports = …` works as well as `module.exports = …`. */
export function commonJsScript(code: string, filename: string): vm.Script {
  return new vm.Script(
    `(function (require, module, exports, __filename, __dirname) {${code}\nreturn [module, exports];})`,
    { filename },
  );
}

/** Runs a compiled CommonJS file in a context and returns what it exports. */
export function runCommonJs(
  script: vm.Script,
  context: vm.Context,
  filename: string,
  require: (name: string) => unknown,
): unknown {
  const wrapper = script.runInContext(context) as Wrapper;
  const module = emptyModule.runInContext(context) as { exports: unknown };
  const given = module.exports;
  const [, exports] = wrapper(require, module, given, filename, join(filename, '..')) as [unknown, unknown];
  return exports === given ? module.exports : exports;
}
