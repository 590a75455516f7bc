import { activeAt, type Moving, type Versions } from '../agreement';

/** That what is open goes on under a version: which one, and the act that chose it. */
export interface MovingOrder extends Moving {
  readonly version: number;
}

/** What is to be done with open escalations at an instant (epoch ms); undefined where each keeps its own version. */
export function movingNow(versions: Versions, now: number): MovingOrder | undefined {
  const active = activeAt(versions, now);
  return active?.moving && { version: active.version, ...active.moving };
}
