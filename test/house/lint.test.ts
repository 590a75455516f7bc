import { patience, runNode } from './run';

const refused: readonly (readonly [what: string, file: string, code: string, rule: string])[] = [
  ['the machine clock', 'shared/src/time/x.ts', 'export const now = Date.now();', 'no-restricted-properties'],
  ['a Date of now', 'shared/src/time/x.ts', 'export const now = new Date();', 'no-restricted-syntax'],
  ['a Date outside time/', 'shared/src/panel/x.ts', 'export const day = new Date(0);', 'no-restricted-globals'],
  ['luck', 'shared/src/ledger/x.ts', 'export const id = Math.random();', 'no-restricted-properties'],
  ['a host global in the core', 'shared/src/link/x.ts', "export const u = new URL('a:b');", 'no-restricted-globals'],
  ['the process', 'shared/src/link/x.ts', 'export const e = process.env;', 'no-restricted-globals'],
  ['Node in the core', 'shared/src/time/x.ts', "export * from 'node:fs';", 'no-restricted-imports'],
  ['Forge in the core', 'shared/src/time/x.ts', "export * from '@forge/kvs';", 'no-restricted-imports'],
  ['React in the core', 'shared/src/panel/x.ts', "export * from 'react';", 'no-restricted-imports'],
  ['React in a back end', 'forge-app/src/x.ts', "export * from 'react';", 'no-restricted-imports'],
  ['a desk in the shared screens', 'shared/ui/x.tsx', "export * from '@atlaskit/button';", 'no-restricted-imports'],
  ['zod behind the doors', 'shared/src/clock/x.ts', "export * from 'zod';", 'no-restricted-imports'],
  ['zones outside time/', 'shared/src/agreement/x.ts', "export * from '@date-fns/tz';", 'no-restricted-imports'],
  ['a timer in FDK code', 'freshservice-app/src/x.ts', 'setTimeout(() => 0, 1);', 'no-restricted-globals'],
  ['a core file that is too long', 'shared/src/time/x.ts', `export {};${'\n'.repeat(180)}export {};`, 'max-lines'],
  [
    'a value nobody uses',
    'shared/src/clock/x.ts',
    'const { a, ...b } = { a: 1 };\nexport { b };',
    '@typescript-eslint/no-unused-vars',
  ],
  ['a name that says nothing', 'shared/src/time/utils.ts', 'export const a = 1;', 'baton/telling-file-name'],
];

const fine = [
  ['shared/src/escalation/events.ts', "export * from 'zod';"],
  ['shared/src/escalation/x.ts', "export * from './events';"],
  ['shared/src/time/x.ts', "export * from '@date-fns/tz';"],
  ['shared/src/time/x.ts', 'export const day = new Date(0);'],
  ['freshservice-app/src/x.ts', 'console.info(Date.now());'],
] as const;

interface Linted {
  readonly repository: readonly string[];
  readonly snippets: readonly (readonly string[])[];
}

let linted: Linted;

beforeAll(() => {
  const snippets = [...refused.map(([, file, code]) => [file, code]), ...fine];
  linted = JSON.parse(runNode(['test/house/lintEverything.mjs'], { input: JSON.stringify(snippets) })) as Linted;
}, patience);

test('the lint finds nothing in this repository', () => expect(linted.repository).toEqual([]));

test.each(refused.map(([what, , , rule], index) => [what, rule, index] as const))(
  '%s is refused',
  (_what, rule, index) => {
    expect(linted.snippets[index]).toEqual([rule]);
  },
);

test('what is allowed in its place passes', () => {
  expect(linted.snippets.slice(refused.length)).toEqual(fine.map(() => []));
});
