import { defineConfig, globalIgnores } from 'eslint/config';
import { configs } from 'typescript-eslint';
import { boundaries } from './boundaries.mjs';
import { tellingFileName } from './fileNames.mjs';

const everyFile = ['**/*.{ts,tsx,mjs,cjs}'];
const shipped = [
  'shared/**/*.{ts,tsx}',
  'forge-app/**/*.{ts,tsx}',
  'freshservice-app/**/*.{ts,tsx}',
  'scripts/**/*.{ts,mjs,cjs}',
];

const craft = {
  complexity: ['error', 7],
  eqeqeq: 'error',
  'max-depth': ['error', 3],
  'max-params': ['error', 4],
  'no-else-return': 'error',
  'no-unreachable-loop': 'error',
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'baton/telling-file-name': 'error',
};

/** What the FDK's lint says about the server code we ship, said where it is written. */
const fdkServer = {
  '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: false }],
  'max-nested-callbacks': ['error', 4],
  'no-empty-function': 'error',
  'no-eq-null': 'error',
  'require-await': 'error',
};

export default defineConfig(
  globalIgnores(['**/node_modules/', 'dist/', '.workbench/', 'coverage/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: everyFile,
    plugins: { baton: { rules: { 'telling-file-name': tellingFileName } } },
    rules: craft,
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [configs.recommended],
    rules: { '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }] },
  },
  { files: shipped, rules: { 'max-lines': ['error', 200] } },
  { files: ['shared/src/**/*.ts'], rules: { 'max-lines': ['error', 180] } },
  { files: ['{forge-app,freshservice-app}/src/**'], rules: { 'max-lines-per-function': ['error', 40] } },
  { files: ['{shared,freshservice-app}/src/**/*.ts'], rules: fdkServer },
  ...boundaries,
);
