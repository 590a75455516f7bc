import type { HoldingParty } from '../agreement';
import type { TicketEventOf } from '../ticket';
import { answering, unsaid } from './answering';
import { notAskable } from './askedOf';
import { askTarget, type AskTarget } from './askTarget';
import { custodian } from './custody';
import { fact, facts, refuse, type Context, type Decision } from './decision';
import { actingFor, partyOfActor } from './participants';
import type { Open, State } from './state';
import { caseRefused, caseTexts } from './vendorCase';

type AskFor = TicketEventOf<'AskFor'>;

/** An Ask that may be made: of which escalation, by whom. */
interface Asking {
  readonly state: Open;
  readonly person: string;
  readonly party: HoldingParty;
}

const whatIsNeeded = 'Say what you need, in one sentence.';

/** To tell management is open to both parties; everything else is asked by whoever holds it. */
function askingParty(context: Context, state: Open, event: AskFor): HoldingParty {
  const own = partyOfActor(context, event);
  return event.kind === 'raise' && (own === 'msp' || own === 'client') ? own : custodian(state).party;
}

function asking(context: Context, state: State, event: AskFor): Asking | Decision {
  if (state.status === 'unopened') {
    return refuse('not-governed', 'No agreement governs this one yet.', 'Ask a service lead to add a cell for it.');
  }
  if (state.status === 'resolved') {
    return refuse('already-resolved', 'It is already resolved.', 'Reopen it first if it is not fixed.');
  }
  const party = askingParty(context, state, event);
  if (partyOfActor(context, event) !== party) {
    const { name } = context.directory.parties[party];
    return refuse('not-holder', `${name} holds it, so only they can ask.`, 'Raise it, or write to them.');
  }
  const person = actingFor(context, event, party);
  return typeof person === 'string' ? { state, person, party } : person;
}

const YEAR = 366 * 86_400_000;

/** Whoever is asked has at least the time that the agreement gives them. */
function wrongDeadline({ deadline, at }: AskFor, { answerBy }: AskTarget): Decision | undefined {
  if (deadline === undefined || (deadline >= answerBy && deadline <= at + YEAR)) return undefined;
  if (deadline < answerBy) {
    const sentence = 'The agreement gives them longer than that.';
    const remedy = 'Leave the time that was filled in, or choose a later one.';
    return refuse('deadline-too-soon', sentence, remedy, { deadline: sentence });
  }
  const late = 'Choose a time within a year.';
  return refuse('deadline-too-late', 'That is more than a year ahead.', late, { deadline: late });
}

const referenceMissing = ({ kind, reference = '' }: AskFor): Decision | undefined =>
  kind === 'child' ? unsaid('reference', reference, 'Say which ticket it is.') : undefined;

const refused = (context: Context, event: AskFor, { person, party }: Asking, target: AskTarget) =>
  notAskable(context, event.kind, event.of, person) ??
  caseRefused(context, event, party) ??
  unsaid('question', event.question, whatIsNeeded) ??
  referenceMissing(event) ??
  wrongDeadline(event, target);

const textsOf = ({ question, reference = '', caseFields, posted }: AskFor): Record<string, string> => {
  const written = {
    ...{ question: question.trim(), reference: reference.trim(), case: posted?.text ?? '' },
    ...caseTexts(caseFields),
  };
  return Object.fromEntries(Object.entries(written).filter(([, text]) => text !== ''));
};

const nextAsk = ({ asks }: Open): string => `a${asks.length + 1}`;

/** Custody stays; somebody named owes an answer, help or an acknowledgement from now on (rules §3.6, §3.7). */
export function decideAsk(context: Context, state: State, event: AskFor): Decision {
  const may = asking(context, state, event);
  if (!('person' in may)) return may;
  const target = askTarget(context, may.state, event);
  const refusal = refused(context, event, may, target);
  if (refusal) return refusal;
  const { kind, of, isBlocking, deadline = target.answerBy } = event;
  const asker = may.party === custodian(may.state).party ? {} : { asker: may.party };
  const posted = event.posted ? { posted: event.posted.channel } : {};
  const about = { ask: nextAsk(may.state), kind, of: { ...of }, isBlocking };
  const ask = { ...about, ...target, answerBy: deadline, ...asker, ...posted };
  return facts(fact(event, 'Asked', ask, { texts: textsOf(event) }));
}

/** The receiver of the open offer needs to know more; their time to answer stands still, once (rules §3.6). */
export function decideNeedInfo(context: Context, state: State, event: TicketEventOf<'NeedInfo'>): Decision {
  const answer = answering(context, state, event);
  if (!('person' in answer)) return answer;
  const missing = unsaid('question', event.question, whatIsNeeded);
  if (missing) return missing;
  const { offer } = answer.state;
  const of = { ...custodian(answer.state) };
  const target = askTarget(context, answer.state, { kind: 'information', of, at: event.at });
  const about = { kind: 'information', of, isBlocking: false, asker: offer.to.party, handoff: offer.handoff } as const;
  const texts = { question: event.question.trim() };
  return facts(fact(event, 'Asked', { ask: nextAsk(answer.state), ...about, ...target }, { texts }));
}
