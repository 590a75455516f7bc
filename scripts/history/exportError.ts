/** Why an export stopped, in words for whoever started it. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
  /** @param canGoOn - whether the same command, given again, goes on where this one stopped */
  constructor(
    message: string,
    readonly canGoOn = false,
  ) {
    super(message);
  }
}
