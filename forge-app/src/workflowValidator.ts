import { DeskError, guardTransition, hashing, inWordsOf, unopened, type Directory } from '@baton/shared';
import { z } from 'zod';
import { readDirectory } from './directoryStore';
import { forgeLedger } from './forgeLedger';
import { readIssueAsApp, readStatusName } from './jiraDesk';

const nativeId = z.union([z.string(), z.number()]).transform(String);

/** What Jira tells a validator: no person, and the key, which may change, instead of the id. */
const transitionSchema = z.looseObject({
  issue: z.looseObject({ key: z.string().min(1) }),
  transition: z.looseObject({ to: z.looseObject({ id: nativeId }) }),
});
type Transition = z.infer<typeof transitionSchema>;

interface Verdict {
  readonly result: boolean;
  readonly errorMessage?: string;
}

const passes: Verdict = { result: true };

/** Jira lets nobody pass once a validator takes 25 seconds, so Baton gives up long before (ms). */
const PATIENCE = 5_000;

const guardsAnything = ({ guards: { jira } }: Directory): boolean =>
  jira.close.length + Object.keys(jira.transfer).length > 0;

async function judged({ issue, transition: { to } }: Transition): Promise<Verdict> {
  const directory = await readDirectory();
  if (!guardsAnything(directory)) return passes;
  const [{ id }, name] = await Promise.all([readIssueAsApp(issue.key), readStatusName(to.id)]);
  const ledger = await forgeLedger(hashing()).load(id);
  const sentence = guardTransition(directory, ledger?.page.state ?? unopened, [to.id, name], Date.now());
  return sentence === undefined ? passes : { result: false, errorMessage: inWordsOf('jira', sentence) };
}

/** The verdict, if it comes in time. @throws DeskError where it does not */
async function inTime(verdict: Promise<Verdict>): Promise<Verdict> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeskError('unreachable', 'Nothing answered in time.')), PATIENCE);
  });
  return Promise.race([verdict, late]).finally(() => clearTimeout(timer));
}

/** A line for the admin; the transition passes, since what goes wrong with Baton must strand no ticket. */
function letPass(why: string, key = 'unknown'): Verdict {
  console.warn(
    `The workflow validator could not judge work item ${key.replace(/[^\w-]/g, '?').slice(0, 40)} and let it pass. ${why}`,
  );
  return passes;
}

/** Jira asks whether a transition may happen. Only the agreement's own rules say no; never a failure. */
export async function onTransition(asked: unknown): Promise<Verdict> {
  const transition = transitionSchema.safeParse(asked);
  if (!transition.success)
    return letPass(`The request lacks ${transition.error.issues[0]?.path.join('.') ?? 'a field'}.`);
  try {
    return await inTime(judged(transition.data));
  } catch (error) {
    return letPass(
      error instanceof Error ? error.message : 'Something unexpected was thrown.',
      transition.data.issue.key,
    );
  }
}
