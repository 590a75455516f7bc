/** One product event on its way to the app. */
export interface Delivery {
  event: string;
  payload: Record<string, unknown>;
}

/** Delivers events to the app one after the other, in the order they were raised. */
export interface Deliveries {
  push(delivery: Delivery): void;
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>;
  waiting(): number;
}

/** Opens the queue; `deliver` resolves when the app is done with one event. */
export function deliveries(deliver: (delivery: Delivery) => Promise<void>): Deliveries {
  let tail: Promise<void> = Promise.resolve();
  let waiting = 0;
  const enqueue = (delivery: Delivery) => {
    waiting += 1;
    const done = () => void (waiting -= 1);
    tail = tail.then(() => deliver(delivery)).then(done, done);
  };
  return {
    push: enqueue,
    idle: async () => {
      while (waiting > 0) await tail;
    },
    waiting: () => waiting,
  };
}
