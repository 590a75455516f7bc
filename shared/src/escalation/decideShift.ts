import { isMember, type Placement } from '../agreement';
import type { TicketEvent, TicketEventOf } from '../ticket';
import { dueAfter } from '../time';
import { noOffer, unsaid } from './answering';
import { isCommanded } from './command';
import { custodian } from './custody';
import { fact, facts, nothing, refuse, type Context, type Decision } from './decision';
import type { NewFact } from './events';
import { hoursOf } from './hours';
import { actingFor, isActive } from './participants';
import { toldOnce, untakenOf } from './occasions';
import { openShift, untakenAt } from './openShift';
import type { Shift } from './shift';
import type { Held, Offered, Open, State } from './state';
import { claimWithin } from './targets';
import { leadOf } from './thresholds';

type Offer = TicketEventOf<'OfferShift'>;

const YEAR = 366 * 86_400_000;

const nameOf = ({ directory }: Context, person: string | undefined): string =>
  directory.people[person ?? '']?.name ?? 'Somebody else';

/** Only who has it in hand hands it over; a major incident's command is taken instead. */
function notTheirs(context: Context, state: Open, { actor }: Offer): Decision | undefined {
  const { person, party } = custodian(state);
  if (isCommanded(state)) {
    const sentence = `${nameOf(context, person)} commands it as a major incident.`;
    return refuse('commanded', sentence, 'Let the next commander press Take command.');
  }
  if (person !== undefined && person === actor.person && isActive(context, person)) return undefined;
  const holder = person === undefined ? context.directory.parties[party].name : nameOf(context, person);
  return refuse('not-holder', `${holder} has it, so only they can hand it over.`, 'Reload to see who holds it.');
}

/** The team it lies with; where a desk says none, its holder's own. */
function teamOf({ directory }: Context, state: Open): string | undefined {
  const { team, person = '' } = custodian(state);
  return team ?? directory.people[person]?.teams[0];
}

const wrongDeadline = (code: 'deadline-past' | 'deadline-too-late', deadline: string): Decision =>
  refuse(code, deadline, 'Choose another time.', { deadline });

/** What another party was promised by a time is not put off by a change of shift (law 11). */
function putOff({ promised }: Open, { at, deadline }: Offer): Decision | undefined {
  if (deadline <= at) return wrongDeadline('deadline-past', 'This time has already passed.');
  if (deadline - at > YEAR) return wrongDeadline('deadline-too-late', 'Choose a time within a year.');
  const isPromised = promised !== undefined && promised.deadline > at;
  if (!isPromised || deadline <= promised.deadline) return undefined;
  return wrongDeadline('deadline-too-late', 'It was promised earlier; choose that time or one before it.');
}

const isWorkedOn = (state: State): state is Held | Offered => state.status === 'held' || state.status === 'offered';

/** Whoever ends their shift says what is next, by when, and offers it to the next of their team (rules §6). */
export function decideOfferShift(context: Context, state: State, event: Offer): Decision {
  if (!isWorkedOn(state)) return noOffer(context, state);
  const refusal =
    notTheirs(context, state, event) ??
    unsaid('nextAction', event.nextAction, 'Say in one sentence what is next.') ??
    putOff(state, event);
  if (refusal) return refusal;
  const { party } = custodian(state);
  const team = teamOf(context, state);
  if (team === undefined) return refuse('unknown-team', 'No team has it.', 'Give it to a team first.');
  const takeBy = dueAfter(hoursOf(state.terms, party, team), event.at, claimWithin(state, party));
  const offered = { shift: event.shift, to: { party, team }, deadline: event.deadline, takeBy };
  return facts(fact(event, 'ShiftOffered', offered, { texts: { nextAction: event.nextAction.trim() } }));
}

/** What is offered to the next shift, and who of it acts. */
interface Taking {
  readonly state: Open;
  readonly shift: Shift;
  readonly person: string;
}

/** Of the team it is offered to, and not who offers it. */
const isNext = ({ directory }: Context, { by, to }: Shift, person: string): boolean =>
  person !== by && isMember(directory, person, to.team);

function notInTeam({ directory }: Context, { to }: Shift): Decision {
  const team = directory.teams[to.team]?.name ?? 'the team';
  return refuse('not-in-team', `It is offered to the next shift of ${team}.`, `Ask somebody of ${team} to take it.`);
}

const noShift = (): Decision =>
  refuse('no-shift', 'This is not offered to the next shift any more.', 'Reload to see who holds it.');

/** Who of the next shift acts on what, or why not. */
function taking(context: Context, state: State, event: TicketEvent & { readonly shift: string }): Taking | Decision {
  if (state.status === 'unopened') return noShift();
  const shift = openShift(state);
  if (shift?.shift !== event.shift) return noShift();
  const person = actingFor(context, event, shift.to.party);
  if (typeof person !== 'string') return person;
  return isNext(context, shift, person) ? { state, shift, person } : notInTeam(context, shift);
}

const hasTaken = (state: State, { actor }: TicketEvent): boolean =>
  state.status !== 'unopened' && state.custody.at(-1)?.how === 'shift' && custodian(state).person === actor.person;

/** Urgent work is taken by a press of its own, never among others. */
const isTooUrgent = ({ terms }: Open): boolean => terms.priority <= 2;

/** Somebody of the next shift takes it: the person changes, the party never. */
export function decideTakeShift(context: Context, state: State, event: TicketEventOf<'TakeShift'>): Decision {
  if (hasTaken(state, event)) return nothing;
  const take = taking(context, state, event);
  if (!('shift' in take)) return take;
  const { shift, person } = take;
  if (isTooUrgent(take.state) && !event.isAlone) {
    return refuse('own-press', `A P${take.state.terms.priority} is taken by itself.`, 'Press its own button.');
  }
  const to = { party: shift.to.party, team: shift.to.team, person };
  return facts(fact(event, 'ShiftTaken', { shift: shift.shift, to, how: 'taken' }));
}

/** The next shift took the others: this one stays where it is, and their lead sees so. */
export function decideLeaveOut(context: Context, state: State, event: TicketEventOf<'LeaveOutOfShift'>): Decision {
  const take = taking(context, state, event);
  return 'shift' in take ? facts(fact(event, 'ShiftLeftOut', { shift: event.shift })) : take;
}

const isTheirTeam = ({ to }: Shift, { party, team = to.team }: Placement): boolean =>
  party === to.party && team === to.team;

/** Somebody of the next shift assigned it to themself on the desk: taking it is accepting it there too. */
export function claimedFromShift(
  context: Context,
  state: Open,
  { to: { person = '', ...place }, ...event }: TicketEventOf<'TicketMoved'>,
): NewFact | undefined {
  const shift = openShift(state);
  if (!shift || event.at < shift.at || event.actor.person !== person) return undefined;
  if (!isTheirTeam(shift, place) || !isNext(context, shift, person)) return undefined;
  const taken = { shift: shift.shift, to: { ...shift.to, person }, how: 'claimed natively' } as const;
  return fact({ ...event, to: place }, 'ShiftTaken', taken);
}

/** Nobody took it in time: whoever offered it stays accountable, and they and their lead hear so once. */
function shiftUntaken(context: Context, state: Open, event: TicketEvent, at: number): NewFact[] {
  const { shift } = state;
  if (!shift) return [];
  const told = [shift.by, leadOf(context, shift.to.party)];
  const tell = [...new Set(told.filter(one => one !== undefined && isActive(context, one)))] as string[];
  const once = toldOnce(context, untakenOf(shift.shift, shift.takeBy), tell);
  return [fact(event, 'ShiftUntaken', { shift: shift.shift, ...once }, { at })];
}

/** What time brings about where nobody of the next shift takes it. */
export const untaken = { at: untakenAt, becomes: shiftUntaken } as const;
