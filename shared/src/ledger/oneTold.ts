import { isUncounted, type Open } from '../escalation';
import type { LedgerFact } from './chain';
import type { Notice } from './ports';

/** What was merged is told to the ticket it goes on in; told twice it counts once. */
const merging = (facts: readonly LedgerFact[]): Notice[] =>
  facts.flatMap((fact): Notice[] =>
    fact.type === 'MergedInto' ? [{ is: 'merge', key: `${fact.id}/merge`, into: fact.data.into }] : [],
  );

/** One question to both leads about all moves of one mover: reorganisation or mistake (rules §2)? */
export const leadsAsked = (facts: readonly LedgerFact[]): Notice[] =>
  facts.flatMap((fact): Notice[] =>
    fact.type === 'PacketOwed' && fact.data.isAsked
      ? [{ is: 'ask leads', key: `${fact.id}/ask`, seq: fact.seq, moves: fact.data.alike ?? 1 }]
      : [],
  );

/** What tells a parent something new of its child: that it is one, where it went, and how it ended. */
const ofChildren: ReadonlySet<LedgerFact['type']> = new Set([
  'ParentLinked',
  'Routed',
  'HandoffAccepted',
  'CustodyFollowed',
  'AcceptedAsItIs',
  'StalemateDecided',
  'Resolved',
  'Reopened',
  'MergedInto',
] as const);

const isOfChild = ({ type }: LedgerFact): boolean => ofChildren.has(type);

/** A child's parent is told where it lies now; told twice it means nothing new. */
function parentTold({ parent }: Open, facts: readonly LedgerFact[]): Notice[] {
  const last = facts.filter(isOfChild).at(-1);
  return parent === undefined || !last ? [] : [{ is: 'parent', key: `${last.id}/parent`, parent }];
}

/** What changes who commands a major incident, or ends it. */
const ofMajors: ReadonlySet<LedgerFact['type']> = new Set([
  'MajorDeclared',
  'CommandTaken',
  'MajorMitigated',
  'Resolved',
  'TicketDeleted',
  'MergedInto',
] as const);

/** What is linked to a major incident goes with it; told twice it means nothing new. */
function linkedTold({ major }: Open, facts: readonly LedgerFact[]): Notice[] {
  const last = facts.filter(({ type }) => ofMajors.has(type)).at(-1);
  const isLead = major !== undefined && major.follows === undefined;
  return isLead && last ? [{ is: 'major', key: `${last.id}/major` }] : [];
}

const isOver = (fact: LedgerFact): boolean => fact.type === 'AlertCleared' && fact.data.isUnclaimed === true;

/** An alert was over before anybody had its ticket: nobody has to work on it. */
const closing = (state: Open, facts: readonly LedgerFact[]): Notice[] =>
  state.status === 'resolved' || !isUncounted(state)
    ? []
    : facts.filter(isOver).map(({ id }): Notice => ({ is: 'resolve', key: `${id}/resolve` }));

/** What other tickets have to be told, and what becomes of this one. */
export const elsewhere = (state: Open, facts: readonly LedgerFact[]): Notice[] => [
  ...closing(state, facts),
  ...merging(facts),
  ...parentTold(state, facts),
  ...linkedTold(state, facts),
];

/** Whether a fact may have to be looked after for a while. */
export const isElsewhere = (fact: LedgerFact): boolean =>
  fact.type === 'MergedInto' || fact.type === 'ParentLinked' || fact.type === 'MajorMitigated' || isOver(fact);
