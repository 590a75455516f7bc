/** What the platform answers when it refuses: the app sees exactly this object. */
export interface FailureShape {
  status: number;
  message: string;
  [more: string]: unknown;
}

/** A refusal on its way to the app. Anything else that is thrown is a fault of the host itself. */
export class FdkFailure extends Error {
  constructor(readonly shape: FailureShape) {
    super(shape.message);
  }
}

/** Refuses with a documented status and message. */
export function refuse(status: number, message: string, more: Record<string, unknown> = {}): never {
  throw new FdkFailure({ status, message, ...more });
}

/** The shape to hand to the app for whatever was thrown. */
export function failureShape(thrown: unknown): FailureShape {
  if (thrown instanceof FdkFailure) return thrown.shape;
  return { status: 500, message: thrown instanceof Error ? thrown.message : String(thrown) };
}
