/** What a handler asks for by returning an `InvocationError`. */
export interface RetryRequest {
  afterSeconds: number;
  reason: string;
  data: unknown;
}

const MOST_SECONDS = 900;
const DATA_BYTES = 4 * 1024;

/** Only objects up to 4 KB travel to the next attempt. */
const travelling = (data: unknown) =>
  typeof data === 'object' && data !== null && Buffer.byteLength(JSON.stringify(data)) <= DATA_BYTES ? data : undefined;

/** Reads a handler's result; undefined when it asks for no retry. */
export function readRetry(result: unknown): RetryRequest | undefined {
  const asked = result as { _retry?: boolean; retryOptions?: Record<string, unknown> } | null | undefined;
  if (asked?._retry !== true) return undefined;
  const { retryAfter, retryReason, retryData } = asked.retryOptions ?? {};
  return {
    afterSeconds: Math.min(MOST_SECONDS, Math.max(1, Number(retryAfter ?? 1))),
    reason: String(retryReason ?? 'FUNCTION_RETRY_REQUEST'),
    data: travelling(retryData),
  };
}
