/* What each part of the tree may not touch. Folder order is the business of layers.cjs; this is about the outside. */
import { builtinModules } from 'node:module';

const hostGlobals = [
  'Buffer URL URLSearchParams TextEncoder TextDecoder structuredClone crypto fetch process require',
  'setTimeout setInterval setImmediate clearTimeout clearInterval queueMicrotask performance',
  'globalThis window document navigator localStorage sessionStorage',
].flatMap(line => line.split(' '));

const bannedGlobal = name => ({ name, message: 'The core and FDK code use the language and Intl, nothing of a host.' });
const zoneMessage = 'Only time/ knows dates and zones: use its instants and wall times.';

/** A pattern for packages of these names and whatever lies inside them. */
const packages = (names, message) => ({ regex: `^(${names.join('|')})(/|$)`, message });

const nodeModules = packages(['node:.*', ...builtinModules], 'No Node here.');
const desks = packages(['@forge', '@atlaskit', '@freshworks', 'preact'], 'A desk belongs to its app.');
const atlassian = packages(['@forge', '@atlaskit'], 'Jira has its own app.');
const freshservice = packages(['@freshworks', 'preact'], 'Freshservice has its own app.');
const react = packages(['react', 'react-dom'], 'React belongs into ui/ folders.');
const reactDom = packages(['react-dom'], 'A desk mounts the screens; they only render.');
const zod = packages(['zod'], 'Shapes are checked at the doors only.');
const zones = packages(['@date-fns/tz', 'date-fns'], zoneMessage);

const noImports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

/** Reading the machine's clock or its luck makes a replay come out differently. */
const deterministic = {
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Time arrives as an argument.' },
    { object: 'Math', property: 'random', message: 'Nothing here is left to chance.' },
    { property: 'getTimezoneOffset', message: zoneMessage },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time arrives as an argument.' },
    { selector: "CallExpression[callee.name='Date']", message: 'Time arrives as an argument.' },
  ],
};

const console = { name: 'console', message: 'What is worth saying is a fact or a failure.' };
const date = { name: 'Date', message: zoneMessage };
const noGlobals = (...more) => ({ 'no-restricted-globals': ['error', ...hostGlobals.map(bannedGlobal), ...more] });

const core = 'shared/src';
const doors = ['agreement', 'ticket', 'ledger', 'link'].map(folder => `${core}/${folder}/**`);

/** ESLint configurations, later ones winning. */
export const boundaries = [
  {
    files: [`${core}/**/*.ts`],
    rules: { ...deterministic, ...noGlobals(console, date), ...noImports(nodeModules, desks, react, zod, zones) },
  },
  { files: [`${core}/time/**`], rules: { ...noGlobals(console), ...noImports(nodeModules, desks, react, zod) } },
  {
    files: [
      ...doors,
      `${core}/escalation/{events,facts/*}.ts`,
      `${core}/panel/{protocol,listProtocol}.ts`,
      `${core}/settings/{protocol,setupRequests,baselineShape}.ts`,
      `${core}/channels/target.ts`,
      `${core}/replay/{mapping,reportShape}.ts`,
      `${core}/inbound/{envelope,alertPayload,pagerPayload,vendorPayload}.ts`,
    ],
    rules: noImports(nodeModules, desks, react, zones),
  },
  { files: ['shared/log/**'], rules: { ...deterministic, ...noImports(nodeModules, desks, react, zod) } },
  { files: ['shared/ui/**'], rules: { ...deterministic, ...noImports(nodeModules, desks, zod, zones, reactDom) } },
  { files: ['forge-app/src/**'], rules: noImports(react, freshservice) },
  { files: ['forge-app/ui/**'], rules: noImports(nodeModules, freshservice) },
  { files: ['freshservice-app/src/**'], rules: { ...noGlobals(), ...noImports(nodeModules, react, desks) } },
  { files: ['freshservice-app/ui/**'], rules: noImports(nodeModules, atlassian) },
  { files: ['scripts/**/*.ts'], rules: noImports(react) },
];
