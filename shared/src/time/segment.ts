/**
 * A half-open stretch `[start, end)` of one time line, in milliseconds; empty when `end <= start`.
 * The same algebra serves instants (epoch ms) and local wall time; the two lines are never mixed in one call.
 */
export type Segment = readonly [start: number, end: number];

/**
 * Says whether a segment holds no instant at all, which an end at or before the start means.
 *
 * @example
 * isEmptySegment([10, 10]); //=> true
 */
export function isEmptySegment([start, end]: Segment): boolean {
  return end <= start;
}

/**
 * Length of a list of disjoint segments in milliseconds; empty ones count nothing.
 *
 * @example
 * segmentsLength([[0, 10], [20, 25]]); //=> 15
 */
export function segmentsLength(segments: readonly Segment[]): number {
  return segments.reduce((sum, [start, end]) => sum + Math.max(0, end - start), 0);
}

/**
 * The same instants in normal form: ascending, disjoint, adjoining ones joined, empty ones dropped.
 *
 * @param segments - in any order, overlapping or not; left alone
 *
 * @example
 * mergeSegments([[20, 30], [0, 10], [10, 15]]); //=> [[0, 15], [20, 30]]
 */
export function mergeSegments(segments: readonly Segment[]): Segment[] {
  const merged: Segment[] = [];
  const ascending = segments.filter(segment => !isEmptySegment(segment)).sort((a, b) => a[0] - b[0]);
  for (const segment of ascending) {
    const last = merged[merged.length - 1];
    if (last === undefined || segment[0] > last[1]) merged.push(segment);
    else merged[merged.length - 1] = [last[0], Math.max(last[1], segment[1])];
  }
  return merged;
}

/**
 * The instants that lie in both lists.
 *
 * @param first - in normal form ({@link mergeSegments})
 * @param second - in normal form
 *
 * @example
 * intersectSegments([[0, 10], [20, 30]], [[5, 25]]); //=> [[5, 10], [20, 25]]
 */
export function intersectSegments(first: readonly Segment[], second: readonly Segment[]): Segment[] {
  const shared: Segment[] = [];
  let next = 0;
  for (const [start, end] of first) {
    while (next < second.length && endOf(second, next) <= start) next += 1;
    for (let index = next; index < second.length; index += 1) {
      const both: Segment = [Math.max(start, startOf(second, index)), Math.min(end, endOf(second, index))];
      if (isEmptySegment(both)) break;
      shared.push(both);
    }
  }
  return shared;
}

/**
 * The instants of the first list that lie in none of the second.
 *
 * @param from - in normal form ({@link mergeSegments})
 * @param removed - in normal form
 *
 * @example
 * subtractSegments([[0, 10], [20, 30]], [[5, 25]]); //=> [[0, 5], [25, 30]]
 */
export function subtractSegments(from: readonly Segment[], removed: readonly Segment[]): Segment[] {
  return intersectSegments(from, gapsBetween(removed));
}

function gapsBetween(segments: readonly Segment[]): Segment[] {
  const gaps: Segment[] = [];
  let open = -Infinity;
  for (const [start, end] of segments) {
    gaps.push([open, start]);
    open = end;
  }
  gaps.push([open, Infinity]);
  return gaps.filter(gap => !isEmptySegment(gap));
}

function startOf(segments: readonly Segment[], index: number): number {
  return segments[index]?.[0] ?? Infinity;
}

function endOf(segments: readonly Segment[], index: number): number {
  return segments[index]?.[1] ?? Infinity;
}
