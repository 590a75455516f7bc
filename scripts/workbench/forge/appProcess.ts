import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { WorkbenchClock } from '../clock';
import { AppEnded } from '../mishaps';
import { InvocationFailed } from './invocationFailed';
import type { HttpAnswer, PlatformCall } from './wire';

/** One handler to run, as the app's process needs it. */
export interface HandlerRun {
  id: string;
  file: string;
  exportName: string;
  event: unknown;
  context: unknown;
  runtime: unknown;
  timeoutMs: number;
}

/** A refusal that the app sees as a thrown error, not as a response. */
export class CallRefused extends Error {
  constructor(
    override readonly name: string,
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

export interface AppProcessSettings {
  folder: string;
  memoryMB: number;
  clock: WorkbenchClock;
  /** Answers what the app asks of the platform during an invocation. */
  answer: (invocation: string | undefined, call: PlatformCall) => Promise<HttpAnswer>;
  /** One line the app wrote to its console. */
  log: (line: string) => void;
}

/** The app's own process: started when first needed, started again after it died or hung. */
export interface AppProcess {
  run(handler: HandlerRun): Promise<unknown>;
  stop(): Promise<void>;
}

/** What the process says; which fields are there depends on the type. */
interface ChildMessage {
  type: string;
  id: string;
  invocation?: string;
  call: PlatformCall;
  result?: unknown;
  message: string;
  stack?: string;
  line?: string;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(cause: InvocationFailed): void;
}

interface Living {
  child: ChildProcess;
  waiting: Map<string, Waiting>;
  answersPing(): Promise<boolean>;
}

const PING_MS = 2_000;

/** What the app's process needs to tell the workbench's time by itself. */
const clockState = (clock: WorkbenchClock) => ({
  offset: clock.now() - Date.now(),
  ...(clock.isPaused() ? { pausedAt: clock.now() } : {}),
});

const logLines = (stream: NodeJS.ReadableStream | null, log: (line: string) => void) =>
  stream?.on('data', (chunk: Buffer) =>
    String(chunk)
      .split('\n')
      .filter(line => line.trim() !== '')
      .forEach(log),
  );

function startChild(settings: AppProcessSettings): ChildProcess {
  const child = fork(join(__dirname, 'runner', 'start.cjs'), [], {
    cwd: settings.folder,
    env: { TZ: 'UTC', NODE_ENV: 'production' },
    execArgv: [`--max-old-space-size=${settings.memoryMB}`],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  logLines(child.stdout, settings.log);
  logLines(child.stderr, settings.log);
  return child;
}

const send = (child: ChildProcess, message: object) => {
  if (child.connected) child.send(message);
};

async function answerCall(settings: AppProcessSettings, child: ChildProcess, message: ChildMessage): Promise<void> {
  try {
    const answer = await settings.answer(message.invocation, message.call);
    send(child, { type: 'answer', id: message.id, answer });
  } catch (cause) {
    if (cause instanceof AppEnded) return void child.kill('SIGKILL');
    const { name, message: text, status } = cause as CallRefused;
    send(child, { type: 'answer', id: message.id, refused: { name, message: text, status: status ?? 500 } });
  }
}

function live(settings: AppProcessSettings, ended: () => void): Living {
  const child = startChild(settings);
  const waiting = new Map<string, Waiting>();
  const pings: (() => void)[] = [];
  const take = (id: string) => {
    const found = waiting.get(id);
    waiting.delete(id);
    return found;
  };
  const receivers: Record<string, (message: ChildMessage) => void> = {
    done: message => take(message.id)?.resolve(message.result),
    failed: message => {
      settings.log(String(message.stack ?? message.message));
      take(message.id)?.reject(new InvocationFailed('FUNCTION_ERROR', message.message));
    },
    line: message => settings.log(String(message.line)),
    call: message => void answerCall(settings, child, message),
    pong: () => pings.splice(0).forEach(answered => answered()),
  };
  child.on('message', message => receivers[(message as ChildMessage).type]?.(message as ChildMessage));
  child.on('exit', code => {
    ended();
    const cause = new InvocationFailed('FUNCTION_PLATFORM_UNKNOWN_ERROR', `The app's process ended (${code})`);
    [...waiting.keys()].forEach(id => take(id)?.reject(cause));
  });
  const answersPing = () =>
    new Promise<boolean>(resolve => {
      const timer = setTimeout(() => resolve(false), PING_MS);
      pings.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
      send(child, { type: 'ping' });
    });
  return { child, waiting, answersPing };
}

export function appProcess(settings: AppProcessSettings): AppProcess {
  let living: Living | undefined;
  let isStopped = false;
  const unfollowClock = settings.clock.onChange(() => {
    if (living) send(living.child, { type: 'clock', clock: clockState(settings.clock) });
  });
  const wake = (): Living => {
    if (!living) {
      const started: Living = live(settings, () => {
        if (living === started) living = undefined;
      });
      living = started;
    }
    return living;
  };
  /** A handler that only takes too long is left alone; a process that hangs is ended and everything in it with it. */
  const onTimeOut = async (where: Living) => {
    if (await where.answersPing()) return;
    settings.log('The app hangs; its process is started again');
    where.child.kill('SIGKILL');
  };

  return {
    run: handler =>
      new Promise((resolve, reject) => {
        if (isStopped) return reject(new InvocationFailed('FUNCTION_PLATFORM_UNKNOWN_ERROR', 'The host has stopped'));
        const where = wake();
        const timer = setTimeout(() => {
          where.waiting.delete(handler.id);
          reject(new InvocationFailed('FUNCTION_TIME_OUT', `Timed out after ${handler.timeoutMs / 1000} seconds`));
          void onTimeOut(where);
        }, handler.timeoutMs);
        const over =
          <T>(go: (value: T) => void) =>
          (value: T) => {
            clearTimeout(timer);
            go(value);
          };
        where.waiting.set(handler.id, { resolve: over(resolve), reject: over(reject) });
        send(where.child, { type: 'run', ...handler, clock: clockState(settings.clock) });
      }),
    stop: async () => {
      isStopped = true;
      unfollowClock();
      const { child } = living ?? {};
      if (!child) return;
      const gone = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
}
