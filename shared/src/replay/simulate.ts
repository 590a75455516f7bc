import type { Directory } from '../agreement';
import { decide, evolve, needsTerms, nextDue, settleAt, unopened, type Fact, type State } from '../escalation';
import type { TicketEvent } from '../ticket';
import type { Agreed } from './agreed';
import type { Course, Standing } from './course';
import { personIn, SOMEBODY, ticketEvents } from './ticketEvents';
import type { TeamPlace } from './teamPlaces';

/** What Baton would have written of a case, and how it would have left it. */
export interface Simulated {
  readonly facts: readonly Fact[];
  readonly state: State;
  /** Epoch ms until which time was let pass. */
  readonly until: number;
}

interface Run {
  state: State;
  readonly facts: Fact[];
  readonly directory: Directory;
  readonly agreed: Agreed;
  readonly id: string;
}

/** The log's own people, each in the teams they were seen in, and for each party somebody whom it does not name. */
function withPeople({ directory, placeOf, intake }: Agreed, { standings }: Course): Directory {
  const people: Record<string, Directory['people'][string]> = { ...directory.people };
  const add = (place: TeamPlace, person: string): void => {
    const id = personIn(place, person);
    const teams = people[id]?.teams ?? [];
    if (!teams.includes(place.team))
      people[id] = { name: id, party: place.party, teams: [...teams, place.team], active: true };
  };
  let place = intake;
  for (const { team, person } of standings) {
    place = placeOf(team, person) ?? place;
    if (place) for (const one of [person ?? SOMEBODY, SOMEBODY]) add(place, one);
  }
  return { ...directory, people };
}

/** One event through the rules; a refusal is something that history did all the same. */
function take(run: Run, event: TicketEvent, standing: Standing): void {
  const terms = needsTerms(run.state, event) ? run.agreed.termsOf(standing) : undefined;
  const decision = decide(
    { directory: run.directory, nextId: `${run.id}:${run.facts.length}`.slice(0, 120), ...(terms ? { terms } : {}) },
    run.state,
    event,
  );
  if ('refusal' in decision) return;
  for (const fact of decision.facts) {
    // What people wrote is in no history, so there are no texts to be hashed.
    const written = { seq: run.facts.length + 1, ...fact } as Fact;
    run.facts.push(written);
    run.state = evolve(run.state, written);
  }
}

const byItself = { actor: { rule: 'baton' }, channel: 'clock', assurance: 'platform' } as const;

/** Lets time pass until an instant (epoch ms, inclusive), one due instant after the other. */
function passTime(run: Run, until: number, standing: Standing): void {
  for (;;) {
    const [due = Infinity, settles = Infinity] = [nextDue(run.state), settleAt(run.state)];
    const at = Math.min(due, settles);
    if (at > until) return;
    const before = run.facts.length;
    const circumstances = { at, learned: at, ...byItself };
    const settling = { type: 'SettleTransfer', alike: 1, isFirst: true } as const;
    const passing = { type: 'TimePassed' } as const;
    take(run, { deliveryId: `time:${at}`, ...circumstances, ...(settles <= due ? settling : passing) }, standing);
    if (run.facts.length === before) return;
  }
}

/** Runs one case through the rules in simulated time, as far as its last event. */
export function simulate(course: Course, agreed: Agreed): Simulated {
  const run: Run = { state: unopened, facts: [], directory: withPeople(agreed, course), agreed, id: course.id };
  let until = course.opened;
  for (const [event, standing] of ticketEvents(course, agreed)) {
    passTime(run, event.at, standing);
    take(run, event, standing);
    until = event.at;
  }
  const last = course.standings[course.standings.length - 1];
  if (last) passTime(run, (until = Math.max(until, last.at)), last);
  return { facts: run.facts, state: run.state, until };
}
