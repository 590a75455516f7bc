/** Who is on call for a team, as its desk said; instants in epoch ms. */
export interface OnCall {
  /** Agreement ids: whoever answers, then whoever stands in. Nobody is a fact: the agreement's roster counts. */
  readonly people: readonly string[];
  /** Since when Baton knows these. */
  readonly since: number;
  /** When the desk was last asked, and since when it has not answered. */
  readonly askedAt: number;
  readonly failedSince?: number;
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((person, index) => person === other[index]);

/** What is known once the desk named these people at `now` (epoch ms); where it did not answer, what it said last stays. */
export function onCallAfter(before: OnCall | undefined, named: readonly string[] | undefined, now: number): OnCall {
  const last = before ?? { people: [], since: now };
  if (named === undefined) return { ...last, askedAt: now, failedSince: before?.failedSince ?? now };
  return { people: named, since: isSame(last.people, named) ? last.since : now, askedAt: now };
}
