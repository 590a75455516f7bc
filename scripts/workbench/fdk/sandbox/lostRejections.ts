/**
 * A promise that app code drops must not end the workbench. Contexts register their Promise; a rejection of
 * one of theirs becomes a log line, all others are thrown as Node would.
 */
const owners = new WeakMap<object, (line: string) => void>();
let listening = 0;

const onRejection = (reason: unknown, promise: Promise<unknown>) => {
  const owner = owners.get(promise.constructor);
  if (!owner) throw reason;
  owner(`unhandled rejection: ${inWords(reason)}`);
};

const inWords = (reason: unknown): string => {
  const { stack } = (reason ?? {}) as { stack?: string };
  return stack ?? JSON.stringify(reason) ?? String(reason);
};

/** Tells whose rejections those of this context are. */
export function ownRejections(contextPromise: PromiseConstructor, log: (line: string) => void): void {
  owners.set(contextPromise, log);
}

/** Starts listening; returns how to stop. */
export function watchLostRejections(): () => void {
  if (listening === 0) process.on('unhandledRejection', onRejection);
  listening += 1;
  return () => {
    listening -= 1;
    if (listening === 0) process.off('unhandledRejection', onRejection);
  };
}
