import type { Placement } from '../agreement';
import type { TicketEvent } from '../ticket';
import type { Agreed } from './agreed';
import type { Course, Standing } from './course';
import type { TeamPlace } from './teamPlaces';

type Without<T> = T extends TicketEvent
  ? Omit<T, 'deliveryId' | 'at' | 'learned' | 'actor' | 'channel' | 'assurance'>
  : never;
/** What happened, without the circumstances that are the same for all of a history. */
type Happening = Without<TicketEvent>;

/** What happened, and who did it where that is known. */
type News = readonly [what: Happening, who?: string | undefined];

/** Somebody of the log under an id of their own for each party, since no person is of two. */
export const personIn = ({ party }: TeamPlace, person: string): string => `${party}:${person}`.slice(0, 120);

/** Who has it where the log names nobody. */
export const SOMEBODY = 'somebody';

/** What was told of a case so far. */
interface Told {
  place: TeamPlace | undefined;
  claimedBy: string | undefined;
  isResolved: boolean;
  isWaiting: boolean;
  priority: string | undefined;
}

const told = (standing: Standing, number: number, what: Happening, person?: string): TicketEvent =>
  ({
    deliveryId: `event:${number}`,
    at: standing.at,
    learned: standing.at,
    actor: person === undefined ? {} : { person },
    channel: 'replay',
    assurance: 'platform',
    ...what,
  }) as TicketEvent;

const isElsewhere = (one: TeamPlace, other: TeamPlace | undefined): boolean =>
  one.party !== other?.party || one.team !== other.team;

/** Where an event finds the ticket, and who has it there; a team that nothing is known of leaves it where it was. */
function moved(before: Told, standing: Standing, agreed: Agreed): readonly News[] {
  const place = agreed.placeOf(standing.team, standing.person) ?? before.place;
  if (!place) return [];
  if (isElsewhere(place, before.place)) {
    before.place = place;
    before.claimedBy = undefined;
    return [[{ type: 'TicketMoved', to: { ...place } }]];
  }
  return claimed(before, standing, place);
}

/** Somebody else is named at it than before. */
function claimed(before: Told, { person: name, isResolved }: Standing, place: TeamPlace): readonly News[] {
  const person = name === undefined ? undefined : personIn(place, name);
  if (person === undefined || person === before.claimedBy || isResolved) return [];
  before.claimedBy = person;
  const to: Placement = { person, ...place };
  return [[{ type: 'TicketMoved', to }, person]];
}

function waited(before: Told, { isWaiting, at }: Standing): readonly News[] {
  if (isWaiting === before.isWaiting) return [];
  before.isWaiting = isWaiting;
  if (!isWaiting) return [[{ type: 'WaitingEnded' }]];
  const holder = before.claimedBy ?? (before.place && personIn(before.place, SOMEBODY));
  return [
    [{ type: 'WaitingStarted', whom: 'customer' }, holder],
    [{ type: 'PlaceHold', whom: 'customer', asked: at }, holder],
  ];
}

function resolved(before: Told, { isResolved, person }: Standing): readonly News[] {
  if (isResolved === before.isResolved) return [];
  before.isResolved = isResolved;
  const who = before.place && person !== undefined ? personIn(before.place, person) : before.claimedBy;
  return [[{ type: isResolved ? 'TicketResolved' : 'TicketReopened' }, who]];
}

function reprioritised(before: Told, { priority }: Standing): readonly News[] {
  if (priority === before.priority) return [];
  before.priority = priority;
  return [[{ type: 'TicketReprioritised' }]];
}

/**
 * A case as its desk would have reported it. Whoever is named after the move is taken to have taken it, at the first
 * event that shows them at it: history does not tell acceptance, and who moved it is not known.
 */
export function* ticketEvents({ standings }: Course, agreed: Agreed): Generator<readonly [TicketEvent, Standing]> {
  const [first] = standings;
  if (!first) return;
  const begun = agreed.placeOf(first.team, first.person);
  const before: Told = {
    ...{ place: begun ?? agreed.intake, claimedBy: undefined, priority: first.priority },
    ...{ isResolved: false, isWaiting: false },
  };
  // A line of a desk's own export is a whole ticket, so lines do not tell its events apart.
  let number = 0;
  yield [told(first, number, { type: 'TicketOpened', ...(begun ? { to: { ...begun } } : {}) }), first];
  for (const standing of standings) {
    const news = [
      ...(standing === first ? [] : moved(before, standing, agreed)),
      ...reprioritised(before, standing),
      ...waited(before, standing),
      ...resolved(before, standing),
    ];
    for (const [what, person] of news) yield [told(standing, (number += 1), what, person), standing];
  }
}
