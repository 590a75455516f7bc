interface Line {
  readonly format?: unknown;
  readonly ticket?: unknown;
}

function lineOf(text: string): Line | undefined {
  try {
    const line: unknown = JSON.parse(text);
    return typeof line === 'object' && line !== null && !Array.isArray(line) ? line : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The ledgers in an export of everything, one line a stored page, each as an export of one ticket; undefined where the
 * text is no such export.
 */
export function ledgersIn(text: string): readonly string[] | undefined {
  const written = text.split('\n').filter(line => line.trim() !== '');
  const lines = written.map(lineOf);
  if (written.length < 2 || lines.some(line => line?.format === undefined)) return undefined;
  const byTicket = new Map<string, string[]>();
  lines.forEach((line, at) => {
    if (line?.format !== 'baton-ledger') return;
    const ticket = String(line.ticket);
    byTicket.set(ticket, [...(byTicket.get(ticket) ?? []), written[at] ?? '']);
  });
  return byTicket.size === 0 ? undefined : [...byTicket.values()].map(parts => `[${parts.join(',')}]`);
}
