import { backupOf, firstAsked, isManned, isThere, type Directory, type Rung } from '../agreement';
import type { TicketEventOf } from '../ticket';
import { comes, type Coming, type Finds, type Next } from './coming';
import { disputedAt, disputedClaim } from './confirming';
import { fact, facts, nothing, type Context, type Decision } from './decision';
import type { NewFact } from './events';
import { rungReached } from './decideRung';
import { nextReaching } from './nextRung';
import { isAwaitingInfo } from './openAsks';
import { leaseEndsAt, leaseLapsed } from './lease';
import { longestAt, pauseRanOut, pauseVoided, voidAt } from './pauseEnds';
import { confirmsAt, silenceConfirms } from './resolution';
import { expiring } from './decideOverride';
import { untaken } from './decideShift';
import type { Offered, Open, State } from './state';
import { takenUp, takenUpAt } from './takenUp';
import { offerDueAt } from './targets';
import { answerMissed, bothLeads, nextThreshold, shareUsed } from './thresholds';
import { triageLapsed } from './triage';
import { leftUnclear } from './decideUnclear';

type Passed = TicketEventOf<'TimePassed'>;
/** What makes an offer climb. */
type Climbing = TicketEventOf<'TimePassed' | 'DirectoryRead'>;

/** The lead of a party, if they are there at `at` (epoch ms). */
function leadOf(directory: Directory, party: 'msp' | 'client', at: number): string | undefined {
  const { lead } = directory.parties[party];
  return isThere(directory, lead, at) ? lead : undefined;
}

/** A rung that an offer reaches: its number, 1 being the first, and the epoch ms at which it does. */
interface Reached extends Leaving {
  readonly rung: Rung;
  readonly number: number;
}

/** Whom a rung names when the offer reaches it; nobody is an answer too. */
const personOn = (directory: Directory, { rung, at }: Reached, party: 'msp' | 'client'): string | undefined =>
  ({ team: firstAsked, backup: backupOf, lead: () => leadOf(directory, party, at) })[rung.who](
    directory,
    rung.team,
    at,
  );

function deemed({ offer }: Offered, event: Passed, at: number, person: string): NewFact {
  const { handoff, deadline, to } = offer;
  const taken = { handoff, to: { party: to.party, team: to.team, person }, how: 'deemed', deadline } as const;
  return fact(event, 'HandoffAccepted', taken, { at, deemed: true });
}

function ladderEnd({ directory }: Context, { offer }: Offered, event: Climbing, at: number): NewFact {
  const { msp, client } = directory.parties;
  const owed = [...new Set([directory.parties[offer.to.party].coordinator, msp.lead, client.lead])];
  return fact(event, 'LadderEnded', { handoff: offer.handoff, owed }, { at });
}

/** When (epoch ms) an offer leaves its rung, and why where not for want of an answer. */
interface Leaving {
  readonly at: number;
  readonly because?: 'nobody there';
}

/** The offer on one rung of its ladder, and whether anybody is there. */
function onRung(context: Context, { offer }: Offered, event: Climbing, reached: Reached) {
  const { rung, number, at } = reached;
  const person = personOn(context.directory, reached, offer.to.party);
  const to = { party: offer.to.party, team: rung.team, ...(person === undefined ? {} : { person }) };
  const isTeam = rung.who === 'team' && isManned(context.directory, rung.team, at);
  const found = person !== undefined || isTeam ? 'somebody' : 'nobody';
  const why = reached.because === undefined ? {} : { because: reached.because, tell: bothLeads(context) };
  const lapsed = { handoff: offer.handoff, rung: number, to, found, ...why } as const;
  return { found, lapsed: fact(event, 'OfferLapsed', lapsed, { at }) };
}

/** The next rung on which somebody is, or the ladder's end; rungs with nobody are passed at once, and each says so. */
export function climb(context: Context, state: Offered, event: Climbing, leaving: Leaving): NewFact[] {
  const { ladder } = state.terms.boundaries[state.offer.crossing];
  const climbed: NewFact[] = [];
  for (const [index, rung] of ladder.entries()) {
    if (index < state.offer.rung) continue;
    const { found, lapsed } = onRung(context, state, event, { ...leaving, rung, number: index + 1 });
    climbed.push(lapsed);
    if (found === 'somebody') return climbed;
  }
  return [...climbed, ladderEnd(context, state, event, leaving.at)];
}

function lapse(context: Context, state: Offered, event: Passed, at: number): NewFact[] {
  return [...answerMissed(context, state, event, at), ...lapsed(context, state, event, at)];
}

function lapsed(context: Context, state: Offered, event: Passed, at: number): NewFact[] {
  if (state.offer.triage !== undefined) return triageLapsed(state, event, at);
  const { deemedAccepted } = state.terms.boundaries[state.offer.crossing];
  const lead = leadOf(context.directory, state.offer.to.party, at);
  if (deemedAccepted && !state.offer.isMissed && lead !== undefined) return [deemed(state, event, at, lead)];
  return climb(context, state, event, { at });
}

const lapsesAt = (state: Offered): number | undefined =>
  state.offer.owed !== undefined || isAwaitingInfo(state)
    ? undefined
    : Math.max(offerDueAt(state, state.offer.rungSince), state.termsSince);

const underOffer = ({ at, becomes }: Coming<Offered>): Finds =>
  comes({
    at: state => (state.status === 'offered' ? at(state) : undefined),
    becomes: (context, state, event, due) => (state.status === 'offered' ? becomes(context, state, event, due) : []),
  });

/** What is to be said next is found once, with its instant. */
const thresholds: Finds = state => {
  const next = nextThreshold(state);
  return next && { at: next.at, becomes: (context, _, event) => [shareUsed(context, state, event, next)] };
};

/** Everything that time brings about; of two at one instant the first here comes first. */
const comings: readonly Finds[] = [
  comes({ at: disputedAt, becomes: (_, state, event) => disputedClaim(state, event) }),
  comes({ at: voidAt, becomes: (_, state, event, at) => pauseVoided(state, event, at) }),
  comes({ at: longestAt, becomes: (_, __, event, at) => pauseRanOut(event, at) }),
  thresholds,
  comes({ at: state => nextReaching(state)?.at, becomes: rungReached }),
  comes({ at: leaseEndsAt, becomes: (_, state, event, at) => leaseLapsed(state, event, at) }),
  comes(untaken),
  comes(expiring),
  comes(leftUnclear),
  comes({ at: confirmsAt, becomes: (_, __, event, at) => silenceConfirms(event, at) }),
  underOffer({ at: takenUpAt, becomes: (_, state, event, at) => takenUp(state, event, at) }),
  underOffer({ at: lapsesAt, becomes: lapse }),
];

function soonest(state: Open): Next | undefined {
  let first: Next | undefined;
  for (const find of comings) {
    const next = find(state);
    if (next && (first === undefined || next.at < first.at)) first = next;
  }
  return first;
}

/** A state is asked several times on its way through a ledger, and is never changed. */
const found = new WeakMap<Open, { readonly next: Next | undefined }>();

function nextComing(state: State): Next | undefined {
  if (state.status === 'unopened' || state.status === 'gone') return undefined;
  const known = found.get(state) ?? { next: soonest(state) };
  found.set(state, known);
  return known.next;
}

/**
 * The next instant (epoch ms) at which passing time alone becomes a fact; undefined while nothing waits. Promises
 * that were replaced meanwhile are not missed before the instant of their replacement.
 */
export const nextDue = (state: State): number | undefined => nextComing(state)?.at;

/**
 * Time has passed: what comes next becomes a fact at its own instant, whenever that is noticed. One step; asked again
 * while {@link nextDue} has passed too.
 */
export function decideTimePassed(context: Context, state: State, event: Passed): Decision {
  const next = nextComing(state);
  if (state.status === 'unopened' || !next || next.at > event.at) return nothing;
  return facts(...next.becomes(context, state, event, next.at));
}
