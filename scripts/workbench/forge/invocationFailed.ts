export type FailureCode =
  | 'FUNCTION_ERROR'
  | 'FUNCTION_TIME_OUT'
  | 'RATE_LIMIT_EXCEEDED'
  | 'FUNCTION_PLATFORM_UNKNOWN_ERROR'
  | 'PAYLOAD_TOO_LARGE';

/** An invocation that gave no result; every code but FUNCTION_ERROR is the platform's doing. */
export class InvocationFailed extends Error {
  override readonly name = 'InvocationFailed';
  constructor(
    readonly code: FailureCode,
    message: string,
  ) {
    super(message);
  }
}
