import { appContext, type ContextBridge, type ContextHost } from './appContext';
import type vm from 'node:vm';

/** A context in which the server code has started; it serves one call at a time. */
export interface StartedContext {
  readonly bridge: ContextBridge;
  /** What the server code exports. */
  readonly handlers: unknown;
}

/** Contexts to run calls in. */
export interface StartedContexts {
  /** One for a call that speaks to this host. Throws what the server code throws when it starts. */
  take(host: ContextHost): StartedContext;
  /** Takes it back once nothing of the call is left to do; one that was cut short is not given back. */
  giveBack(context: StartedContext): void;
}

/** Two are kept warm, and calls go to them in turn, so that neither memory kept nor memory lost goes unnoticed. */
const KEPT_WARM = 2;
const CALLS_OF_ONE = 20;

interface Started extends StartedContext {
  host: ContextHost;
  calls: number;
}

/** Starts the server code with `run`, as often as calls at the same time and the age of the contexts ask for. */
export function startedContexts(run: (context: vm.Context) => unknown): StartedContexts {
  const idle: Started[] = [];

  const start = (host: ContextHost): Started => {
    const started = { host, calls: 0 };
    const { context, bridge } = appContext({
      now: () => started.host.now(),
      log: (...said) => started.host.log(...said),
      operate: (...asked) => started.host.operate(...asked),
      reply: (...told) => started.host.reply(...told),
    });
    return Object.assign(started, { bridge, handlers: run(context) });
  };

  const next = (host: ContextHost): Started => (idle.length < KEPT_WARM ? undefined : idle.shift()) ?? start(host);

  return {
    take: host => {
      const taken = next(host);
      taken.host = host;
      taken.calls += 1;
      return taken;
    },
    giveBack: context => {
      const given = context as Started;
      if (given.calls < CALLS_OF_ONE) idle.push(given);
    },
  };
}
