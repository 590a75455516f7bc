'use strict';
/** The globals through which the vendor's SDKs reach the platform; every call travels to the host process. */

const { AsyncLocalStorage } = require('node:async_hooks');
const net = require('node:net');
const { format } = require('node:util');

const invocations = new AsyncLocalStorage();
const NO_BODY = [204, 205, 304];
const waiting = new Map();
let last = 0;

const ask = call =>
  new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    process.send({ type: 'call', id: last, invocation: invocations.getStore()?.id, call });
  });

function answer({ id, answer: given, refused }) {
  const asked = waiting.get(id);
  waiting.delete(id);
  if (!asked) return;
  if (refused) asked.reject(Object.assign(new Error(refused.message), { name: refused.name, status: refused.status }));
  else asked.resolve(given);
}

const toResponse = ({ status, headers, body }) =>
  new Response(NO_BODY.includes(status) ? null : (body ?? ''), { status, headers });

const textOf = async body =>
  body === undefined || body === null || typeof body === 'string' ? (body ?? undefined) : new Response(body).text();

async function forgeFetch(args, path, init = {}) {
  const call = {
    args,
    path,
    method: (init.method ?? 'GET').toUpperCase(),
    headers: Object.fromEntries(new Headers(init.headers ?? {})),
    body: await textOf(init.body),
  };
  return toResponse(await ask(call));
}

async function outboundFetch(input, init) {
  const request = new Request(input, init);
  const call = {
    args: { type: 'egress' },
    path: request.url,
    method: request.method,
    headers: Object.fromEntries(request.headers),
    body: (await request.text()) || undefined,
  };
  return toResponse(await ask(call));
}

const silentMetrics = {
  counter: () => ({ incr: () => undefined, decr: () => undefined }),
  timing: () => ({ measure: () => ({ stop: () => undefined }) }),
};

/** The runtime as the SDKs read it, made from what the host sent. */
const runtimeOf = ({ runtime, endsAt }) => ({
  ...runtime,
  metrics: silentMetrics,
  lambdaContext: { getRemainingTimeInMillis: () => Math.max(0, endsAt - performance.now()) },
});

/** What the app writes goes the way of its answers, so that a line is there before the answer it explains. */
function sendLines() {
  for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
    console[level] = (...said) =>
      format(...said)
        .split('\n')
        .filter(line => line.trim() !== '')
        .forEach(sendLine);
  }
}

const sendLine = line => process.send({ type: 'line', line });

function install() {
  sendLines();
  globalThis.__forge_fetch__ = forgeFetch;
  Object.defineProperty(globalThis, '__forge_runtime__', { get: () => invocations.getStore()?.runtime });
  globalThis.fetch = outboundFetch;
  net.Socket.prototype.connect = () => {
    throw Object.assign(new Error('Sockets are not available to the app: use fetch'), { code: 'EACCES' });
  };
}

/** Runs one handler as one invocation. */
const inInvocation = (message, handler) => {
  const endsAt = performance.now() + message.timeoutMs;
  const store = { id: message.id, runtime: runtimeOf({ runtime: message.runtime, endsAt }) };
  return invocations.run(store, async () => handler(message.event, message.context));
};

module.exports = { install, answer, inInvocation };
