import type { Cause, CauseKind, Stretch } from '../escalation';
import type { Crossed, Findings } from './findings';

/** Why one case took as long as it did. */
export interface Autopsy {
  readonly id: string;
  readonly cell: string;
  /** Epoch ms; absent where it was not late. */
  readonly breachedAt?: number;
  readonly stretches: readonly Stretch[];
  readonly causes: readonly Cause[];
  /** The move across a boundary that waited longest for somebody. */
  readonly costliest?: Crossed;
  /** The rule that would have prevented the largest cause. */
  readonly rule: string;
}

const RULES: Readonly<Record<CauseKind, string>> = {
  unanswered: 'An offer that nobody answers climbs to the next step of its ladder.',
  unclaimed: 'A ticket sent to a team is owed an acknowledgement, and leads are told before it is late.',
  'un-batoned': 'A move across the boundary is a handoff: the giver stays accountable until somebody accepts.',
  deleted: 'A deleted ticket goes on being owed until it is restored or over.',
  answer: 'An Ask has a deadline in the hours of whoever is asked, and its holder owes a chase once it is late.',
  'held too long': 'Each party has a budget to have it in hand; half and four fifths of it are told to both.',
  'next action': 'The deadline of the packet is a promise of its own, which is told before it is late.',
  'first reply': 'The first reply is owed within its own target.',
  'no reply': 'The first reply is owed within its own target.',
  'their hours': 'Where the receiver is closed, the cell may name who is on call.',
  'the target': 'Nobody was late: the agreement gives its parties more time than it promises the customer.',
};

/** Why one case took as long as it did, as far as history tells. */
export function autopsyOf({ id, cell, breachedAt, stretches, causes, crossed }: Findings): Autopsy {
  const [costliest] = [...crossed].sort((a, b) => b.waitMs - a.waitMs || a.at - b.at);
  const [cause] = causes;
  return {
    ...{ id, cell, stretches: stretches.filter(({ ms }) => ms > 0), causes },
    ...(breachedAt === undefined ? {} : { breachedAt }),
    ...(costliest === undefined ? {} : { costliest }),
    rule: cause === undefined ? 'It was not late.' : RULES[cause.kind],
  };
}
