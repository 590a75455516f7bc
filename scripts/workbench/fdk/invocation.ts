import type { ActionCost } from '../costs';
import { AppEnded } from '../mishaps';
import { failureShape, FdkFailure, type FailureShape } from './failure';
import type { ContextHost } from './sandbox/appContext';
import { ownRejections } from './sandbox/lostRejections';
import type { StartedContexts } from './sandbox/startedContexts';

/** One call of a server function. */
export interface Invocation {
  handler: string;
  payload: Record<string, unknown>;
  /** Whether the platform waits for `renderData`. */
  needsReply: boolean;
  timeoutMs: number;
  cost: ActionCost | undefined;
  /** What it is called for: a server method, the name of an event, a job. */
  occasion: string;
  jobId?: string | undefined;
  /** The browser window that asked, if one did. */
  window?: string | undefined;
}

/** A running call: its reply, and the moment when nothing of it is left to do. */
export interface RunningCall {
  reply: Promise<unknown>;
  over: Promise<void>;
}

export interface InvocationHost {
  now(): number;
  log(line: string): void;
  contexts: StartedContexts;
  operate(operation: string, parts: unknown[], invocation: Invocation): Promise<unknown>;
}

const textOf = (value: unknown): string | undefined => (value === undefined ? undefined : JSON.stringify(value));

/** Turns the first argument of `renderData` into what the caller is told. */
function refusal(text: string): FailureShape {
  const given = JSON.parse(text) as unknown;
  if (typeof given !== 'object' || given === null) return { status: 500, message: String(given) };
  const { status, message } = given as Partial<FailureShape>;
  return { ...given, status: status ?? 500, message: message ?? 'Error in the server function' };
}

/** Follows what a call still has to do; `over` resolves when its handler and all its operations are done. */
function quietWatch() {
  let pending = 1;
  let finish: () => void = () => undefined;
  const over = new Promise<void>(resolve => (finish = resolve));
  const check = () => setImmediate(() => pending === 0 && finish());
  return {
    over,
    begin: () => void (pending += 1),
    end: () => {
      pending -= 1;
      if (pending === 0) check();
    },
    giveUp: finish,
  };
}

/** Starts a call. */
export function startInvocation(host: InvocationHost, invocation: Invocation): RunningCall {
  const watch = quietWatch();
  let isLate = false;
  let answer: (outcome: { data?: unknown; failure?: FailureShape }) => void = () => undefined;
  const reply = new Promise<unknown>((resolve, reject) => {
    answer = ({ data, failure }) => (failure ? reject(new FdkFailure(failure)) : resolve(data));
  });
  reply.catch(() => undefined);

  const timer = setTimeout(() => {
    isLate = true;
    if (invocation.needsReply) host.log(`${invocation.occasion}: no reply within ${invocation.timeoutMs / 1000} s`);
    answer({ failure: { status: 504, message: 'Timeout error while processing the request' } });
    watch.giveUp();
  }, invocation.timeoutMs);
  timer.unref?.();

  const ended = () => {
    isLate = true;
    clearTimeout(timer);
    answer({ failure: { status: 500, message: 'Error while executing the server function' } });
    watch.giveUp();
  };

  const contextHost: ContextHost = {
    now: host.now,
    log: (level, line) => host.log(`${level}: ${line}`),
    reply: (failure, data) => {
      clearTimeout(timer);
      answer(
        failure === undefined
          ? { data: data === undefined ? undefined : JSON.parse(data) }
          : { failure: refusal(failure) },
      );
    },
    operate: (operation, argumentsText, done) => {
      watch.begin();
      const refused = isLate ? Promise.reject(new FdkFailure({ status: 504, message: 'The call is over' })) : undefined;
      const work = refused ?? host.operate(operation, JSON.parse(argumentsText) as unknown[], invocation);
      void work
        .then(
          value => done(false, textOf(value)),
          (error: unknown) => (error instanceof AppEnded ? ended() : done(true, textOf(failureShape(error)))),
        )
        .then(watch.end);
    },
  };

  const settled = (error?: string) => {
    if (error) host.log(`${invocation.occasion} failed: ${error}`);
    if (error) answer({ failure: { status: 500, message: 'Error while executing the server function' } });
    if (!invocation.needsReply || error) clearTimeout(timer);
    if (!invocation.needsReply) answer({});
    watch.end();
  };
  try {
    const context = host.contexts.take(contextHost);
    const { bridge, handlers } = context;
    ownRejections(bridge.Promise, line => host.log(`${invocation.occasion}: ${line}`));
    bridge.start(handlers, invocation.handler, JSON.stringify(invocation.payload), settled);
    void watch.over.then(() => {
      if (!isLate) host.contexts.giveBack(context);
    });
  } catch (error) {
    settled(error instanceof Error ? error.stack : String(error));
  }
  return { reply, over: watch.over };
}
