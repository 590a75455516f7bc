/* dependency-cruiser: who may import whom.
 * time <- agreement <- ticket <- clock <- escalation <- ledger <- panel, replay, review, link <- channels <- inbound
 * <- settings <- ui <- the shells. */

const floors = [
  ['time'],
  ['agreement'],
  ['ticket'],
  ['clock'],
  ['escalation'],
  ['ledger'],
  ['panel', 'replay', 'review', 'link'],
  ['channels'],
  ['inbound'],
  ['settings'],
];
const core = folders => `^shared/src/(${folders.join('|')})/`;
const shells = ['forge-app', 'freshservice-app', 'scripts'];

/** A folder reaches down only: not to the floors above, and not sideways. */
const downwards = floors.flatMap((floor, level) =>
  floor.map(folder => ({
    name: `${folder}-looks-down`,
    severity: 'error',
    from: { path: core([folder]) },
    to: { path: core([...floor, ...floors.slice(level + 1).flat()].filter(other => other !== folder).concat('^$')) },
  })),
);

const apart = shells.map(shell => ({
  name: `${shell}-stands-alone`,
  comment: 'Shells never import each other.',
  severity: 'error',
  from: { path: `^${shell}/` },
  to: { path: `^(${shells.filter(other => other !== shell).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...downwards,
    ...apart,
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'front-doors',
      comment:
        'Shells come in by @baton/shared, @baton/shared/ui, @baton/shared/file, @baton/shared/log and @baton/shared/ics.',
      severity: 'error',
      from: { path: `^(${shells.join('|')})/` },
      to: { path: '^shared/', pathNot: '^shared/(src|ui|file|log|ics)/index\\.ts$' },
    },
    {
      name: 'core-knows-no-door',
      comment: 'index.ts is for the outside; inside, import the folder.',
      severity: 'error',
      from: { path: '^shared/src/.+/' },
      to: { path: '^shared/src/index\\.ts$' },
    },
    {
      name: 'core-knows-no-screen',
      severity: 'error',
      from: { path: '^shared/src/' },
      to: { path: '^(shared/ui|shared/file|shared/log|shared/ics|forge-app|freshservice-app|scripts|test)/' },
    },
    {
      name: 'screens-render-views',
      comment: 'The screens know what is shown and asked, not how it is decided.',
      severity: 'error',
      from: { path: '^shared/ui/' },
      to: {
        path: '^(shared/src|forge-app|freshservice-app|scripts|test)/',
        pathNot:
          '^shared/src/(index\\.ts$|failures\\.ts$|(agreement|time|replay)/index\\.ts$|panel/|review/|settings/)',
      },
    },
    {
      name: 'nothing-ships-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/\\.cache)/' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
    },
  },
};
