import { DeskError, failureOf, type Answer, type DeskErrorCode } from '@baton/shared';

/** What the platform rejects with; every field may be missing. */
interface Rejection {
  readonly status?: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const codeOf = ({ status }: Rejection): DeskErrorCode => (status === undefined ? 'unreachable' : failureOf(status));

const retryAfter = ({ headers }: Rejection): { retryAfter?: number } => {
  const name = Object.keys(headers ?? {}).find(key => key.toLowerCase() === 'retry-after');
  const seconds = Number(name === undefined ? undefined : headers?.[name]);
  return seconds > 0 ? { retryAfter: seconds * 1000 } : {};
};

/** Waits for a platform operation; a rejection becomes a DeskError that says what to do about it. @throws DeskError */
export async function platformAnswer<T>(operation: Promise<T>, what: string): Promise<T> {
  try {
    return await operation;
  } catch (error) {
    // Already said, by what was asked below.
    if (error instanceof DeskError) throw error;
    const rejection = (typeof error === 'object' && error !== null ? error : {}) as Rejection;
    const status = rejection.status ?? 'nothing';
    throw new DeskError(codeOf(rejection), `Freshservice answered ${status}: ${what}.`, {
      cause: error,
      ...retryAfter(rejection),
    });
  }
}

/** Whether a condition may not have held: what a refused one answers is not documented, so what is stored decides. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof DeskError && ['conflict', 'refused', 'unexpected'].includes(error.code);

/** How somebody outside answered a request; an HTTP status is an answer. @throws DeskError where none came */
export async function answerTo(operation: Promise<{ readonly status: number }>): Promise<Answer> {
  try {
    return { status: (await operation).status };
  } catch (error) {
    const rejection = (typeof error === 'object' && error !== null ? error : {}) as Rejection;
    const { retryAfter: waits } = retryAfter(rejection);
    // The platform's own refusals have a status of their own only where its quota is used up.
    if (rejection.status === undefined) throw new DeskError('unreachable', 'A channel did not answer.');
    return { status: rejection.status, ...(waits === undefined ? {} : { waits }) };
  }
}

/** The answer, or undefined where the platform has nothing under that name. @throws DeskError for anything else */
export async function ifFound<T>(operation: Promise<T>, what: string): Promise<T | undefined> {
  try {
    return await platformAnswer(operation, what);
  } catch (error) {
    if (error instanceof DeskError && error.code === 'not-found') return undefined;
    throw error;
  }
}
