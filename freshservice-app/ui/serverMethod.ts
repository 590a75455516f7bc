import { Unreachable } from '@baton/shared/ui';
import type { FdkClient } from './fdkClient';

/** Calls a method of the server and reads its answer, which some pages hand over as text. Rejects as it was refused. */
export async function invoke<Answer>(client: FdkClient, method: string, request: object): Promise<Answer> {
  const { response } = await client.request.invoke(method, { request });
  return (typeof response === 'string' ? JSON.parse(response) : response) as Answer;
}

/** The status of a refused call, if it has one. */
export const statusOf = (cause: unknown): unknown => (Object(cause) as { readonly status?: unknown }).status;

/** What a person is told of a call that got no answer. */
export function noAnswer(cause: unknown): Unreachable {
  if (statusOf(cause) !== 429) return new Unreachable(undefined, undefined, cause);
  const remedy = 'Try again in a minute. Nothing you typed is lost.';
  return new Unreachable('Freshservice takes no more requests just now', remedy, cause);
}

/** Listens to events of the page. The FDK has no way to stop listening, so a listener that has gone is passed over. */
export function listen(client: FdkClient, names: readonly string[], listener: () => void): () => void {
  let isListening = true;
  for (const name of names) {
    client.events.on(name, () => {
      if (isListening) listener();
    });
  }
  return () => {
    isListening = false;
  };
}
