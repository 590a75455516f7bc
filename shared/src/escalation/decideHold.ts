import { otherParty, type HoldingParty } from '../agreement';
import { clockOf, type Clock } from '../clock';
import type { TicketEventOf } from '../ticket';
import { noOffer } from './answering';
import { custodian } from './custody';
import { fact, facts, nothing, refuse, type Context, type Decision } from './decision';
import type { HoldReview } from './hold';
import { actingFor, partyOfActor } from './participants';
import { promiseReading } from './promise';
import type { Open, State } from './state';

type Placing = TicketEventOf<'PlaceHold'>;

const onlyHolder = ({ directory }: Context, party: HoldingParty): Decision =>
  refuse('wrong-party', `Only ${directory.parties[party].name} holds the ticket and can pause it.`, 'Ask them to.');

const notWaiting = (): Decision =>
  refuse(
    'not-waiting',
    'The ticket does not wait for the customer.',
    'Set its status to one that waits for the customer first.',
  );

const nothingAsked = (): Decision =>
  refuse(
    'nothing-asked',
    'The customer was asked nothing that they have not answered.',
    'Write to them in a public reply, then press again.',
  );

/** A pause for the customer, provisional still or run out, that its holder may make a hold. */
const isWaiting = ({ uncounted }: Open, clock: Clock): boolean =>
  clock.status === 'paused' || (clock.status === 'running' && uncounted === 'customer');

/** Whether the customer was asked something since they wrote last, and since a hold for that ran out. */
function isAsked({ terms, holds }: Open, asked: number | undefined): boolean {
  if (terms.holds?.evidence === false) return true;
  return asked !== undefined && holds.every(({ ranOutAt = -Infinity }) => asked > ranOutAt);
}

/** From this share (per cent) of a target on, a hold is late. */
const LATE = 80;

/** The largest share (per cent) that had passed of a promise not yet kept. */
function shareAt(state: Open, at: number): number {
  const isAnswered = state.firstReplyAt !== undefined && state.firstReplyAt <= at;
  const readings = [
    promiseReading(state, 'resolve', at),
    isAnswered ? undefined : promiseReading(state, 'respond', at),
  ];
  return Math.max(...readings.map(reading => (reading ? (reading.elapsed / reading.within) * 100 : 0)));
}

/** Why the review looks at it by itself (rules §5.6). */
function reviewOf(state: Open, since: number, asked = 0): HoldReview[] {
  const share = shareAt(state, since);
  const found: Readonly<Record<HoldReview, boolean>> = {
    late: share >= LATE,
    warned: share >= Math.min(...(state.terms.warnings ?? []), 100),
    repeated: state.holds.some(hold => (hold.asked ?? 0) >= asked),
  };
  return (Object.keys(found) as HoldReview[]).filter(why => found[why]);
}

function placed(state: Open, event: Placing, since: number): Decision {
  const { whom, asked } = event;
  const review = reviewOf(state, since, asked);
  return facts(
    fact(event, 'HoldPlaced', {
      whom,
      since,
      ...(asked === undefined ? {} : { asked }),
      ...(review.length > 0 ? { review } : {}),
    }),
  );
}

/**
 * The holder says that the customer is waited for: a provisional pause counts from its start, otherwise one begins now.
 * Nobody else pauses, and nothing is back-dated (rules §5.6).
 */
export function decidePlaceHold(context: Context, state: State, event: Placing): Decision {
  if (state.status === 'unopened' || state.status === 'resolved') return noOffer(context, state);
  const { party } = custodian(state);
  if (partyOfActor(context, event) === otherParty(party)) return onlyHolder(context, party);
  const person = actingFor(context, event, party);
  return typeof person === 'string' ? placing(state, event) : person;
}

function placing(state: Open, event: Placing): Decision {
  const clock = clockOf(state.marks);
  if (!isWaiting(state, clock)) return notWaiting();
  if (clock.status !== 'paused') return isAsked(state, event.asked) ? placed(state, event, event.at) : nothingAsked();
  if (!clock.isProvisional) return nothing;
  return isAsked(state, event.asked) ? placed(state, event, clock.pausedAt) : nothingAsked();
}

/** The party that did not place a hold says that nobody was waited for: the review settles it, no clock changes. */
export function decideDisputeHold(context: Context, state: State, event: TicketEventOf<'DisputeHold'>): Decision {
  if (state.status === 'unopened') return noOffer(context, state);
  const hold = state.holds.find(({ since }) => since === event.since);
  if (!hold) return refuse('not-waiting', 'There was no such pause.', 'Reload to see what there was.');
  const person = actingFor(context, event, otherParty(hold.party));
  if (typeof person !== 'string') return person;
  return hold.isDisputed ? nothing : facts(fact(event, 'HoldDisputed', { since: hold.since }));
}
