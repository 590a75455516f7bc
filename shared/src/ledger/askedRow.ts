import { z } from 'zod';
import { custodian, missingApprovals, obligations, openAsks, openOverrides, type Open } from '../escalation';
import { askKindSchema, placementSchema } from '../ticket';

const instant = z.number().int();

/** What a row keeps of what the party is asked that does not hold it: of whom, what, by when (epoch ms). */
export const askSchema = z.strictObject({ of: placementSchema, kind: askKindSchema, answerBy: instant });

/** What a row keeps of an exception: until when (epoch ms), and whether it waits for somebody's approval. */
export const exceptionSchema = z.strictObject({ until: instant, isAsked: z.boolean() });

type AskRow = z.infer<typeof askSchema>;

/** Approvals that are owed, as something that is asked. */
const approvals = (state: Open, at: number): readonly AskRow[] =>
  obligations(state, at).flatMap(({ kind, party, person, dueAt }) => {
    if (kind !== 'decide' || party === 'vendor' || state.status === 'stalemate') return [];
    return [{ of: { party, ...(person === undefined ? {} : { person }) }, kind: 'approval', answerBy: dueAt }];
  });

const asks = (state: Open): readonly AskRow[] =>
  openAsks(state).flatMap(({ of, kind, answerBy }) =>
    of.party === 'vendor' ? [] : [{ of: { ...of }, kind, answerBy }],
  );

/** What the other party owes an answer to at `at` (epoch ms), soonest, where nothing is offered to it. */
export function askOf(state: Open, at: number): { readonly ask?: AskRow } {
  const { party } = custodian(state);
  const theirs = [...asks(state), ...approvals(state, at)].filter(({ of }) => of.party !== party);
  const [first] = theirs.sort((one, other) => one.answerBy - other.answerBy);
  return state.status === 'offered' || !first ? {} : { ask: first };
}

/** The exception that ends first: one that waits before one that counts. */
export function exceptionOf(state: Open): { readonly exception?: z.infer<typeof exceptionSchema> } {
  if (state.status === 'resolved' || state.status === 'gone') return {};
  const open = openOverrides(state).map(override => ({
    until: override.until,
    isAsked: missingApprovals(override).length > 0,
  }));
  const [first] = open.sort((one, other) => Number(other.isAsked) - Number(one.isAsked) || one.until - other.until);
  return first ? { exception: first } : {};
}
