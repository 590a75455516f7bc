import { custodian, isSamePlacement, type Offered, type Open, type State } from '../escalation';
import type { LedgerFact } from './chain';
import { leftUnsent, toSend } from './delivering';
import { elsewhere, isElsewhere, leadsAsked } from './oneTold';
import type { Notice } from './ports';
import { isTelling, tellingOf } from './tellings';

/** What moves custody: the desk's fields follow, and the chain's head is left in a note. */
const moving = new Set([
  'HandoffAccepted',
  'StalemateReached',
  'StalemateDecided',
  'IdentityDisputed',
  'CustodyFollowed',
  'AcceptedAsItIs',
  'LeaseLapsed',
  'HolderLeft',
  'MajorDeclared',
  'CommandTaken',
  'MajorLeft',
]);
/** What leaves custody with its party: the desk's fields go where it is. */
const restoring = new Set(['TransferTakenBack', 'TransferReturned', 'ShiftTaken']);

/** How long whoever moved custody has to make the desk follow before somebody else looks after it, ms. */
const FOLLOWED_WITHIN = 60_000;
/** How long after a move or an erasure it is looked after, ms. */
export const LOOKED_AFTER_FOR = 86_400_000;
/** Whether it was said is asked for so long, ms. */
const SAID_WITHIN = 3_600_000;
/** A sweep later than this has looked after it, ms. */
const SWEPT_WITHIN = 900_000;

/** Whether the desk's fields have to follow: they do so by themselves where a pass was made on the desk. */
const isFollowed = ({ type, data }: LedgerFact): boolean =>
  moving.has(type) || restoring.has(type) || (type === 'Passed' && (data.packet ?? data.rung) !== undefined);

const lastMove = (facts: readonly LedgerFact[]): LedgerFact | undefined => facts.filter(isFollowed).pop();

/**
 * What new facts ask of the desk: its own assignment follows custody, and each change of custody leaves the chain's
 * head in a note, so that a cut tail shows (rules §3.2, law 8). Nothing where the desk's fields already lie right, and
 * nothing for an offer unless its boundary wants receivers to see it. Both leads are asked about moves in mass.
 */
export function noticesOf(state: State, facts: readonly LedgerFact[]): readonly Notice[] {
  if (state.status === 'unopened') return [];
  const last = lastMove(facts);
  return [
    ...(last ? followingUp(state, last) : shownWith(state, facts)),
    ...toSend(facts),
    ...said(state, facts),
    ...elsewhere(state, facts),
  ];
}

function followingUp(state: Open, last: LedgerFact): Notice[] {
  const note = moving.has(last.type) ? [noteOf(state, last)] : [];
  return isThere(state, last) ? note : [assigning(state, last), ...note];
}

const offering = new Set(['HandoffOffered', 'OfferLapsed', 'HandoffDeclined', 'HandoffReturned', 'HandoffWithdrawn']);

/**
 * Where the boundary says `visible at offer`, the desk's group goes with the offer, while custody stays (rules §3.2).
 * However it came to lie with the receiver, it comes back when the offer ends.
 */
function shownWith(state: Open, facts: readonly LedgerFact[]): readonly Notice[] {
  const last = facts.filter(fact => offering.has(fact.type)).pop();
  if (!last) return [];
  if (state.status === 'offered') return isShown(state) ? [showing(state, last)] : [];
  return state.status === 'held' && (isShown(state) || isAway(state)) ? [assigning(state, last)] : [];
}

function isShown({ offers, terms }: Open): boolean {
  const crossing = offers.at(-1)?.crossing;
  return crossing !== undefined && terms.boundaries[crossing].visibleAtOffer;
}

function showing({ offer: { to } }: Offered, { id }: LedgerFact): Notice {
  return { is: 'show', key: `${id}/show`, to: { party: to.party, team: to.team } };
}

const isAway = (state: Open): boolean => state.native.party !== custodian(state).party;

const assigning = (state: Open, { id }: LedgerFact): Notice => ({
  is: 'assign',
  key: `${id}/assign`,
  to: custodian(state),
});

/** What is only said and changes nothing on the desk. What was learned in one go is said in one go. */
function said(state: Open, facts: readonly LedgerFact[]): Notice[] {
  const moments = [...new Set(facts.map(({ learned }) => learned))];
  return moments.flatMap((moment): Notice[] => {
    const news = facts.filter(({ learned }) => learned === moment);
    return [...leadsAsked(news), ...tellingOf(state, news)];
  });
}

function noteOf(state: Open, last: LedgerFact): Notice {
  const note = { is: 'note', key: `${last.id}/note`, head: last.hash, seq: last.seq, to: custodian(state) } as const;
  if (last.type !== 'IdentityDisputed') return note;
  const { claimed, actor } = last.data;
  return { ...note, disputed: { claimed, actor } };
}

function isThere(state: Open, last: LedgerFact): boolean {
  if (last.type === 'HandoffAccepted') return last.data.how === 'claimed natively';
  return isSamePlacement(state.native, custodian(state));
}

/**
 * What facts asked of the desk, once whoever wrote them has had the time to do it: a crash may have come between. To be
 * done unless it is done. A ticket that was given on since is left where it lies.
 */
export function leftUndone(state: State, facts: readonly LedgerFact[], now: number): readonly Notice[] {
  if (state.status === 'unopened') return [];
  const last = lastMove(facts);
  const isGivenOn = last !== undefined && state.nativeAt > last.at;
  const followed = last && isLeft(last, now, LOOKED_AFTER_FOR) ? followingUp(state, last) : [];
  const merged = elsewhere(
    state,
    facts.filter(fact => isLeft(fact, now, LOOKED_AFTER_FOR)),
  );
  return [
    ...followed.filter(notice => notice.is === 'note' || !isGivenOn),
    ...leftUnsaid(state, facts, now),
    ...merged,
  ];
}

const isLeft = ({ learned }: LedgerFact, now: number, until: number): boolean =>
  now - learned >= FOLLOWED_WITHIN && now - learned <= until;

/** Whatever the desk has not taken since it fell silent is said when it answers. */
const saidWithin = ({ silentSince }: Open, now: number): number => SAID_WITHIN + now - (silentSince ?? now);

/** What was to be said a while ago: to be said now unless it was. */
export const leftUnsaid = (state: State, facts: readonly LedgerFact[], now: number): readonly Notice[] =>
  state.status === 'unopened'
    ? []
    : [
        // First: what leaves the desk needs the least of it.
        ...leftUnsent(state, now),
        ...said(
          state,
          facts.filter(fact => isLeft(fact, now, saidWithin(state, now))),
        ),
      ];

/**
 * When somebody has to look whether the desk followed, everybody was told and no copy of an erased text is left;
 * undefined where that was long enough ago. Epoch ms.
 */
export function lookAfterAt(facts: readonly LedgerFact[], now: number): number | undefined {
  const answered = facts.map(({ type }) => type).lastIndexOf('DeskAnswered');
  const isOver = ({ type }: LedgerFact, index: number) => type === 'DeskFellSilent' && index < answered;
  const last = facts.filter((fact, index) => !isOver(fact, index) && now - fact.learned < lookedAfterFor(fact)).pop();
  return last && last.learned + FOLLOWED_WITHIN;
}

const isSaid = (fact: LedgerFact): boolean =>
  isTelling(fact) || (fact.type === 'PacketOwed' && fact.data.isAsked === true);

/** Copies of an erased text are looked for longer: a store may let through only so many of them a minute. */
function lookedAfterFor(fact: LedgerFact): number {
  if (fact.type === 'TextErased') return LOOKED_AFTER_FOR;
  if (fact.type === 'DeskFellSilent') return Infinity;
  return isFollowed(fact) || isSaid(fact) || isElsewhere(fact) ? SWEPT_WITHIN : 0;
}
