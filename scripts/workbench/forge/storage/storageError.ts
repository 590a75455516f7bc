/** A refusal of the hosted storage, in the shape its API answers with. */
export class StorageError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}
