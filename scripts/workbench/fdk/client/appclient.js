/* The client library that {{{appclient}}} stands for: everything an app may ask of its product page travels
   to that page as a message and comes back as a promise. The host writes the page's origin into this file. */
(function () {
  'use strict';
  const pageOrigin = '__PAGE_ORIGIN__';
  const waiting = new Map();
  const listeners = new Map();
  const receivers = [];
  let lastCall = 0;
  let welcome;
  const welcomed = new Promise(resolve => (welcome = resolve));

  const send = message => window.parent.postMessage(message, pageOrigin);

  const call = (method, ...parts) =>
    new Promise((resolve, reject) => {
      lastCall += 1;
      waiting.set(lastCall, { resolve, reject });
      send({ fdk: 'call', id: lastCall, method, parts: JSON.parse(JSON.stringify(parts)) });
    });

  const eventFor = (name, data) => ({
    type: name,
    helper: { getData: () => data, done: () => undefined, fail: () => undefined },
  });

  const incoming = {
    welcome: () => welcome(client),
    answer: ({ id, failed, value }) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (asked) (failed ? asked.reject : asked.resolve)(value);
    },
    event: ({ name, data }) => (listeners.get(name) || []).forEach(listener => listener(eventFor(name, data))),
    message: ({ data }) => receivers.forEach(receiver => receiver(eventFor('message', data))),
  };

  window.addEventListener('message', event => {
    if (event.source !== window.parent || event.origin !== pageOrigin) return;
    const handle = event.data && incoming[event.data.fdk];
    if (handle) handle(event.data);
  });

  const entity = name => {
    const on =
      operation =>
      (...parts) =>
        call('operate', `entity.${operation}`, [name, ...parts]);
    return {
      schema: on('schema'),
      create: on('create'),
      get: on('get'),
      getAll: on('getAll'),
      update: on('update'),
      delete: on('delete'),
    };
  };
  const operation =
    name =>
    (...parts) =>
      call('operate', name, parts);
  const job = { invoke: operation('job.invoke'), get: operation('job.get') };

  const client = {
    data: { get: name => call('data.get', name) },
    events: {
      // Freshservice tickets report clicks and changes but let no app intercept them: the option is ignored.
      on: (name, listener) => {
        listeners.set(name, [...(listeners.get(name) || []), listener]);
        send({ fdk: 'listen', name });
      },
      off: (name, listener) =>
        listeners.set(
          name,
          (listeners.get(name) || []).filter(known => known !== listener),
        ),
    },
    interface: { trigger: (method, options) => call('interface.trigger', method, options || {}) },
    instance: {
      resize: size => call('instance.resize', size || {}),
      close: () => call('instance.close'),
      context: () => call('instance.context'),
      get: () => call('instance.get'),
      send: options => call('instance.send', options || {}),
      receive: receiver => void receivers.push(receiver),
    },
    request: {
      invoke: (name, data) => call('request.invoke', name, data || {}),
      invokeTemplate: operation('request.invokeTemplate'),
    },
    db: {
      set: operation('db.set'),
      get: operation('db.get'),
      update: operation('db.update'),
      delete: operation('db.delete'),
      entity: () => ({ get: entity }),
    },
    iparams: { get: name => call('iparams.get', name) },
    job,
    jobs: job,
  };

  window.app = {
    initialized: () => {
      send({ fdk: 'hello' });
      return welcomed;
    },
  };
})();
