import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { WorkbenchClock } from '../clock';
import { AppEnded } from '../mishaps';
import { InvocationFailed } from './invocationFailed';
import { endProcess, keepProcess, takeProcess } from './warmProcesses';
import type { HttpAnswer, PlatformCall } from './wire';

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

/** What a process of the app is started with. */
export interface AppProcessSettings {
  folder: string;
  memoryMB: number;
  clock: WorkbenchClock;
  /** Answers what the app asks of the platform during an invocation. */
  answer: (invocation: string | undefined, call: PlatformCall) => Promise<HttpAnswer>;
  /** One line the app wrote to its console. */
  log: (line: string) => void;
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

/** A process that runs, and who waits for an answer from it. */
export interface LivingProcess {
  child: ChildProcess;
  waiting: Map<string, Waiting>;
  /** Whether a handler that nobody waits for any more may still run in it. */
  hasStray: boolean;
  answersPing(): Promise<boolean>;
  /** Ends it, or keeps it for the next host if nothing is left to do in it. */
  end(): Promise<void>;
}

const PING_MS = 2_000;

const logLines = (stream: NodeJS.ReadableStream | null, log: (line: string) => void) =>
  stream?.on('data', (chunk: Buffer) =>
    String(chunk)
      .split('\n')
      .filter(line => line.trim() !== '')
      .forEach(log),
  );

const howStarted = ({ folder, memoryMB }: AppProcessSettings): string => `${memoryMB} ${folder}`;

const newChild = ({ folder, memoryMB }: AppProcessSettings): ChildProcess =>
  fork(join(__dirname, 'runner', 'start.cjs'), [], {
    cwd: folder,
    env: { TZ: 'UTC', NODE_ENV: 'production' },
    execArgv: [`--max-old-space-size=${memoryMB}`],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });

function startChild(settings: AppProcessSettings): ChildProcess {
  const child = takeProcess(howStarted(settings)) ?? newChild(settings);
  logLines(child.stdout, settings.log);
  logLines(child.stderr, settings.log);
  return child;
}

/** Says something to a process, if it still listens. */
export const send = (child: ChildProcess, message: object) => {
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

/** Starts the app's process; `ended` is called when it died. */
export function livingProcess(settings: AppProcessSettings, ended: () => void): LivingProcess {
  const child = startChild(settings);
  const waiting = new Map<string, Waiting>();
  const pings: (() => void)[] = [];
  let asking = 0;
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
    call: message => {
      asking += 1;
      void answerCall(settings, child, message).finally(() => (asking -= 1));
    },
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
  const living: LivingProcess = {
    ...{ child, waiting, hasStray: false, answersPing },
    end: async () => {
      const isIdle = waiting.size === 0 && asking === 0 && !living.hasStray;
      if (!isIdle || !keepProcess(howStarted(settings), child)) await endProcess(child);
    },
  };
  return living;
}
