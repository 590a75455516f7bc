import type { PendingWork } from './pendingWork';

/** Something the platform hands to the app without being asked: a product event, a queue item, a schedule. */
export interface Delivery {
  /** In words, for logs. */
  what: string;
  /** At most `limit` deliveries with the same key run at a time; the others wait in order. */
  lane?: { key: string; limit: number };
  run: () => Promise<void>;
}

export type Deliver = (delivery: Delivery) => void;

interface Lane {
  running: number;
  waiting: (() => void)[];
}

/**
 * Hands deliveries over: in the order they came, each once, as soon as the current turn of the event loop is done.
 * What the platform itself does to product events on their way (late, doubled, lost, shuffled) is done before: arrivals.
 */
export function deliveries(work: PendingWork, failed: (what: string, cause: unknown) => void): Deliver {
  const lanes = new Map<string, Lane>();

  const enter = async ({ key, limit }: NonNullable<Delivery['lane']>) => {
    const lane = lanes.get(key) ?? { running: 0, waiting: [] };
    lanes.set(key, lane);
    if (lane.running < limit) lane.running += 1;
    else await new Promise<void>(takeOver => lane.waiting.push(takeOver));
  };
  const leave = ({ key }: NonNullable<Delivery['lane']>) => {
    const lane = lanes.get(key);
    const takeOver = lane?.waiting.shift();
    if (!lane) return;
    if (takeOver) return takeOver();
    lane.running -= 1;
    if (lane.running === 0) lanes.delete(key);
  };

  const handOver = async (delivery: Delivery): Promise<void> => {
    await new Promise(resolve => setImmediate(resolve));
    if (delivery.lane) await enter(delivery.lane);
    try {
      await delivery.run();
    } catch (cause) {
      failed(delivery.what, cause);
    } finally {
      if (delivery.lane) leave(delivery.lane);
    }
  };

  return delivery => void work.track(handOver(delivery));
}
