import { crossingTo, otherParty, partyOfTeam, type BoundaryTerms } from '../agreement';
import type { TicketEventOf } from '../ticket';
import { custodian } from './custody';
import { refuse, type Context, type Decision } from './decision';
import { isCommanded } from './command';
import { isNothingSaid, packetBytes, PACKET_LIMIT } from './packet';
import { actingFor, partyOfActor } from './participants';
import { exceptionOf } from './exception';
import { overrideAt } from './openOverrides';
import { passAsks, skipsTier } from './passing';
import type { Open, State } from './state';

type Offer = TicketEventOf<'OfferHandoff'>;
type Check = (context: Context, state: State, event: Offer) => Decision | undefined;

const heldByActor: Check = (context, state, event) => {
  if (state.status === 'unopened') {
    return refuse('not-governed', 'No agreement governs this one yet.', 'Ask a service lead to add a cell for it.');
  }
  if (state.status === 'resolved') {
    return refuse('already-resolved', 'It is already resolved.', 'Reopen it first if it is not fixed.');
  }
  const holder = custodian(state).party;
  if (partyOfActor(context, event) === holder) {
    const person = actingFor(context, event, holder);
    return typeof person === 'string' ? undefined : person;
  }
  const name = context.directory.parties[holder].name;
  return refuse('not-holder', `${name} holds it, so only they can hand it off.`, 'Ask them to hand it off to you.');
};

const nothingOwed: Check = ({ directory }, state) => {
  if (state.status !== 'stalemate') return undefined;
  const name = directory.people[state.owner]?.name ?? 'The tie-break owner';
  return refuse('not-the-decider', `${name} has to decide who has it first.`, 'Tell them what speaks for either side.');
};

const nothingOffered: Check = (context, state) => {
  if (state.status !== 'offered') return undefined;
  const to = context.directory.teams[state.offer.to.team]?.name ?? 'the other party';
  return refuse('already-offered', `It is already offered to ${to}.`, 'Withdraw that offer before you make another.');
};

const notCommanded: Check = ({ directory }, state) => {
  if (state.status === 'unopened' || !isCommanded(state)) return undefined;
  const { person, party } = custodian(state);
  const name = (person === undefined ? undefined : directory.people[person]?.name) ?? directory.parties[party].name;
  return refuse('commanded', `${name} commands it as a major incident.`, 'Say that it is mitigated first.');
};

const receiverFits: Check = ({ directory }, state, event) => {
  if (!partyOfTeam(directory, event.team))
    return refuse('unknown-team', 'That team is not in the agreement.', 'Choose one of the teams listed.');
  if (state.status === 'unopened' || event.team !== custodian(state).team) return undefined;
  return refuse(
    'same-team',
    `${directory.teams[event.team]?.name ?? 'That team'} has it already.`,
    'Choose the team that should have it next.',
  );
};

/** A team above the one whose turn it is waits for an exception, where the agreement asks one. */
const noTierSkipped: Check = (context, state, event) => {
  if (state.status === 'unopened' || !skipsTier(context, state, event.team)) return undefined;
  if (exceptionOf(state, 'tier') === undefined || overrideAt(state, 'tier', event.at)) return undefined;
  const name = context.directory.teams[event.team]?.name ?? 'That team';
  return refuse(
    'needs-exception',
    `${name} is above whose turn it is.`,
    'Ask for an exception, or choose another team.',
  );
};

const reasonKnown: Check = (_, state, event) => {
  if (state.status === 'unopened') return undefined;
  const known = crossed(state).packet.reasons;
  if (known.some(reason => reason.code === event.reason)) return undefined;
  return refuse('unknown-reason', 'Choose a reason.', 'Pick one of the reasons of the agreement.', {
    reason: 'Choose one of the reasons listed.',
  });
};

const packetComplete: Check = (context, state, event) => {
  const fields = missingFields(context, state as Open, event);
  if (Object.keys(fields).length === 0) return undefined;
  return refuse('packet-incomplete', 'The handoff is not complete.', 'Fill in the fields marked below.', fields);
};

const packetFits: Check = (_, __, event) =>
  packetBytes(event.packet) <= PACKET_LIMIT
    ? undefined
    : refuse('packet-too-large', 'The handoff is longer than 8 KB.', 'Shorten it, or attach the long parts.', {
        actions: 'All fields together may be 8 KB. Attach long logs instead.',
      });

const YEAR = 366 * 86_400_000;

const deadlineAhead: Check = (_, __, event) => {
  const ahead = event.deadline - event.at;
  if (ahead <= 0) {
    const deadline = 'This time has already passed.';
    return refuse('deadline-past', 'The deadline has already passed.', 'Choose a time ahead.', { deadline });
  }
  if (ahead <= YEAR) return undefined;
  const deadline = 'Choose a time within a year.';
  return refuse('deadline-too-late', 'The deadline is more than a year ahead.', 'Choose an earlier time.', {
    deadline,
  });
};

/** The terms of the crossing that the holder's offer makes. */
const crossed = (state: Open): BoundaryTerms => state.terms.boundaries[crossingTo(otherParty(custodian(state).party))];

const checks: readonly Check[] = [
  heldByActor,
  nothingOwed,
  nothingOffered,
  notCommanded,
  receiverFits,
  noTierSkipped,
  reasonKnown,
  packetFits,
  packetComplete,
  deadlineAhead,
];

/** Whether it goes to another team of the party that holds it. */
export const isPass = ({ directory }: Context, state: Open, { team }: Offer): boolean =>
  partyOfTeam(directory, team) === custodian(state).party;

/** What must travel: a whole packet across the boundary, inside the party what its cell asks, at least the short one. */
export function packetAsked(context: Context, state: Open, event: Offer): 'short' | 'full' {
  if (!isPass(context, state, event)) return 'full';
  return passAsks(context, state, custodian(state).team, event.team) === 'full' ? 'full' : 'short';
}

const writtenFields = ({ packet: { diagnosis, actions, evidence, nextAction } }: Offer): Record<string, string> => ({
  ...{ diagnosis, actions, evidence, nextAction },
});

function missingFields(context: Context, state: Open, event: Offer): Record<string, string> {
  const { extra } = crossed(state).packet;
  const owed = extra
    .filter(field => field.required)
    .map(field => [field.id, event.packet.extra?.[field.id] ?? ''] as const);
  const isShort = packetAsked(context, state, event) === 'short';
  const asked = isShort
    ? [['nextAction', event.packet.nextAction] as const]
    : [...Object.entries(writtenFields(event)), ...owed];
  const empty = asked.filter(([, text]) => isNothingSaid(text, context.title));
  return Object.fromEntries(empty.map(([field, text]) => [field, missingSentence(text)]));
}

const missingSentence = (text: string): string =>
  text.trim() === '' ? 'The receiver needs this.' : 'This says nothing the receiver can use.';

/** What travels: the fields every packet has and those the cell asks for, under their agreed names only. */
export function textsOf(state: Open, event: Offer): Record<string, string> {
  const asked = crossed(state).packet.extra.map(({ id }) => [id, event.packet.extra?.[id] ?? ''] as const);
  const texts = [...asked, ...Object.entries(writtenFields(event))].map(([name, text]) => [name, text.trim()] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}

/** Why the holder cannot give it on like this; undefined where nothing speaks against it. */
export function objection(context: Context, state: State, event: Offer): Decision | undefined {
  for (const check of checks) {
    const refusal = check(context, state, event);
    if (refusal) return refusal;
  }
  return undefined;
}
