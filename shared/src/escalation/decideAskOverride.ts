import type { ExceptionTerms, HoldingParty } from '../agreement';
import type { TicketEventOf } from '../ticket';
import { noOffer, unsaid } from './answering';
import { fact, facts, refuse, type Context, type Decision } from './decision';
import { approvesFor, approversOf, isAbove, mayAsk, needed, ruleFor, type Needed } from './exception';
import { missingApprovals, openOverrides } from './openOverrides';
import { actingFor, partyOfActor } from './participants';
import type { Open, State } from './state';

type Asked = TicketEventOf<'AskOverride'>;

/** Who may ask for it, or that nobody may. */
function notToAsk({ directory }: Context, state: Open, { kind }: Asked): Decision {
  if (ruleFor(state, kind) === undefined)
    return refuse('no-exception', 'The agreement knows no such exception.', 'Hand it off, or raise it with a lead.');
  const { msp, client } = directory.parties;
  const [one, other] = [msp.lead, client.lead].map(lead => directory.people[lead]?.name ?? 'a lead');
  return refuse('not-a-lead', 'Only a lead can let it be moved without a handoff.', `Ask ${one} or ${other}.`);
}

const tooSoon = (deadline: string): Decision =>
  refuse('deadline-too-soon', deadline, 'Choose a later time.', { deadline });

/** The last instant (epoch ms) until which it may be asked for: a deadline is put off from when it was promised for. */
const lastOf = ({ promised }: Open, { longest }: ExceptionTerms, { at, kind }: Asked): number =>
  (kind === 'deadline' ? Math.max(at, promised?.deadline ?? at) : at) + longest;

const isNoLater = ({ promised }: Open, { kind, until }: Asked): boolean =>
  kind === 'deadline' && promised !== undefined && until <= promised.deadline;

/** It ends, not later than the agreement allows, and a later deadline is later than the one that was promised. */
function wrongEnd(state: Open, rule: ExceptionTerms, event: Asked): Decision | undefined {
  if (event.until <= event.at) {
    const deadline = 'This time has already passed.';
    return refuse('deadline-past', 'That time has already passed.', 'Choose a time ahead.', { deadline });
  }
  if (isNoLater(state, event)) return tooSoon('It was promised for later.');
  if (event.until <= lastOf(state, rule, event)) return undefined;
  const deadline = 'The agreement does not let it last so long.';
  return refuse('deadline-too-late', deadline, 'Choose an earlier time.', { deadline });
}

/** There is something that it could excuse, and nobody has asked for it yet. */
function nothingToExcuse(state: Open, { kind }: Asked): Decision | undefined {
  if (kind === 'deadline' && !state.promised)
    return refuse('no-exception', 'No deadline was promised with a handoff.', 'Ask for something else.');
  const isPending = openOverrides(state).some(one => one.kind === kind && missingApprovals(one).length > 0);
  if (!isPending) return undefined;
  return refuse('already-asked', 'That was asked for already.', 'Wait for the answer, or take it back.');
}

/** By which rule somebody of a party asks. */
interface Asking {
  readonly rule: ExceptionTerms;
  readonly party: HoldingParty;
  readonly person: string;
}

/** Whose approval it takes, and why one of each where it takes that. */
interface Needing extends Needed {
  readonly above?: NonNullable<ReturnType<typeof isAbove>>;
}

function needing({ directory }: Context, state: Open, event: Asked, { rule, party }: Asking): Needing {
  const above = isAbove(rule, event);
  const need = needed(directory, state, { rule, kind: event.kind, isBoth: above !== undefined, asker: party });
  return above === undefined ? need : { ...need, above };
}

/** For which party whoever asks approves with that: where the desk vouches for who it is, and it takes theirs. */
function ownApproval({ directory }: Context, { assurance }: Asked, { rule, person }: Asking, { owed }: Needing) {
  const own = assurance === 'claimed' ? undefined : approvesFor(directory, rule, person);
  return owed.some(({ party }) => party === own) ? own : undefined;
}

/** The people who are to approve and work now, whoever asks left out. */
function toApprove({ directory }: Context, { rule, person }: Asking, { owed, isAny }: Needing): string[] {
  const asked = isAny ? owed.slice(0, 1) : owed;
  return asked
    .flatMap(({ party }) => approversOf(directory, rule, party).slice(0, 1))
    .filter(approver => approver !== person);
}

/** What was said to be at stake. */
const stated = ({ amount, flag }: Asked) => ({
  ...(amount === undefined ? {} : { amount }),
  ...(flag === undefined ? {} : { flag }),
});

function asked(context: Context, state: Open, event: Asked, asking: Asking): Decision {
  const { kind, until, why } = event;
  const { isBlocking, decide } = asking.rule;
  const need = needing(context, state, event, asking);
  const override = `o${(state.overrides ?? []).length + 1}`;
  const own = ownApproval(context, event, asking, need);
  const isGiven = own !== undefined && (need.isAny === true || need.owed.length === 1);
  const data = {
    ...{ override, kind, until, isSampled: true as const, isBlocking, decide },
    ...{ ...need, owed: need.owed.map(one => ({ ...one })) },
    ...stated(event),
    tell: isGiven ? [] : toApprove(context, asking, need),
  };
  const ask = fact(event, 'OverrideAsked', data, { texts: { why: why.trim() } });
  if (own === undefined) return facts(ask);
  return facts(ask, fact(event, 'OverrideApproved', { override, for: own, ...(isGiven ? { isGiven } : {}), tell: [] }));
}

/** Who asks by which rule, or why not. */
function asking(context: Context, state: Open, event: Asked): Asking | Decision {
  const rule = ruleFor(state, event.kind);
  if (!rule || !mayAsk(context.directory, state, event.kind, event.actor.person))
    return notToAsk(context, state, event);
  const party = partyOfActor(context, event) === 'msp' ? 'msp' : 'client';
  const person = actingFor(context, event, party);
  return typeof person === 'string' ? { rule, party, person } : person;
}

/** Somebody asks that something may pass beside the rules, until an instant and for a reason. */
export function decideAskOverride(context: Context, state: State, event: Asked): Decision {
  if (state.status === 'unopened' || state.status === 'resolved') return noOffer(context, state);
  const who = asking(context, state, event);
  if (!('rule' in who)) return who;
  const refusal =
    unsaid('question', event.why, 'Say why in one sentence.') ??
    nothingToExcuse(state, event) ??
    wrongEnd(state, who.rule, event);
  return refusal ?? asked(context, state, event, who);
}
