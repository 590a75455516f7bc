/** A log that cannot be read at all, with what would mend it. */
export class LogError extends Error {
  override readonly name = 'LogError';
}
