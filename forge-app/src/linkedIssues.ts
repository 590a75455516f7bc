import { isCommanded, tellLinked, type Directory, type Notice, type State } from '@baton/shared';
import { Queue } from '@forge/events';
import { z } from 'zod';
import { readIssueWithChanges } from './jiraDesk';
import { portsFor } from './ledgerPorts';
import { linkedTo, translateIssue } from './translateJira';
import { A_PUSH } from './rowQueries';

/** A work item that may have to go with a major incident, or to leave it. */
interface Pair {
  readonly ticket: string;
  readonly follows: string;
}

const bodySchema = z.looseObject({ ticket: z.string(), follows: z.string() });

/** The pair in the body of a queue event; undefined where it is about something else. */
export const pairIn = (body: unknown): Pair | undefined => bodySchema.safeParse(body).data;

/** As many as one push takes; what is linked beyond that stays where it is. */
async function push(pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return;
  await new Queue({ key: 'due' }).push(
    pairs.slice(0, A_PUSH).map(({ ticket, follows }) => ({
      body: { ticket, follows },
      concurrency: { key: `ticket:${ticket}`, limit: 1 },
    })),
  );
}

/** Has everything that is linked to a major incident looked at, one by one. @throws DeskError */
export async function pushLinked(major: string, directory: Directory): Promise<void> {
  if ((directory.linked ?? []).length === 0) return;
  const linked = linkedTo(directory, await readIssueWithChanges(major));
  await push(linked.map(ticket => ({ ticket, follows: major })));
}

/** A link came or went: whichever of the two is a major incident, the other one is looked at. */
export async function linksChanged(id: string, state: State, linked: readonly string[]): Promise<void> {
  const followed = state.status === 'unopened' || !isCommanded(state) ? undefined : state.major?.follows;
  const majors = [...new Set([...linked, ...(followed === undefined ? [] : [followed])])];
  const either = majors.flatMap(other => [
    { ticket: id, follows: other },
    { ticket: other, follows: id },
  ]);
  await push(either);
}

/** Has one work item go with a major incident, or leave it. @throws LedgerError, DeskError */
export async function follow({ ticket, follows }: Pair, directory: Directory): Promise<readonly Notice[]> {
  const issue = await readIssueWithChanges(ticket);
  const ports = portsFor(directory, () => Promise.resolve(translateIssue(directory, issue).facts));
  const isLinked = linkedTo(directory, issue).includes(follows);
  return tellLinked(ports, { major: follows, linked: ticket, isLinked, now: Date.now() });
}
