import type { Placement } from '../agreement';

/** What whoever ends their shift offers to the next one of their team. */
export interface Shift {
  readonly shift: string;
  /** Who offers it and stays accountable. */
  readonly by: string;
  readonly at: number;
  readonly to: Placement & { readonly team: string };
  readonly deadline: number;
  /** When the lead is told that nobody took it, epoch ms. */
  readonly takeBy: number;
  readonly texts: Readonly<Record<string, string>>;
  /** The next shift took others and not this one, or nobody took it in time. */
  readonly left?: 'out' | 'untaken';
}
