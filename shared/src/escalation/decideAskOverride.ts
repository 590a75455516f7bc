import type { ExceptionTerms, HoldingParty } from '../agreement';
import type { TicketEvent, TicketEventOf } from '../ticket';
import { noOffer, unsaid } from './answering';
import { fact, facts, refuse, type Context, type Decision } from './decision';
import { approvesFor, approversOf, isAbove, mayAsk, needed, ruleFor, type Needed } from './exception';
import { missingApprovals, openOverrides } from './override';
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

/** It ends, not later than the agreement allows, and a later deadline is later than the one that was promised. */
function wrongEnd({ promised }: Open, { longest }: ExceptionTerms, { at, until, kind }: Asked): Decision | undefined {
  if (until <= at) {
    const deadline = 'This time has already passed.';
    return refuse('deadline-past', 'That time has already passed.', 'Choose a time ahead.', { deadline });
  }
  if (kind === 'deadline' && until <= (promised?.deadline ?? -Infinity)) return tooSoon('It was promised for later.');
  const from = kind === 'deadline' ? Math.max(at, promised?.deadline ?? at) : at;
  if (until <= from + longest) return undefined;
  const deadline = 'The agreement does not let it last so long.';
  return refuse('deadline-too-late', deadline, 'Choose an earlier time.', { deadline });
}

/** There is something that it could excuse, and nobody has asked for it yet. */
function nothingToExcuse(state: Open, { kind }: Asked): Decision | undefined {
  if (kind === 'deadline' && !state.promised)
    return refuse('no-exception', 'No deadline was promised with a handoff.', 'Ask for something else.');
  const isPending = openOverrides(state).some(one => one.kind === kind && missingApprovals(one).length > 0);
  return isPending
    ? refuse('already-asked', 'That was asked for already.', 'Wait for the answer, or take it back.')
    : undefined;
}

/** Whoever asks and may approve has approved with that, where the desk vouches for who it is. */
const approvesToo = (event: TicketEvent): boolean => event.assurance !== 'claimed';

const suffices = ({ owed, isAny }: Needed, approved: HoldingParty): boolean =>
  owed.some(({ party }) => party === approved) && (isAny === true || owed.length === 1);

/** The people who are to approve and work now, whoever asks left out. */
const toApprove = ({ directory }: Context, rule: ExceptionTerms, { owed, isAny }: Needed, asker: string): string[] => {
  const asked = isAny ? owed.slice(0, 1) : owed;
  const people = asked.flatMap(({ party }) => approversOf(directory, rule, party).slice(0, 1));
  return people.filter(person => person !== asker);
};

/** What was said of it, where the agreement asks that. */
const stated = ({ amount, flag }: Asked) => ({
  ...(amount === undefined ? {} : { amount }),
  ...(flag === undefined ? {} : { flag }),
});

function asked(
  context: Context,
  state: Open,
  event: Asked,
  asking: { rule: ExceptionTerms; party: HoldingParty },
): Decision {
  const { rule, party } = asking;
  const { kind, until, actor } = event;
  const above = isAbove(rule, event);
  const need = needed(context.directory, state, { rule, kind, isBoth: above !== undefined, asker: party });
  const override = `o${(state.overrides ?? []).length + 1}`;
  const own = approvesFor(context.directory, rule, actor.person);
  const isOwn = own !== undefined && approvesToo(event) && need.owed.some(one => one.party === own);
  const isGiven = isOwn && suffices(need, own);
  const ask = fact(
    event,
    'OverrideAsked',
    {
      ...{ override, kind, until, isSampled: true, isBlocking: rule.isBlocking, decide: rule.decide },
      ...{ ...need, owed: need.owed.map(one => ({ ...one })) },
      ...(above === undefined ? {} : { above }),
      ...stated(event),
      tell: isGiven ? [] : toApprove(context, rule, need, actor.person ?? ''),
    },
    { texts: { why: event.why.trim() } },
  );
  if (!isOwn) return facts(ask);
  return facts(ask, fact(event, 'OverrideApproved', { override, for: own, ...(isGiven ? { isGiven } : {}), tell: [] }));
}

/** Somebody asks that something may pass beside the rules, until an instant and for a reason. */
export function decideAskOverride(context: Context, state: State, event: Asked): Decision {
  if (state.status === 'unopened' || state.status === 'resolved') return noOffer(context, state);
  const rule = ruleFor(state, event.kind);
  if (!rule || !mayAsk(context.directory, state, event.kind, event.actor.person))
    return notToAsk(context, state, event);
  const of = partyOfActor(context, event) === 'msp' ? 'msp' : 'client';
  const person = actingFor(context, event, of);
  if (typeof person !== 'string') return person;
  const refusal =
    unsaid('question', event.why, 'Say why in one sentence.') ??
    nothingToExcuse(state, event) ??
    wrongEnd(state, rule, event);
  return refusal ?? asked(context, state, event, { rule, party: of });
}
