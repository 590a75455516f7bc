import type { TicketEventOf } from '../ticket';
import type { Context } from './decision';
import type { NewFact } from './events';
import type { Open } from './state';

/** What something means at its instant (epoch ms), whenever it is noticed. */
type Becomes<S> = (context: Context, state: S, event: TicketEventOf<'TimePassed'>, at: number) => readonly NewFact[];

/** What time brings about next, and when (epoch ms). */
export interface Next {
  readonly at: number;
  readonly becomes: Becomes<Open>;
}

/** Finds what time brings about next in a state, of one kind; undefined while nothing of the kind waits. */
export type Finds = (state: Open) => Next | undefined;

/** One kind of thing that passing time alone brings about, and when it does (epoch ms). */
export interface Coming<S extends Open = Open> {
  readonly at: (state: S) => number | undefined;
  readonly becomes: Becomes<S>;
}

/** Finds a kind that means the same whenever it comes. */
export const comes =
  ({ at, becomes }: Coming): Finds =>
  state => {
    const due = at(state);
    return due === undefined ? undefined : { at: due, becomes };
  };
