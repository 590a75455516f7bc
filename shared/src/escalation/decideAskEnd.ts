import type { Directory, HoldingParty } from '../agreement';
import type { TicketEvent, TicketEventOf } from '../ticket';
import { isAgreed, type Ask } from './ask';
import { mayAnswerAsk } from './askedOf';
import { unsaid } from './answering';
import { fact, facts, refuse, type Context, type Decision } from './decision';
import { openAsk, ownerOf } from './openAsks';
import { actingFor, isActive, partyOfActor } from './participants';
import type { Open, State } from './state';

/** An Ask somebody pressed on, and the escalation it belongs to. */
interface Found {
  readonly state: Open;
  readonly ask: Ask;
}

const ends: Readonly<Record<NonNullable<Ask['ended']>, string>> = {
  answered: 'It is already answered.',
  withdrawn: 'It is no longer asked.',
  resolved: 'It was resolved meanwhile, so nothing is asked any more.',
  deleted: 'The ticket was deleted meanwhile, so nothing is asked any more.',
  merged: 'The ticket was merged into another one, so nothing is asked here any more.',
  overtaken: 'The offer it was about is answered.',
};

function found(state: State, id: string): Found | Decision {
  const ask = state.status === 'unopened' ? undefined : openAsk(state, id);
  if (ask && state.status !== 'unopened') return { state, ask };
  const ended = state.status === 'unopened' ? undefined : state.asks.find(one => one.id === id)?.ended;
  return refuse('no-ask', ended ? ends[ended] : 'Nothing is asked here.', 'Reload to see what is open.');
}

/**
 * Whether somebody answers for one who has no seat here: a vendor, or a party that works off the desk (rules §1.2).
 */
function isRecording(context: Context, { state, ask }: Found, event: TicketEvent): boolean {
  const { of } = ask;
  const isAway = of.party === 'vendor' || context.directory.parties[of.party].worksAt === 'off desk';
  return isAway && partyOfActor(context, event) === ownerOf(state, ask);
}

/** Whoever was asked, by name. */
function askedName({ parties, teams, people }: Directory, of: Exclude<Ask['of'], { party: 'vendor' }>): string {
  const person = of.person === undefined ? undefined : people[of.person]?.name;
  const team = of.team === undefined ? undefined : teams[of.team]?.name;
  return person ?? team ?? parties[of.party].name;
}

function notAsked({ directory }: Context, { state, ask }: Found): Decision {
  if (ask.of.party === 'vendor') {
    const { name } = directory.parties[ownerOf(state, ask)];
    return refuse('not-asked', `${name} records what the vendor answers.`, 'Tell them what you know.');
  }
  const name = askedName(directory, ask.of);
  return refuse('not-asked', `${name} was asked.`, `Tell ${name} what you know, or their lead.`);
}

/** How somebody may answer an Ask: for themself, or for one without a seat. Undefined where they may not. */
function voiceOf(context: Context, asked: Found, event: TicketEvent): 'own' | 'recorded' | undefined {
  const { person } = event.actor;
  if (person === undefined || !isActive(context, person)) return undefined;
  if (isRecording(context, asked, event)) return 'recorded';
  return mayAnswerAsk(context.directory, asked.ask.of, person) ? 'own' : undefined;
}

/** Help is given by joining and what was raised by acknowledging it: one press; the rest is an answer in words. */
export const isOnePress = ({ kind }: Pick<Ask, 'kind'>): boolean => kind === 'escalate' || kind === 'raise';

/** The answer that was owed; recorded for whoever has no seat here, it is attested. */
export function decideAnswerAsk(context: Context, state: State, event: TicketEventOf<'AnswerAsk'>): Decision {
  const asked = found(state, event.ask);
  if (!('ask' in asked)) return asked;
  const voice = voiceOf(context, asked, event);
  if (voice === undefined) return notAsked(context, asked);
  const answer = event.answer.trim();
  const missing = isOnePress(asked.ask) ? undefined : unsaid('answer', answer, 'Answer in one sentence.');
  if (missing) return missing;
  const texts = answer === '' ? {} : { texts: { answer } };
  return facts(fact(event, 'AskAnswered', { ask: event.ask }, { ...texts, attested: voice === 'recorded' }));
}

/** Only the party that owes the chase acts on an Ask it made. */
function asOwner(context: Context, asked: Found, event: TicketEvent, remedy: string): string | Decision {
  if (isAgreed(asked.ask))
    return refuse('not-holder', 'The agreement asks this, so nobody takes it back.', 'It ends once it is answered.');
  const party: HoldingParty = ownerOf(asked.state, asked.ask);
  if (partyOfActor(context, event) === party) return actingFor(context, event, party);
  return refuse('not-holder', `Only ${context.directory.parties[party].name} can do this.`, remedy);
}

/** Whoever holds it has asked again. */
export function decideChase(context: Context, state: State, event: TicketEventOf<'ChaseAsk'>): Decision {
  const asked = found(state, event.ask);
  if (!('ask' in asked)) return asked;
  const person = asOwner(context, asked, event, 'Answer it, or raise it.');
  return typeof person === 'string' ? facts(fact(event, 'AskChased', { ask: event.ask })) : person;
}

/** No answer is needed any more. */
export function decideWithdrawAsk(context: Context, state: State, event: TicketEventOf<'WithdrawAsk'>): Decision {
  const asked = found(state, event.ask);
  if (!('ask' in asked)) return asked;
  const person = asOwner(context, asked, event, 'Answer it, or tell them why you cannot.');
  if (typeof person !== 'string') return person;
  return facts(fact(event, 'AskWithdrawn', { ask: event.ask, because: 'asker' }));
}

/** The vendor's number of the case is known now. */
export function decideRefer(context: Context, state: State, event: TicketEventOf<'ReferCase'>): Decision {
  const asked = found(state, event.ask);
  if (!('ask' in asked)) return asked;
  const person = asOwner(context, asked, event, 'Tell them the number.');
  if (typeof person !== 'string') return person;
  const missing = unsaid('reference', event.reference, 'Write down the number of the case.');
  if (missing) return missing;
  return facts(fact(event, 'CaseReferred', { ask: event.ask }, { texts: { reference: event.reference.trim() } }));
}
