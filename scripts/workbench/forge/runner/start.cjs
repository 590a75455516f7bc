'use strict';
/** The process in which a staged app's handlers run. It holds no data and opens no connection of its own. */

const workbenchDate = require('./workbenchDate.cjs');
const platform = require('./platformGlobals.cjs');

workbenchDate.install();
platform.install();

function handlerOf({ file, exportName }) {
  const handler = require(file)[exportName];
  if (typeof handler !== 'function') throw new Error(`The manifest names ${exportName}, which ${file} does not export`);
  return handler;
}

async function run(message) {
  workbenchDate.setClock(message.clock);
  try {
    const result = await platform.inInvocation(message, handlerOf(message));
    process.send({ type: 'done', id: message.id, result });
  } catch (thrown) {
    const cause = thrown instanceof Error ? thrown : new Error(String(thrown));
    process.send({ type: 'failed', id: message.id, name: cause.name, message: cause.message, stack: cause.stack });
  }
}

const receivers = {
  run,
  clock: message => workbenchDate.setClock(message.clock),
  answer: platform.answer,
  ping: () => process.send({ type: 'pong' }),
};

process.on('message', message => void receivers[message.type](message));
process.on('disconnect', () => process.exit(0));
process.on('unhandledRejection', cause => console.error('Unhandled rejection in the app:', cause));
