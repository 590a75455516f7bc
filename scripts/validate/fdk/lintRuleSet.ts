import type { Linter } from 'eslint';

const errors = [
  'no-eval no-alert no-debugger no-unreachable no-duplicate-imports constructor-super for-direction no-class-assign',
  'no-new-native-nonconstructor valid-typeof no-eq-null no-var require-await no-unreachable-loop no-redeclare',
  'no-self-assign no-setter-return no-shadow-restricted-names no-this-before-super no-unsafe-finally',
  'no-unsafe-optional-chaining no-unused-vars no-useless-catch eqeqeq prefer-const require-yield no-global-assign',
];

/** The rest of ESLint's old recommended set; its severity is not documented, so it counts as error. */
const recommended = [
  'getter-return no-async-promise-executor no-case-declarations no-compare-neg-zero no-cond-assign no-const-assign',
  'no-constant-condition no-control-regex no-delete-var no-dupe-args no-dupe-class-members no-dupe-else-if',
  'no-dupe-keys no-duplicate-case no-empty no-empty-character-class no-empty-pattern no-ex-assign',
  'no-extra-boolean-cast no-extra-semi no-fallthrough no-func-assign no-import-assign no-inner-declarations',
  'no-invalid-regexp no-irregular-whitespace no-loss-of-precision no-misleading-character-class',
  'no-mixed-spaces-and-tabs no-nonoctal-decimal-escape no-obj-calls no-octal no-prototype-builtins no-regex-spaces',
  'no-sparse-arrays no-unexpected-multiline no-unsafe-negation no-unused-labels no-useless-backreference',
  'no-useless-escape no-with use-isnan no-empty-function',
];

const names = (lines: readonly string[]): string[] => lines.flatMap(line => line.split(' '));

/** The rules the FDK runs on source files under app/ and server/. */
export const sourceRules: Linter.RulesRecord = {
  ...Object.fromEntries(names([...errors, ...recommended]).map(name => [name, 'error'])),
  'no-caller': 'warn',
  'no-process-env': 'warn',
  complexity: ['warn', 7],
  'max-nested-callbacks': ['warn', 4],
  'handle-callback-err': ['warn', '^.*(e|E)rr'],
  'fdk/no-unpkg-cdn': 'error',
  'fdk/no-deprecated-apis': 'error',
  'fdk/no-unhandled-promise': 'warn',
  'fdk/no-logging-rejections': 'warn',
};

/** On top of that, for source files under app/. */
export const frontEndRules: Linter.RulesRecord = {
  'fdk/no-non-client-request-model': 'warn',
  'fdk/no-cross-scope-assign': 'warn',
};

/** What is left for a file that looks minified: the FDK relaxes its set there, how far is not documented. */
export const minifiedRules: Linter.RulesRecord = {
  'no-eval': 'error',
  'no-debugger': 'error',
  'fdk/no-unpkg-cdn': 'error',
};
