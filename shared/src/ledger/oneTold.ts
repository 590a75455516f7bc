import type { LedgerFact } from './chain';
import type { Notice } from './ports';

/** What was merged is told to the ticket it goes on in; told twice it counts once. */
export const merging = (facts: readonly LedgerFact[]): Notice[] =>
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
