import { DeskError, failureOf, type DeskErrorCode } from '@baton/shared';
import { InvocationError, InvocationErrorCode } from '@forge/events';

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

/** Waits for a storage operation; what the platform throws becomes a DeskError that says what to do about it. */
export async function storeError<T>(operation: Promise<T>): Promise<T> {
  try {
    return await operation;
  } catch (error) {
    const isBusy = /RATE|LIMIT|TOO_MANY|429/.test(codeOf(error));
    throw new DeskError(isBusy ? 'busy' : 'unreachable', `Forge storage answered ${codeOf(error) || 'nothing'}.`, {
      cause: error,
    });
  }
}

/** What the desk needs of a REST answer. */
interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  json(): Promise<unknown>;
}

const retryAfter = ({ headers }: Answer): { retryAfter?: number } => {
  const seconds = Number(headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? { retryAfter: seconds * 1000 } : {};
};

/** Waits for a REST call and reads its body; every answer but success is a DeskError. @throws DeskError */
export async function restAnswer(call: Promise<Answer>, what: string): Promise<unknown> {
  const answer = await call.catch((error: unknown) => {
    throw new DeskError('unreachable', `Jira did not answer: ${what}.`, { cause: error });
  });
  if (!answer.ok) {
    throw new DeskError(failureOf(answer.status), `Jira answered ${answer.status}: ${what}.`, retryAfter(answer));
  }
  return answer.status === 204 ? undefined : answer.json();
}

/** What may be over in a minute; after an installation even the app's own permissions. */
const passing: readonly DeskErrorCode[] = ['busy', 'unreachable', 'conflict', 'not-allowed'];

/** Seconds until each of the four tries that the platform allows; together they bridge half an hour. */
const TRIES = [60, 300, 900, 900];

const retryCountOf = (event: unknown): number =>
  Number((event as { retryContext?: { retryCount?: unknown } } | null)?.retryContext?.retryCount ?? 0);

/** Whether a failure is the last one: the platform hands this event over no more, or trying again would not help. */
export const isGivenUp = (error: unknown, event: unknown): boolean =>
  !isPassing(error) || retryCountOf(event) >= TRIES.length;

const isPassing = (error: unknown): error is DeskError => error instanceof DeskError && passing.includes(error.code);

/** A line for the admin, and, where that may help, the wish to be handed the same event again later. */
export function laterOr(error: unknown, event: unknown): InvocationError | undefined {
  console.warn(error instanceof Error ? `${error.name}: ${error.message}` : 'An event could not be taken.');
  if (!isPassing(error)) return undefined;
  const asked = Math.ceil((error.details.retryAfter ?? 0) / 1000);
  const retryAfter = Math.min(900, Math.max(asked, TRIES[retryCountOf(event)] ?? 900));
  return new InvocationError({ retryAfter, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST });
}

/** A transaction whose condition did not hold: somebody else was faster. */
export const isConflict = (error: unknown): boolean =>
  error instanceof Error && /CONDITION|CONFLICT/.test(`${(error as { code?: unknown }).code ?? ''}`);

/** Whether something stands under that key already, where it was only to be written if nothing does. */
export const isTaken = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'KEY_CONFLICT';
