/** What a search finds, without the places at which it can be paused. */
export function* withoutPauses<Found>(search: Iterable<Found | undefined>): Generator<Found> {
  for (const found of search) if (found !== undefined) yield found;
}

/** The outcome of a search that nobody wants to pause. */
export function outcomeOf<Outcome>(search: Generator<unknown, Outcome>): Outcome {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}
