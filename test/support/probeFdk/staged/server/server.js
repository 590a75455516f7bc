exports = {
  panel: function (args) {
    return answers[args.request.type](args).then(
      answer => renderData(null, answer),
      failure => renderData(failure),
    );
  },
  silent: function () {
    return undefined;
  },
  count: async function (args) {
    await $job.updateStatusMessage('counting');
    await $db.update('jobs', 'increment', { done: args.by });
  },
  onInstall: async function (args) {
    await $db.set('installed', { agreement: args.iparams.agreement, hasKey: Boolean(args.iparams.fs_api_key) });
    renderData();
  },
  onUpdate: function () {
    renderData();
  },
  onUninstall: function () {
    renderData();
  },
  onProductEvent: async function (args) {
    await $db.update('events', 'append', {
      seen: [{ event: args.event, actor: args.data.actor.id, changes: args.data.changes || null, at: Date.now() }],
    });
  },
  onRing: async function (args) {
    await $db.update('rings', 'append', { seen: [{ what: args.data.what, at: new Date().toISOString() }] });
  },
};

const { greet } = require('./lib/words');
const { sha256 } = require('@noble/hashes/sha256');
const { bytesToHex } = require('@noble/hashes/utils');

const forbidden = [
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'Buffer',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'crypto',
  'structuredClone',
  'fetch',
  'global',
  'performance',
  'AbortController',
  'atob',
  'btoa',
  'WebAssembly',
];

const answers = {
  greet: async args => ({
    words: greet(args.request.name),
    domain: args.iparams.fs_domain,
    caller: args.caller || null,
  }),
  refuse: async () => {
    throw { status: 403, message: 'Not yours to accept' };
  },
  globals: async () => ({
    found: forbidden.filter(name => name in globalThis),
    modules: ['fs', 'crypto', 'zod'].filter(canRequire),
  }),
  escape: async () => ({
    code: tryTo(() => [].constructor.constructor('return 1')()),
    hash: bytesToHex(sha256(new Uint8Array([1, 2, 3]))),
  }),
  now: async () => ({
    now: Date.now(),
    text: new Date().toISOString(),
    isDate: new Date(0) instanceof Date,
    year: new Date(2020, 1).getFullYear(),
  }),
  claim: async args => {
    const tries = [1, 2].map(who =>
      $db.set('claim', { who }, { setIf: 'not_exist' }).then(
        () => 'won',
        failure => failure.status,
      ),
    );
    return { outcomes: await Promise.all(tries), asked: args.request.type };
  },
  log: async args => {
    console.log('what I know', args.iparams);
    return {};
  },
  store: args => $db.set(args.request.key, args.request.value, args.request.options),
  fetch: args => $db.get(args.request.key),
  call: async args => {
    const answer = await $request.invokeTemplate(args.request.template, {
      context: args.request.context,
      body: args.request.body,
    });
    return { status: answer.status, body: JSON.parse(answer.response) };
  },
  schedule: args => $schedule.create(args.request.schedule),
  fetchSchedule: args => $schedule.fetch({ name: args.request.name }),
  records: async args => {
    const handoffs = $db.entity({ version: 'v1' }).get('handoffs');
    return handoffs[args.request.operation](...args.request.parts);
  },
  job: args => $job.invoke('count', 'test', { by: args.request.by }),
  jobState: args => $job.get(args.request.id),
};

function canRequire(name) {
  return tryTo(() => Boolean(require(name))) === true;
}

function tryTo(work) {
  try {
    return work();
  } catch (error) {
    return error.name;
  }
}
