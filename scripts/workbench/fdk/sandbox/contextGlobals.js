/* Runs first in every context the host makes. Its completion value is the only bridge between host and context:
   texts go in and out, and every object the app sees is made here, by the context's own JSON and Promise. */
(function installGlobals(host) {
  'use strict';
  const { parse, stringify } = JSON;
  const revive = text => (text === undefined ? undefined : parse(text));

  const NativeDate = Date;
  function ClockDate(...parts) {
    if (!new.target) return new NativeDate(host.now()).toString();
    return new NativeDate(...(parts.length ? parts : [host.now()]));
  }
  Object.defineProperties(ClockDate, Object.getOwnPropertyDescriptors(NativeDate));
  ClockDate.now = () => host.now();
  NativeDate.prototype.constructor = ClockDate;
  globalThis.Date = ClockDate;
  delete globalThis.WebAssembly;

  const operate = (operation, ...parts) =>
    new Promise((resolve, reject) => {
      host.operate(operation, stringify(parts), (failed, text) => (failed ? reject : resolve)(revive(text)));
    });

  const entity = name => {
    const on =
      operation =>
      (...parts) =>
        operate(`entity.${operation}`, name, ...parts);
    return {
      schema: on('schema'),
      create: on('create'),
      get: on('get'),
      getAll: on('getAll'),
      update: on('update'),
      delete: on('delete'),
    };
  };

  const describe = error => {
    if (error && error.stack) return String(error.stack);
    try {
      return stringify(error) || String(error);
    } catch {
      return String(error);
    }
  };
  const inWords = part => (typeof part === 'string' ? part : describe(part));
  const line =
    level =>
    (...parts) =>
      host.log(level, parts.map(inWords).join(' '));

  const platform = {
    $db: {
      set: (key, value, options) => operate('db.set', key, value, options),
      get: key => operate('db.get', key),
      update: (key, action, attributes) => operate('db.update', key, action, attributes),
      delete: key => operate('db.delete', key),
      entity: () => ({ get: entity }),
    },
    $request: { invokeTemplate: (name, options) => operate('request.invokeTemplate', name, options) },
    $schedule: {
      create: request => operate('schedule.create', request),
      fetch: request => operate('schedule.fetch', request),
      update: request => operate('schedule.update', request),
      delete: request => operate('schedule.delete', request),
    },
    $job: {
      invoke: (name, tag, data) => operate('job.invoke', name, tag, data),
      get: id => operate('job.get', id),
      list: request => operate('job.list', request),
      updateStatusMessage: message => operate('job.updateStatusMessage', message),
    },
    generateTargetUrl: () => operate('generateTargetUrl'),
    renderData: (failure, data) =>
      host.reply(failure === undefined || failure === null ? undefined : stringify(failure), stringify(data)),
    console: { log: line('log'), info: line('info'), warn: line('warn'), error: line('error') },
    process: { env: { ENV: 'local' } },
  };
  Object.assign(globalThis, platform);

  /** Starts a handler with arguments given as text; `settled` is told when its own promise is over. */
  const start = (handlers, name, text, settled) => {
    const handler = handlers && handlers[name];
    if (typeof handler !== 'function') {
      settled(`${name} is not exported by server/server.js`);
      return;
    }
    new Promise(resolve => resolve(handlers[name](parse(text)))).then(
      () => settled(),
      error => settled(describe(error)),
    );
  };
  return { start, Promise };
});
