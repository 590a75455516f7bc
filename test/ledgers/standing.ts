import { clockOf } from '../../shared/src/clock';
import { custodian, obligations, resolveReading, waterfall, type State } from '../../shared/src/escalation';

/** Everything a screen or a review reads off a state at `now` (epoch ms): what must never change for an old ledger. */
export function standingOf(state: State, now: number): unknown {
  if (state.status === 'unopened') return { status: state.status };
  return {
    status: state.status,
    custodian: custodian(state),
    custody: state.custody.map(({ at, to, how }) => ({ at, to, how })),
    offers: state.offers.map(({ handoff, from, to, answer }) => ({
      handoff,
      from,
      to: to ?? null,
      answer: answer ?? null,
    })),
    clock: clockOf(state.marks),
    reading: resolveReading(state, now),
    obligations: obligations(state, now).map(({ passes: _, ...owed }) => owed),
    waterfall: waterfall(state, now),
  };
}
