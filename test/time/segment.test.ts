import fc from 'fast-check';
import {
  intersectSegments,
  isEmptySegment,
  mergeSegments,
  segmentsLength,
  subtractSegments,
  type Segment,
} from '../../shared/src/time';
import { holds } from './property';

const segments = fc.array(
  fc
    .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 20 }))
    .map(([start, size]): Segment => [start, start + size]),
  { maxLength: 12 },
);

describe('segments are half-open', () => {
  it('so that one ending where it starts is empty, and so is one ending before', () => {
    expect(
      [
        [1, 1],
        [2, 1],
        [1, 2],
      ].map(([start = 0, end = 0]) => isEmptySegment([start, end])),
    ).toEqual([true, true, false]);
  });

  it('so that adjoining ones share no instant', () => {
    expect(intersectSegments([[0, 10]], [[10, 20]])).toEqual([]);
    expect(subtractSegments([[0, 10]], [[10, 20]])).toEqual([[0, 10]]);
    expect(
      mergeSegments([
        [10, 20],
        [0, 10],
      ]),
    ).toEqual([[0, 20]]);
  });
});

describe('the algebra of segments', () => {
  it('merges in any order and drops what is empty', () => {
    expect(
      mergeSegments([
        [20, 30],
        [5, 5],
        [0, 10],
        [8, 12],
        [9, 2],
      ]),
    ).toEqual([
      [0, 12],
      [20, 30],
    ]);
    expect(mergeSegments([])).toEqual([]);
  });

  it('intersects one with many and many with one', () => {
    expect(
      intersectSegments(
        [[0, 100]],
        [
          [-5, 5],
          [10, 20],
          [95, 105],
        ],
      ),
    ).toEqual([
      [0, 5],
      [10, 20],
      [95, 100],
    ]);
    expect(
      intersectSegments(
        [
          [-5, 5],
          [10, 20],
          [95, 105],
        ],
        [[0, 100]],
      ),
    ).toEqual([
      [0, 5],
      [10, 20],
      [95, 100],
    ]);
  });

  it('subtracts from the middle, from the ends, and all', () => {
    expect(subtractSegments([[0, 10]], [[4, 6]])).toEqual([
      [0, 4],
      [6, 10],
    ]);
    expect(
      subtractSegments(
        [[0, 10]],
        [
          [-1, 1],
          [9, 11],
        ],
      ),
    ).toEqual([[1, 9]]);
    expect(subtractSegments([[0, 10]], [[-1, 11]])).toEqual([]);
    expect(subtractSegments([[0, 10]], [])).toEqual([[0, 10]]);
  });

  it('measures what is there', () => {
    expect(
      segmentsLength([
        [0, 10],
        [20, 25],
        [30, 30],
      ]),
    ).toBe(15);
  });

  it('leaves its arguments alone', () => {
    const unsorted = Object.freeze([Object.freeze([5, 6] as const), Object.freeze([1, 2] as const)]);
    expect(mergeSegments(unsorted)).toEqual([
      [1, 2],
      [5, 6],
    ]);
  });
});

describe('whatever the segments are', () => {
  it('subtracting and then adding back what both had restores them', () => {
    holds(
      fc.property(segments, segments, (a, b) => {
        const [from, removed] = [mergeSegments(a), mergeSegments(b)];
        const rest = subtractSegments(from, removed);
        expect(mergeSegments([...rest, ...intersectSegments(from, removed)])).toEqual(from);
      }),
    );
  });

  it('what remains has nothing in common with what was removed', () => {
    holds(
      fc.property(segments, segments, (a, b) => {
        const [from, removed] = [mergeSegments(a), mergeSegments(b)];
        expect(intersectSegments(subtractSegments(from, removed), removed)).toEqual([]);
      }),
    );
  });

  it('the length of a union is that of both less what they share', () => {
    holds(
      fc.property(segments, segments, (a, b) => {
        const [first, second] = [mergeSegments(a), mergeSegments(b)];
        const union = segmentsLength(mergeSegments([...a, ...b]));
        expect(union).toBe(
          segmentsLength(first) + segmentsLength(second) - segmentsLength(intersectSegments(first, second)),
        );
      }),
    );
  });

  it('every instant is in the result exactly when it is in the arguments', () => {
    holds(
      fc.property(segments, segments, fc.integer({ min: -60, max: 80 }), (a, b, at) => {
        const has = (list: readonly Segment[]): boolean => list.some(([start, end]) => at >= start && at < end);
        const [first, second] = [mergeSegments(a), mergeSegments(b)];
        expect(has(first)).toBe(has(a));
        expect(has(intersectSegments(first, second))).toBe(has(a) && has(b));
        expect(has(subtractSegments(first, second))).toBe(has(a) && !has(b));
      }),
    );
  });

  it('normal form is ascending with a gap before each', () => {
    holds(
      fc.property(segments, list => {
        const merged = mergeSegments(list);
        merged.forEach(([start, end], index) => {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThan(merged[index - 1]?.[1] ?? -Infinity);
        });
      }),
    );
  });
});
