/** Something a check has to say about a staged app. Errors stop a release; warnings are for a reader. */
export interface Finding {
  /** The rule's documented id, for example M12, or a linter's rule name. */
  readonly rule: string;
  readonly level: 'error' | 'warning';
  /** Relative to the staged folder. */
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}

/** One line for a terminal. */
export function describeFinding({ rule, level, file, line, message }: Finding): string {
  return `${level === 'error' ? '✖' : '⚠'} ${file}${line ? `:${line}` : ''}  ${message}  [${rule}]`;
}
