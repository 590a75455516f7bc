/**
 * Numbers that look drawn and are the same in every run (a linear congruential generator).
 *
 * @returns a draw of whole numbers from 0 (inclusive) to `below` (exclusive)
 */
export function drawing(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}
