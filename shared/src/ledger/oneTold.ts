import type { Open } from '../escalation';
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

/** What other tickets have to be told. */
export const elsewhere = (state: Open, facts: readonly LedgerFact[]): Notice[] => [
  ...merging(facts),
  ...parentTold(state, facts),
  ...linkedTold(state, facts),
];

/** Whether another ticket may have to be told of a fact for a while. */
export const isElsewhere = ({ type }: LedgerFact): boolean =>
  type === 'MergedInto' || type === 'ParentLinked' || type === 'MajorMitigated';
