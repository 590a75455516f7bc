/** A channel that takes nothing: since when, and when the owners were told; epoch ms. */
export interface Outage {
  readonly since: number;
  readonly toldAt?: number;
}

/** Channels that take nothing, by their ids. */
export type Outages = Readonly<Record<string, Outage>>;
