import { inTurn, outboxOf, type FactOf, type Open } from '../escalation';
import type { LedgerFact } from './chain';
import type { Notice } from './ports';

interface Due {
  readonly notice: number;
  readonly key: string;
}

const delivering = (notices: readonly Due[], is: 'deliver' | 'reply' = 'deliver'): Notice[] => {
  const last = notices.at(-1);
  return last ? [{ is, key: `${last.key}/${is}`, notices: notices.map(({ notice }) => notice) }] : [];
};

const isOwed = (fact: LedgerFact): fact is LedgerFact & FactOf<'NoticeOwed'> => fact.type === 'NoticeOwed';

/** What is to be sent outside the ticket: by whoever wrote it down, at once; to the customer as whoever pressed Send. */
export function toSend(facts: readonly LedgerFact[]): Notice[] {
  const owed = facts.filter(isOwed);
  const due = (isToCustomer: boolean): Due[] =>
    owed
      .filter(({ data: { to } }) => (to.party === 'customer') === isToCustomer)
      .map(({ seq, id }) => ({ notice: seq, key: id }));
  return [...delivering(due(true), 'reply'), ...delivering(due(false))];
}

/** What waits outside the ticket and may be sent by a sweep at `now` (epoch ms), with all that is ahead of it. */
export const leftUnsent = (state: Open, now: number): Notice[] =>
  delivering(inTurn(outboxOf(state).waiting, now).map(({ notice }) => ({ notice, key: `${state.id}/${notice}` }))).map(
    notice => ({ ...notice, isLeft: true }) as Notice,
  );
