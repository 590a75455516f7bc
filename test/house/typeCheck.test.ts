import { patience, runNode } from './run';

const memory = ['--incremental', '--tsBuildInfoFile', 'node_modules/.cache/baton.tsbuildinfo'];

test(
  'everything in the repository type-checks',
  () => {
    const output = runNode(['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.base.json', ...memory]);
    expect(output.split('\n').filter(Boolean)).toEqual([]);
  },
  patience,
);
