import type { WorkbenchClock } from './clock';

/** What becomes of one product event on its way to the app: neither platform promises that it comes once or in order. */
export type Arrival = 'duplicate' | 'delay' | 'reorder' | 'drop';

/** Asked before a product event is handed to the app; undefined lets it come once and in its turn. */
export type Arrivals = (event: string) => Arrival | undefined;

/** How late a delayed event comes, ms on the workbench's clock. One that waits to be overtaken waits no longer. */
export const LATE = 5 * 60_000;

interface Way {
  readonly clock: WorkbenchClock;
  readonly arrivals: Arrivals | undefined;
  /** Whose events they are, for the clock's list of what comes next. */
  readonly product: string;
  /** Resolves when what was handed over is done. */
  idle(): Promise<void>;
}

/**
 * The way of a product's events to the app; `hand` gives one over. An event to be reordered changes places with the
 * next one, which is not held back in its turn.
 */
export function arriving({ clock, arrivals, product, idle }: Way): (event: string, hand: () => void) => void {
  let overtaken: (() => void) | undefined;
  const later = (event: string, hand: () => void) =>
    clock.alarm(clock.now() + LATE, `${product}: late ${event}`, async () => {
      hand();
      await idle();
    });
  const holdBack = (event: string, hand: () => void) => {
    const release = () => {
      overtaken = undefined;
      takeBack();
      hand();
    };
    const takeBack = later(event, release);
    overtaken = release;
  };
  const ways: Record<Arrival, (event: string, hand: () => void) => void> = {
    drop: () => undefined,
    duplicate: (_event, hand) => {
      hand();
      hand();
    },
    delay: (event, hand) => void later(event, hand),
    reorder: holdBack,
  };
  return (event, hand) => {
    const waiting = overtaken;
    const arrival = arrivals?.(event);
    if (arrival === undefined || (waiting && arrival === 'reorder')) hand();
    else ways[arrival](event, hand);
    waiting?.();
  };
}
