import { patience, runNode } from './run';

const memory = ['--incremental', '--tsBuildInfoFile', 'node_modules/.cache/baton.tsbuildinfo', '--singleThreaded'];

test(
  'everything in the repository type-checks',
  () => {
    const compiler = 'node_modules/@typescript/native/bin/tsc';
    const output = runNode([compiler, '--noEmit', '-p', 'tsconfig.base.json', ...memory]);
    expect(output.split('\n').filter(Boolean)).toEqual([]);
  },
  patience,
);
