import type { WorkbenchClock } from '../clock';
import { InvocationFailed } from './invocationFailed';
import { livingProcess, send, type AppProcessSettings, type LivingProcess } from './livingProcess';

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

/** The app's own process: started when first needed, started again after it died or hung. */
export interface AppProcess {
  run(handler: HandlerRun): Promise<unknown>;
  stop(): Promise<void>;
}

/** What the app's process needs to tell the workbench's time by itself. */
const clockState = (clock: WorkbenchClock) => ({
  offset: clock.now() - Date.now(),
  ...(clock.isPaused() ? { pausedAt: clock.now() } : {}),
});

export function appProcess(settings: AppProcessSettings): AppProcess {
  let living: LivingProcess | undefined;
  let isStopped = false;
  const unfollowClock = settings.clock.onChange(() => {
    if (living) send(living.child, { type: 'clock', clock: clockState(settings.clock) });
  });
  const wake = (): LivingProcess => {
    if (!living) {
      const started: LivingProcess = livingProcess(settings, () => {
        if (living === started) living = undefined;
      });
      living = started;
    }
    return living;
  };
  /** A handler that only takes too long is left alone; a process that hangs is ended and everything in it with it. */
  const onTimeOut = async (where: LivingProcess) => {
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
          where.hasStray = true;
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
      await living?.end();
    },
  };
}
