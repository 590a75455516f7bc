/** Everything that has been started and not ended yet, so that somebody can wait until nothing is left. */
export interface PendingWork {
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when no tracked work is left, including work started by tracked work. */
  idle(): Promise<void>;
}

export function pendingWork(): PendingWork {
  const running = new Set<Promise<unknown>>();
  return {
    track: work => {
      const ended: Promise<unknown> = work
        .then(
          () => undefined,
          () => undefined,
        )
        .then(() => running.delete(ended));
      running.add(ended);
      return work;
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
