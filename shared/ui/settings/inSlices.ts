/** Nothing is looked for while somebody types: only after so long without a change, ms. */
const PAUSE = 300;
/** So long at a time, ms, so that a key that is pressed meanwhile does not wait. */
const SLICE = 8;

interface Ended<Found, Outcome> {
  readonly found: readonly Found[];
  readonly outcome: Outcome;
}

/** Looks through something beside the typing, a slice at a time. Returns how to stop. */
export function inSlices<Found, Outcome>(
  search: Generator<Found | undefined, Outcome>,
  onEnd: (ended: Ended<Found, Outcome>) => void,
): () => void {
  const found: Found[] = [];
  const look = (): void => {
    const until = performance.now() + SLICE;
    while (performance.now() < until) {
      const step = search.next();
      if (step.done) return onEnd({ found, outcome: step.value });
      if (step.value !== undefined) found.push(step.value);
    }
    timer = setTimeout(look);
  };
  let timer = setTimeout(look, PAUSE);
  return () => clearTimeout(timer);
}
