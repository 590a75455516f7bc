import type { ExportedLedger } from '@baton/shared';
import type { TestDesk } from './desks';

/** What each desk answers in one piece at most, bytes. */
const ANSWER = { freshservice: 100_000, jira: 500_000 } as const;

/** A ticket's ledger as this person exports it: its parts, newest first. */
export async function exported(on: TestDesk, id: string, person: string): Promise<readonly ExportedLedger[]> {
  const parts: ExportedLedger[] = [];
  for (let page: { page?: number } = {}; ;) {
    const answer = await on.ask(id, person, { type: 'ledger', ...page });
    expect(JSON.stringify(answer).length).toBeLessThan(ANSWER[on.name]);
    if (!answer.ok || !answer.ledger) throw new Error('nothing was given out');
    parts.push(answer.ledger);
    const { earlier } = answer.ledger;
    if (earlier === undefined) return parts;
    page = { page: earlier };
  }
}
