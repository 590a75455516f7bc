import type { LedgerFact } from './chain';
import type { ListRow } from './row';

/** What the desk told, by an event or because Baton looked. */
const FROM_DESK: ReadonlySet<string> = new Set(['jira', 'freshservice', 'reconciliation']);

/** How long it took Baton to learn of what the desk told last among these facts, ms; nothing where it told nothing. */
export function heardIn(facts: readonly LedgerFact[]): Pick<ListRow, 'heardAfter'> {
  const heard = facts.filter(({ by }) => FROM_DESK.has(by.channel)).at(-1);
  return heard ? { heardAfter: Math.max(0, heard.learned - heard.at) } : {};
}
